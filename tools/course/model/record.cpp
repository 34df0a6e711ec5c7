#include "course/model/record.hpp"

#include <cctype>
#include <vector>

#include "system/error.hpp"
#include "system/files.hpp"
#include "system/process.hpp"
#include "system/sha256.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace text;

using namespace sys;
namespace {

constexpr std::size_t kDigits = 64;
constexpr std::string_view kBetween = "  ";

std::vector<std::string> recorded_folders(const fs::path& root) {
    std::vector<std::string> folders = {"exercises", "solutions", "tests/kit"};
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(root / "tests", none)) {
        const std::string name = entry.path().filename();
        const bool of_a_lesson = std::isdigit(static_cast<unsigned char>(name.front())) != 0;
        if (of_a_lesson && entry.is_directory()) folders.push_back("tests/" + name);
    }
    return folders;
}

// Nothing where git is missing or does not know the tree.
std::vector<std::string> files_known_to_git(const fs::path& root,
                                            const std::vector<std::string>& folders) {
    ProcessSpec spec;
    spec.argv = {"git",      "-C",       root.string(),        "ls-files", "-z",
                 "--cached", "--others", "--exclude-standard", "--"};
    spec.argv.insert(spec.argv.end(), folders.begin(), folders.end());
    try {
        const ProcessEnd end = run(spec);
        if (end.succeeded()) return split(end.output, '\0');
    } catch (const Error&) {  // no git on this machine
    }
    return {};
}

std::vector<std::string> files_of_tree(const fs::path& root) {
    const auto folders = recorded_folders(root);
    auto files = files_known_to_git(root, folders);
    if (files.size() > 1) return files;
    files.clear();
    for (const auto& folder : folders) {
        std::error_code none;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder, none)) {
            files.push_back(entry.path().lexically_relative(root));
        }
    }
    return files;
}

// tests/NN_topic/rejects/... or accepts/...
bool is_submission(const std::string& file) {
    const auto parts = split(file, '/');
    return parts.size() > 3 && parts[0] == "tests" &&
           (parts[2] == "rejects" || parts[2] == "accepts");
}

}  // namespace

fs::path record_file(const fs::path& root) {
    return root / "tests" / "checksums.txt";
}

std::optional<Hashes> load_record(const fs::path& root) {
    const auto text = read_file_if_present(record_file(root));
    if (!text) return std::nullopt;
    Hashes record;
    constexpr std::size_t kName = kDigits + kBetween.size();
    for (const auto& line : lines_of(*text)) {
        if (line.size() > kName) record[line.substr(kName)] = line.substr(0, kDigits);
    }
    return record;
}

Hashes hashes_of(const fs::path& root, std::span<const std::string> files) {
    Hashes hashes;
    for (const auto& file : files) {
        std::error_code gone;
        if (!fs::is_regular_file(root / file, gone)) continue;
        try {
            hashes[file] = sha256(read_file(root / file));
        } catch (const Error&) {  // unreadable, or removed since the line above
        }
    }
    return hashes;
}

Hashes hashes_of_tree(const fs::path& root) {
    auto files = files_of_tree(root);
    std::erase_if(files, is_submission);
    return hashes_of(root, files);
}

std::string text_of_record(const Hashes& hashes) {
    std::string text;
    for (const auto& [file, hash] : hashes) text += hash + std::string(kBetween) + file + '\n';
    return text;
}

}  // namespace course
