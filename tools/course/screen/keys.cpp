#include "course/screen/keys.hpp"

#include <map>

namespace course {
namespace {

constexpr Key kIncomplete = -1;

Key named(std::string_view sequence) {
    static const std::map<std::string_view, Key> kNames{
        {"A", kUp},    {"B", kDown},  {"5~", kPageUp}, {"6~", kPageDown}, {"H", kHome},
        {"1~", kHome}, {"7~", kHome}, {"F", kEnd},     {"4~", kEnd},      {"8~", kEnd},
    };
    const auto found = kNames.find(sequence);
    return found == kNames.end() ? kUnknown : found->second;
}

}  // namespace

std::vector<Key> KeyReader::keys(std::string_view bytes) {
    pending_ += bytes;
    std::vector<Key> keys;
    std::size_t at = 0;
    while (at < pending_.size()) {
        const std::size_t begin = at;
        const auto byte = static_cast<unsigned char>(pending_[at++]);
        Key key = byte == '\n' ? Key{kEnter} : byte < 0x80 ? Key{byte} : Key{kUnknown};
        if (byte == 0x1B) key = sequence(at);
        if (key == kIncomplete) {
            pending_.erase(0, begin);
            return keys;
        }
        keys.push_back(key);
    }
    pending_.clear();
    return keys;
}

// The key of a sequence; `at` is behind its ESC, and afterwards behind all of it.
Key KeyReader::sequence(std::size_t& at) const {
    // An ESC with nothing behind it is the key of that name: terminals send sequences in one go.
    if (at == pending_.size()) return kEscape;
    if (pending_[at] != '[' && pending_[at] != 'O') return kEscape;
    const std::size_t begin = ++at;
    while (at < pending_.size() && (pending_[at] < '@' || pending_[at] > '~')) ++at;
    if (at == pending_.size()) return kIncomplete;
    ++at;
    return named(std::string_view(pending_).substr(begin, at - begin));
}

}  // namespace course
