#include "interleave/search/token.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace interleave::search {

std::string executable_hash() {
    static const std::string hash = [] {
        std::uint64_t sum = 14695981039346656037u;
        const int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
        struct stat info = {};
        if (file >= 0) fstat(file, &info);
        const auto size = static_cast<std::size_t>(info.st_size);
        void* image = size ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
        if (file >= 0) close(file);
        if (image != MAP_FAILED) {
            for (std::size_t at = 0; at + 8 <= size; at += 8) {
                std::uint64_t word;
                std::memcpy(&word, static_cast<char*>(image) + at, 8);
                sum = (sum ^ word) * 1099511628211u;
                sum ^= sum >> 29;
            }
            munmap(image, size);
        }
        char text[16];
        std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(sum ^ sum >> 32));
        return std::string(text);
    }();
    return hash;
}

std::string write_token(const std::vector<Deviation>& deviations, bool plain_steps) {
    std::string token = executable_hash() + (plain_steps ? "p/" : "/");
    std::uint64_t previous = 0;
    for (const Deviation& deviation : deviations) {
        if (token.back() != '/') token += ',';
        token +=
            std::to_string(deviation.index - previous) + ">" + std::to_string(deviation.chosen);
        previous = deviation.index;
    }
    return token;
}

std::vector<Deviation> read_token(const std::string& token, bool& plain_steps) {
    const auto bad = [&](const std::string& why) {
        return std::invalid_argument("\"" + token + "\" is no schedule of this program: " + why);
    };
    const std::size_t slash = token.find('/');
    if (slash == std::string::npos) throw bad("it has no '/'");
    std::string hash = token.substr(0, slash);
    plain_steps = !hash.empty() && hash.back() == 'p';
    if (plain_steps) hash.pop_back();
    if (hash != executable_hash())
        throw bad("it belongs to another build (" + hash + ", this one is " + executable_hash() +
                  ")");
    std::vector<Deviation> deviations;
    const char* at = token.data() + slash + 1;
    const char* end = token.data() + token.size();
    std::uint64_t index = 0;
    while (at < end) {
        std::uint64_t delta = 0;
        int chosen = 0;
        auto first = std::from_chars(at, end, delta);
        if (first.ec != std::errc() || first.ptr == end || *first.ptr != '>')
            throw bad("\"" + std::string(at, end) + "\" should be pairs like 12>2");
        auto second = std::from_chars(first.ptr + 1, end, chosen);
        if (second.ec != std::errc() || chosen < 0 || chosen >= 255)
            throw bad("\"" + std::string(at, end) + "\" should be pairs like 12>2");
        index += delta;
        deviations.push_back({index, chosen});
        at = second.ptr;
        if (at < end && *at++ != ',') throw bad("pairs are separated by commas");
    }
    return deviations;
}

bool DeviationLog::prepare() {
    deviations_.clear();
    index_ = 0;
    return followed_.prepare();
}

int DeviationLog::pick_thread(const ThreadChoice& choice) {
    ++index_;
    const int chosen = followed_.pick_thread(choice);
    if (chosen != choice.standard) deviations_.push_back({index_, chosen});
    return chosen;
}

int DeviationLog::pick_value(int count) {
    ++index_;
    const int chosen = followed_.pick_value(count);
    if (chosen != 0) deviations_.push_back({index_, chosen});
    return chosen;
}

std::vector<Deviation> DeviationLog::deviations() const {
    return {deviations_.begin(), deviations_.end()};
}

Deviating::Deviating(const std::vector<Deviation>& deviations) {
    for (const Deviation& deviation : deviations) deviations_.push_back(deviation);
}

bool Deviating::prepare() {
    next_ = 0;
    index_ = 0;
    diverged_ = false;
    return true;
}

int Deviating::wanted() {
    ++index_;
    if (next_ == deviations_.size() || deviations_[next_].index != index_) return -1;
    return deviations_[next_++].chosen;
}

int Deviating::pick_thread(const ThreadChoice& choice) {
    const int chosen = wanted();
    if (chosen < 0) return choice.standard;
    if (chosen < runtime::kMaxThreads && (choice.ready | choice.lazy).has(chosen)) return chosen;
    diverged_ = true;
    return choice.standard;
}

int Deviating::pick_value(int count) {
    const int chosen = wanted();
    if (chosen < 0) return 0;
    if (chosen < count) return chosen;
    diverged_ = true;
    return 0;
}

}  // namespace interleave::search
