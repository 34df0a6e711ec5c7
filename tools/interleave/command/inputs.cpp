#include "interleave/command/inputs.hpp"

#include <elf.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "system/error.hpp"

namespace fs = std::filesystem;

namespace interleave::command {

using namespace sys;

namespace {

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
    throw Error(kBadUsage, file.string() + " " + why + ".");
}

std::string beginning_of(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) refuse(file, "does not exist");
    if (fs::is_directory(file, ignored)) refuse(file, "is a folder, not a program");
    std::ifstream in(file, std::ios::binary);
    if (!in) refuse(file, std::string("cannot be read: ") + std::strerror(errno));
    std::string text(1 << 16, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) refuse(file, std::string("cannot be read: ") + std::strerror(errno));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

Kind kind_of_elf(const fs::path& file, const std::string& text) {
    Elf64_Ehdr header;
    if (text.size() < sizeof header) refuse(file, "is cut off");
    std::memcpy(&header, text.data(), sizeof header);
    const bool library = file.extension() == ".so";
    if (header.e_type == ET_REL) return Kind::object;
    if ((header.e_type == ET_EXEC || header.e_type == ET_DYN) && !library) return Kind::program;
    refuse(file, "is neither a source nor an object file nor a program");
}

bool contains(const fs::path& file, const char* word) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return text.find(word) != std::string::npos;
}

Input look_at_one(const fs::path& file) {
    const std::string text = beginning_of(file);
    if (text.empty()) refuse(file, "is empty");
    if (text.starts_with("!<arch>\n")) return {file, Kind::object};
    if (text.starts_with(ELFMAG)) return {file, kind_of_elf(file, text)};
    if (text.find('\0') != text.npos) refuse(file, "is a binary file, not C or C++");
    return {file, file.extension() == ".c" ? Kind::c : Kind::cpp};
}

}  // namespace

std::vector<Input> look_at(const std::vector<fs::path>& files) {
    std::vector<Input> inputs;
    for (const fs::path& file : files) {
        inputs.push_back(look_at_one(file));
        if (inputs.back().kind != Kind::program) continue;
        if (files.size() > 1) refuse(file, "is a whole program: give nothing else beside it");
        if (!contains(file, "libinterleave.so")) {
            refuse(file, "is a program that was not linked with libinterleave: give its sources");
        }
    }
    return inputs;
}

bool is_instrumented(const fs::path& object) {
    return contains(object, "__tsan_");
}

}  // namespace interleave::command
