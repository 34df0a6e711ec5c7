#include "interleave/search/names.hpp"

#include <link.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>

#include "interleave/report/source_lines.hpp"
#include "interleave/runtime/executable.hpp"
#include "symbols/symbols.hpp"
#include "symbols/variables.hpp"

namespace interleave::search {
namespace {

struct Module {
    std::string file;
    std::uintptr_t base = 0, begin = 0, end = 0;
};

int add_module(dl_phdr_info* info, std::size_t, void* modules) {
    auto& all = *static_cast<std::vector<Module>*>(modules);
    Module module;
    module.base = info->dlpi_addr;
    module.file = info->dlpi_name;
    if (all.empty()) module.file = std::filesystem::read_symlink("/proc/self/exe").string();
    module.begin = ~std::uintptr_t{0};
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& segment = info->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD) continue;
        module.begin = std::min(module.begin, module.base + segment.p_vaddr);
        module.end = std::max(module.end, module.base + segment.p_vaddr + segment.p_memsz);
    }
    all.push_back(module);
    return 0;
}

const std::vector<Module>& modules() {
    static std::vector<Module> found;
    if (found.empty()) dl_iterate_phdr(add_module, &found);
    return found;
}

struct Variable {
    std::uintptr_t begin, size;
    std::string name;
};

std::vector<std::string> own;

bool is_own(const std::string& file) {
    const std::string path = std::filesystem::path(file).lexically_normal().string();
    return std::ranges::any_of(own, [&](const std::string& one) {
        return one.ends_with('/') ? path.starts_with(one) : path == one;
    });
}

std::vector<Variable> read_variables() {
    std::vector<Variable> variables;
    runtime::for_each_symbol([&](const Elf64_Sym& symbol, const char* name) {
        if (ELF64_ST_TYPE(symbol.st_info) != STT_OBJECT || !symbol.st_size) return;
        variables.push_back({modules()[0].base + symbol.st_value, symbol.st_size, name});
    });
    return variables;
}

const Variable* variable_around(std::uintptr_t address) {
    static const std::vector<Variable> variables = read_variables();
    for (const Variable& variable : variables)
        if (address - variable.begin < variable.size) return &variable;
    return nullptr;
}

std::string readable(const Variable& variable) {
    return symbols::readable_function(variable.name.c_str());
}

}  // namespace

void set_own(const std::vector<std::string>& files_and_folders) {
    own.clear();
    for (const std::string& one : files_and_folders)
        own.push_back(std::filesystem::path(one).lexically_normal().string());
}

CodePlace code_place(std::uintptr_t return_address) {
    for (const Module& module : modules())
        if (return_address > module.begin && return_address <= module.end)
            return {module.file, return_address - 1 - module.base};
    return {};
}

const std::vector<Frame>& frames_at(std::uintptr_t return_address) {
    static std::map<std::uintptr_t, std::vector<Frame>> known;
    const auto found = known.find(return_address);
    if (found != known.end()) return found->second;
    std::vector<Frame>& frames = known[return_address];
    const CodePlace code = code_place(return_address);
    if (code.file.empty()) return frames;
    for (const symbols::Frame& frame : symbols::frames_of(code.file, code.offset))
        if (!frame.file.empty() && frame.file.find("/include/interleave/") == std::string::npos)
            frames.push_back(
                {frame.function, frame.file, frame.line, return_address - 1, is_own(frame.file)});
    return frames;
}

std::string function_at(std::uintptr_t address) {
    const Module& executable = modules()[0];
    if (address < executable.begin || address >= executable.end) return {};
    return symbols::frame_of(executable.file, address - executable.base).function;
}

std::string line_of(const std::string& file, int line) {
    std::ifstream lines(file);
    std::string text;
    for (int i = 0; i < line; ++i)
        if (!std::getline(lines, text)) return {};
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_test_framework(std::uintptr_t return_address) {
    static std::map<std::uintptr_t, bool> known;
    const auto [answer, is_new] = known.try_emplace(return_address);
    if (!is_new) return answer->second;
    const CodePlace code = code_place(return_address);
    answer->second = !code.file.empty() &&
                     symbols::frame_of(code.file, code.offset).function.starts_with("testing::");
    return answer->second;
}

std::string global_at(std::uintptr_t address) {
    const Variable* const variable = variable_around(address);
    if (!variable) return {};
    if (address == variable->begin) return readable(*variable);
    static std::map<std::uintptr_t, std::string> known;
    const auto [name, is_new] = known.try_emplace(address);
    if (!is_new) return name->second;
    const Module& executable = modules()[0];
    const auto part = symbols::global_at(executable.file, address - executable.base);
    name->second =
        part ? part->text : readable(*variable) + " + " + std::to_string(address - variable->begin);
    return name->second;
}

std::string global_that_begins_at(std::uintptr_t address) {
    const Variable* const variable = variable_around(address);
    return variable && address == variable->begin ? readable(*variable) : "";
}

int begin_of_statement(const Frame& frame) {
    std::ifstream file(frame.file);
    std::vector<std::string> lines;
    for (std::string line; static_cast<int>(lines.size()) < frame.line;) {
        if (!std::getline(file, line)) return frame.line;
        lines.push_back(line);
    }
    int open = 0;  // brackets that an earlier line opens
    for (int line = frame.line; line > 0; --line) {
        for (const char c : lines[static_cast<std::size_t>(line) - 1]) {
            if (c == ')' || c == ']' || c == '}') ++open;
            if (c == '(' || c == '[' || c == '{') --open;
        }
        if (open == 0) return line;
        if (open < 0) break;
    }
    return frame.line;
}

std::string place_of(const std::vector<Frame>& stack) {
    const Frame* frame = report::reader_frame(stack);
    if (!frame) return {};
    return std::filesystem::path(frame->file).filename().string() + ":" +
           std::to_string(frame->line);
}

}  // namespace interleave::search
