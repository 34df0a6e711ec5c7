#include "system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>

#include "system/descriptor.hpp"
#include "system/error.hpp"

namespace fs = std::filesystem;

namespace sys {
namespace {

std::string reason(int error) {
    return std::generic_category().message(error);
}

[[noreturn]] void cannot_write(const fs::path& file, const std::string& why) {
    throw Error(kBrokenEnvironment, "cannot write " + file.string() + ": " + why +
                                        "; what was there before is unchanged.");
}

// The error number; 0 if all of it was written.
int write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

bool is_special(const fs::path& file) {
    struct stat info{};
    return ::stat(file.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

void write_as_it_is(const fs::path& file, std::string_view text) {
    Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (out.get() < 0) cannot_write(file, reason(errno));
    if (const int error = write_all(out.get(), text)) cannot_write(file, reason(error));
}

// A name beside the file that no other thread or process uses.
fs::path temporary_beside(const fs::path& file) {
    static std::atomic<unsigned> count{0};
    const std::string mark = std::to_string(::getpid()) + "." + std::to_string(count++);
    return file.parent_path() / ("." + file.filename().string() + "." + mark + ".tmp");
}

// The error number; 0 if the file is there, whole and on the disk.
int write_new(const fs::path& file, std::string_view text, mode_t mode) {
    Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (out.get() < 0) return errno;
    if (const int error = write_all(out.get(), text)) return error;
    if (::fsync(out.get()) != 0) return errno;
    return out.close_now();
}

}  // namespace

std::string read_file(const fs::path& file) {
    if (auto text = read_file_if_present(file)) return *std::move(text);
    throw Error(kBrokenEnvironment, "cannot read " + file.string() + ": " + reason(ENOENT) + ".");
}

std::optional<std::string> read_file_if_present(const fs::path& file) {
    const auto fail = [&](int error) {
        throw Error(kBrokenEnvironment,
                    "cannot read " + file.string() + ": " + reason(error) + ".");
    };
    Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0) {
        if (errno == ENOENT) return std::nullopt;
        fail(errno);
    }
    std::string text;
    char block[1 << 14];
    while (true) {
        const ssize_t count = ::read(in.get(), block, sizeof block);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(errno);
        if (count == 0) return text;
        text.append(block, static_cast<std::size_t>(count));
    }
}

void write_file(const fs::path& file, std::string_view text) {
    if (is_special(file)) return write_as_it_is(file, text);
    std::error_code ignored;
    const fs::path target = fs::is_symlink(file, ignored) ? fs::weakly_canonical(file) : file;
    std::error_code failed;
    if (target.has_parent_path()) fs::create_directories(target.parent_path(), failed);
    if (failed) cannot_write(file, failed.message());
    if (fs::is_directory(target, ignored)) cannot_write(file, reason(EISDIR));

    struct stat old{};
    const mode_t mode = ::stat(target.c_str(), &old) == 0 ? old.st_mode & 07777 : 0666;
    const fs::path temporary = temporary_beside(target);
    int error = write_new(temporary, text, mode);
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        cannot_write(file, reason(error));
    }
}

void write_file_if_changed(const fs::path& file, std::string_view text) {
    if (read_file_if_present(file) != text) write_file(file, text);
}

std::vector<fs::path> files_below(const fs::path& folder,
                                  const std::vector<std::string>& extensions) {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        auto extension = entry.path().extension().string();
        bool wanted =
            extensions.empty() || std::ranges::find(extensions, extension) != extensions.end();
        if (wanted && entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace sys
