#include "symbols/symbols.hpp"

#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdw.h>

#include <cstdlib>
#include <string_view>
#include <utility>

#include "symbols/modules.hpp"

namespace symbols {
namespace {

constexpr std::size_t kLongestTemplateArguments = 24;

int no_separate_file(Dwfl_Module*, void**, const char*, Dwarf_Addr, const char*, const char*,
                     GElf_Word, char**) {
    return -1;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Where the bracket that stands first in `text` is closed.
std::size_t closing(std::string_view text) {
    const char opens = text[0], closes = opens == '<' ? '>' : ')';
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == opens) ++depth;
        if (text[at] == closes && text[at - 1] != '-' && --depth == 0) return at;
    }
    return text.size() - 1;
}

// "operator()", "operator<", "operator bool": the name up to its parameters.
std::string_view operator_name(std::string_view text) {
    constexpr std::string_view call = "operator()";
    return text.starts_with(call) ? call : text.substr(0, text.find('('));
}

// "int f<std::pair<A, B> >(int) const" becomes "f<std::pair<A, B> >()". The result type, which
// the demangler writes for templates, ends with a space outside of all brackets.
std::string without_types(std::string_view text) {
    std::string name;
    while (!text.empty()) {
        std::size_t taken = 1;
        if (text.starts_with("operator")) {
            taken = operator_name(text).size();
            name += text.substr(0, taken);
        } else if (text[0] == '<') {
            taken = closing(text) + 1;
            name += taken > kLongestTemplateArguments ? "<...>" : text.substr(0, taken);
        } else if (text[0] == '(') {
            name += "()";
            text.remove_prefix(closing(text) + 1);
            if (text.starts_with(" const::")) text.remove_prefix(6);
            if (!text.starts_with("::")) return name;
            taken = 0;
        } else if (text[0] == ' ') {
            name.clear();
        } else {
            name += text[0];
        }
        text.remove_prefix(taken);
    }
    return name;
}

// The names that g++ and clang++ give to a lambda say where it stands in its function.
std::size_t lambda_in(std::string_view name) {
    for (const std::string_view mark : {"::{lambda(", "::'lambda", "::$_"})
        if (const auto at = name.find(mark); at != std::string_view::npos) return at;
    return std::string_view::npos;
}

}  // namespace

bool find_unit(Dwarf* dwarf, Dwarf_Addr address, Dwarf_Die& unit) {
    Dwarf_CU* cu = nullptr;
    while (dwarf_get_units(dwarf, cu, &cu, nullptr, nullptr, &unit, nullptr) == 0)
        if (dwarf_haspc(&unit, address) == 1) return true;
    return false;
}

namespace {

enum class Where { outside_of_functions, anywhere };

// Adds the function below `parent` that an address lies in, behind those that are inlined there.
// Functions are in namespaces and blocks; those in classes are only declared there. What a lambda
// does is in its class, and g++ puts that into the function around it: then it has to be looked for
// everywhere, which takes longer.
void add_functions(Dwarf_Die& parent, Dwarf_Addr address, Where where,
                   std::vector<Dwarf_Die>& functions) {
    Dwarf_Die child;
    if (dwarf_child(&parent, &child) != 0) return;
    do {
        const int tag = dwarf_tag(&child);
        const bool function = tag == DW_TAG_subprogram || tag == DW_TAG_inlined_subroutine;
        const bool block =
            tag == DW_TAG_lexical_block || tag == DW_TAG_try_block || tag == DW_TAG_catch_block;
        const bool type = tag == DW_TAG_class_type || tag == DW_TAG_structure_type;
        if ((function || block) && dwarf_haspc(&child, address) == 1) {
            add_functions(child, address, where, functions);
            if (function) functions.push_back(child);
        } else if (tag == DW_TAG_namespace ||
                   (where == Where::anywhere && (function || block || type))) {
            add_functions(child, address, where, functions);
        }
    } while (functions.empty() && dwarf_siblingof(&child, &child) == 0);
}

// Where the text of an inlined function is described: in its class, or where it is defined.
Dwarf_Die declaration(Dwarf_Die die) {
    for (const unsigned kind : {DW_AT_abstract_origin, DW_AT_specification}) {
        Dwarf_Attribute attribute;
        Dwarf_Die next;
        if (dwarf_attr(&die, kind, &attribute) && dwarf_formref_die(&attribute, &next)) die = next;
    }
    return die;
}

std::string with_parentheses(std::string name) {
    return name.ends_with("()") || name == "main" ? name : name + "()";
}

// The function around the class of a function object; empty if there is none.
std::string function_around(Dwarf_Die& member) {
    Dwarf_Die* scopes = nullptr;
    const int count = dwarf_getscopes_die(&member, &scopes);
    std::string name;
    for (int i = 1; i < count && name.empty(); ++i)
        if (dwarf_tag(&scopes[i]) == DW_TAG_subprogram)
            if (const char* text = dwarf_diename(&scopes[i])) name = with_parentheses(text);
    std::free(scopes);
    return name;
}

std::string name_of(Dwarf_Die& function) {
    Dwarf_Attribute attribute;
    if (dwarf_attr_integrate(&function, DW_AT_linkage_name, &attribute))
        if (const char* name = dwarf_formstring(&attribute)) return readable_function(name);
    const char* name = dwarf_diename(&function);
    if (!name) return "??";
    if (name == std::string_view("operator()")) {
        Dwarf_Die member = declaration(function);
        const std::string around = function_around(member);
        return around.empty() ? "a function object" : "a lambda in " + around;
    }
    return with_parentheses(without_types(name));
}

long number_at(Dwarf_Die& die, unsigned kind) {
    Dwarf_Attribute attribute;
    Dwarf_Word value = 0;
    if (dwarf_attr(&die, kind, &attribute)) dwarf_formudata(&attribute, &value);
    return static_cast<long>(value);
}

// A file as the line table names it: clang leaves out what it shares with the unit's folder.
std::string whole_path(Dwarf_Die& unit, const char* file) {
    if (!file) return {};
    Dwarf_Attribute attribute;
    const char* folder = nullptr;
    if (dwarf_attr(&unit, DW_AT_comp_dir, &attribute)) folder = dwarf_formstring(&attribute);
    return folder ? (std::filesystem::path(folder) / file).string() : file;
}

// Where an inlined function is called.
void set_call_site(Frame& caller, Dwarf_Die& unit, Dwarf_Die& inlined) {
    Dwarf_Files* files = nullptr;
    std::size_t count = 0;
    caller.line = static_cast<int>(number_at(inlined, DW_AT_call_line));
    if (dwarf_getsrcfiles(&unit, &files, &count) != 0) return;
    const auto index = static_cast<std::size_t>(number_at(inlined, DW_AT_call_file));
    caller.file = whole_path(unit, dwarf_filesrc(files, index, nullptr, nullptr));
}

std::vector<Frame> frames_in(Dwarf* dwarf, Dwarf_Addr address, const std::string& symbol) {
    Dwarf_Die unit;
    if (!find_unit(dwarf, address, unit)) return {{symbol, {}, 0}};
    Frame frame{symbol, {}, 0};
    if (Dwarf_Line* line = dwarf_getsrc_die(&unit, address)) {
        frame.file = whole_path(unit, dwarf_linesrc(line, nullptr, nullptr));
        dwarf_lineno(line, &frame.line);
    }
    std::vector<Dwarf_Die> functions;
    add_functions(unit, address, Where::outside_of_functions, functions);
    if (functions.empty()) add_functions(unit, address, Where::anywhere, functions);
    std::vector<Frame> frames;
    for (Dwarf_Die& function : functions) {
        if (dwarf_tag(&function) == DW_TAG_subprogram) {
            if (symbol == "??") frame.function = name_of(function);
            break;
        }
        frame.function = name_of(function);
        frames.push_back(frame);
        frame = Frame{symbol, {}, 0};
        set_call_site(frame, unit, function);
    }
    frames.push_back(frame);
    return frames;
}

}  // namespace

const Dwfl_Callbacks& files_alone() {
    static const Dwfl_Callbacks callbacks{.find_elf = dwfl_linux_proc_find_elf,
                                          .find_debuginfo = no_separate_file,
                                          .section_address = dwfl_offline_section_address,
                                          .debuginfo_path = nullptr};
    return callbacks;
}

std::string readable_function(const char* symbol) {
    if (!symbol || !*symbol) return "??";
    // A plain name may look like the code of a type: m is unsigned long.
    const bool mangled = std::string_view(symbol).starts_with("_Z");
    int status = mangled ? 0 : -1;
    char* demangled = mangled ? abi::__cxa_demangle(symbol, nullptr, nullptr, &status) : nullptr;
    std::string name = demangled ? demangled : symbol;
    std::free(demangled);
    if (status != 0) return name.substr(0, name.find('.'));
    replace_all(name, "(anonymous namespace)::", "");
    replace_all(name, "std::__cxx11::", "std::");
    replace_all(name, "std::__1::", "std::");
    replace_all(name, "[abi:cxx11]", "");
    replace_all(name, "std::basic_string<char, std::char_traits<char>, std::allocator<char> >",
                "std::string");
    if (const auto at = lambda_in(name); at != std::string::npos) {
        const std::string function = without_types(std::string_view(name).substr(0, at));
        // A lambda as a template argument leaves a bracket open: the function is not the lambda.
        if (function.find('<') == std::string::npos || function.ends_with("()"))
            return "a lambda in " + function;
    }
    return without_types(name);
}

std::vector<Frame> frames_at(Dwfl* dwfl, Dwarf_Addr address) {
    Dwfl_Module* module = dwfl_addrmodule(dwfl, address);
    if (!module) return {{"??", {}, 0}};
    GElf_Sym symbol;
    GElf_Off offset = 0;
    const std::string name = readable_function(
        dwfl_module_addrinfo(module, address, &offset, &symbol, nullptr, nullptr, nullptr));
    Dwarf_Addr bias = 0;
    Dwarf* dwarf = dwfl_module_getdwarf(module, &bias);
    if (!dwarf) return {{name, {}, 0}};
    return frames_in(dwarf, address - bias, name);
}

std::vector<Frame> frames_of(const std::filesystem::path& module, std::uint64_t offset) {
    std::vector<Frame> frames{{"??", {}, 0}};
    with_module(module,
                [&](Dwfl* dwfl, Dwarf_Addr bias) { frames = frames_at(dwfl, offset + bias); });
    return frames;
}

Frame frame_of(const std::filesystem::path& module, std::uint64_t offset) {
    return frames_of(module, offset).front();
}

}  // namespace symbols
