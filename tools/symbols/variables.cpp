#include "symbols/variables.hpp"

#include <dwarf.h>

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "symbols/modules.hpp"

namespace symbols {
namespace {

constexpr int kMostPointers = 3;
constexpr int kDeepest = 20;     // members of members
constexpr int kMostSteps = 500;  // a chain of nodes leads anywhere

bool is_class(int tag) {
    return tag == DW_TAG_structure_type || tag == DW_TAG_class_type;
}

// The type of a variable, member or pointer, without names given to it and qualifiers.
bool type_of(Dwarf_Die die, Dwarf_Die& type) {
    Dwarf_Attribute attribute;
    Dwarf_Die named;
    return dwarf_attr_integrate(&die, DW_AT_type, &attribute) &&
           dwarf_formref_die(&attribute, &named) && dwarf_peel_type(&named, &type) == 0;
}

std::uint64_t size_of(Dwarf_Die type) {
    Dwarf_Word size = 0;
    return dwarf_aggregate_size(&type, &size) == 0 ? size : 0;
}

std::string name_of(Dwarf_Die die) {
    const char* name = dwarf_diename(&die);
    return name ? name : "";
}

bool is_standard_namespace(Dwarf_Die die) {
    const std::string name = name_of(die);
    return name == "std" || name == "__gnu_cxx";
}

// Whether the type is a library's: the reader did not write it.
bool is_library(Dwarf_Die type) {
    const char* file = dwarf_decl_file(&type);
    return file && std::string_view(file).starts_with("/usr/");
}

// An unsigned number, or an atomic one. A truth value is none.
bool is_unsigned(Dwarf_Die type) {
    const int tag = dwarf_tag(&type);
    if (tag == DW_TAG_base_type) {
        Dwarf_Attribute attribute;
        Dwarf_Word encoding = 0;
        return dwarf_attr(&type, DW_AT_encoding, &attribute) &&
               dwarf_formudata(&attribute, &encoding) == 0 &&
               (encoding == DW_ATE_unsigned || encoding == DW_ATE_unsigned_char);
    }
    const std::string name = is_class(tag) ? name_of(type) : "";
    return name.starts_with("atomic<unsigned ") || name.starts_with("__atomic_base<unsigned ") ||
           name.starts_with("atomic_ref<unsigned ");
}

// Of a variable that has one place for the whole program; 0: it has none.
std::uint64_t address_of(Dwarf_Die variable) {
    Dwarf_Attribute location, indexed;
    Dwarf_Op* operation = nullptr;
    std::size_t count = 0;
    if (!dwarf_attr(&variable, DW_AT_location, &location) ||
        dwarf_getlocation(&location, &operation, &count) != 0 || count != 1)
        return 0;
    if (operation->atom == DW_OP_addr) return operation->number;
    // clang keeps addresses in a table.
    Dwarf_Addr address = 0;
    const bool found = operation->atom == DW_OP_addrx &&
                       dwarf_getlocation_attr(&location, operation, &indexed) == 0 &&
                       dwarf_formaddr(&indexed, &address) == 0;
    return found ? address : 0;
}

struct Member {
    Dwarf_Die type;
    std::uint64_t offset;
    std::string name;  // empty for a base and for what has none
};

// The bases and members of an object of a class.
std::vector<Member> members_of(Dwarf_Die type) {
    std::vector<Member> members;
    Dwarf_Die child;
    if (!is_class(dwarf_tag(&type)) || dwarf_child(&type, &child) != 0) return members;
    do {
        const int tag = dwarf_tag(&child);
        if (tag != DW_TAG_member && tag != DW_TAG_inheritance) continue;
        Dwarf_Attribute attribute;
        Dwarf_Word offset = 0;
        Member member;
        if (!dwarf_attr(&child, DW_AT_data_member_location, &attribute) ||
            dwarf_formudata(&attribute, &offset) != 0 || !type_of(child, member.type))
            continue;
        member.offset = offset;
        if (tag == DW_TAG_member) member.name = name_of(child);
        members.push_back(std::move(member));
    } while (dwarf_siblingof(&child, &child) == 0);
    return members;
}

// What a reader calls an object so far.
struct Path {
    std::string text;
    bool arrow = false;  // it is a pointer that is followed
    bool of_this = false;
    bool count_of_owners = false;  // what a shared_ptr has beside the object
    int pointers = 0;

    Path member(std::string name) const {
        while (name.starts_with('_')) name.erase(0, 1);  // g++ names captures like that
        Path path = *this;
        if (!text.empty()) path.text += arrow ? "->" : ".";
        path.text += name;
        path.arrow = false;
        return path;
    }
    Path element(std::uint64_t index) const {
        Path path = *this;
        path.text += "[" + std::to_string(index) + "]";
        path.arrow = false;
        return path;
    }
    VariableName named() const {
        std::string name = text;
        if (count_of_owners) name += " (count of owners)";
        if (arrow && !count_of_owners && !text.empty()) name = "*" + name;
        return {name, pointers, of_this};
    }
};

// Looks for an address in the variables of one call, and in what they lead to.
class Search {
  public:
    Search(const Call& call, std::uint64_t address, const ReadMemory& read)
        : call_(call), address_(address), read_(read) {}

    std::optional<VariableName> run(Dwarf* dwarf, Dwarf_Addr code) {
        Dwarf_Die unit;
        if (find_unit(dwarf, code, unit)) look_for_function(unit, code);
        return std::move(best_);
    }

    std::optional<VariableName> run_in_globals(Dwarf* dwarf) {
        Dwarf_Off next = 0;
        std::size_t header = 0;
        for (Dwarf_Off unit = 0;
             !best_ && dwarf_nextcu(dwarf, unit, &next, &header, nullptr, nullptr, nullptr) == 0;
             unit = next) {
            Dwarf_Die die;
            if (dwarf_offdie(dwarf, unit + header, &die)) look_for_global(die);
        }
        return std::move(best_);
    }

  private:
    void look_for_global(Dwarf_Die& parent) {
        Dwarf_Die child;
        if (dwarf_child(&parent, &child) != 0) return;
        do {
            const int tag = dwarf_tag(&child);
            if (tag == DW_TAG_variable) look_at_global(child);
            if (tag == DW_TAG_namespace && !is_standard_namespace(child)) look_for_global(child);
        } while (!best_ && dwarf_siblingof(&child, &child) == 0);
    }

    void look_at_global(Dwarf_Die& variable) {
        const std::uint64_t at = address_of(variable);
        Dwarf_Die type;
        if (at == 0 || !type_of(variable, type) || address_ - at >= size_of(type)) return;
        Path path;
        path.text = name_of(variable);
        path.pointers = kMostPointers;
        if (!path.text.empty()) look_at_object(type, at, path, 0);
    }

    // Functions stand in namespaces and classes; g++ puts the class of a lambda into the function
    // around it. What the standard library defines is nobody's own code.
    void look_for_function(Dwarf_Die& parent, Dwarf_Addr code) {
        Dwarf_Die child;
        if (dwarf_child(&parent, &child) != 0) return;
        do {
            const int tag = dwarf_tag(&child);
            if (tag == DW_TAG_subprogram && dwarf_haspc(&child, code) == 1) {
                set_frame(child);
                look_in_scope(child, code);
            }
            const bool library = tag == DW_TAG_namespace && is_standard_namespace(child);
            if ((tag == DW_TAG_namespace && !library) || tag == DW_TAG_subprogram ||
                tag == DW_TAG_lexical_block || is_class(tag))
                look_for_function(child, code);
        } while (dwarf_siblingof(&child, &child) == 0);
    }

    void look_in_scope(Dwarf_Die& scope, Dwarf_Addr code) {
        Dwarf_Die child;
        if (!has_frame_ || dwarf_child(&scope, &child) != 0) return;
        do {
            const int tag = dwarf_tag(&child);
            if (tag == DW_TAG_variable || tag == DW_TAG_formal_parameter) look_at_variable(child);
            if (tag == DW_TAG_lexical_block && dwarf_haspc(&child, code) == 1)
                look_in_scope(child, code);
        } while (dwarf_siblingof(&child, &child) == 0);
    }

    // Without optimisation a variable's place is counted from the end of the frame (g++), or from
    // the frame pointer, which is saved below it and the return address (clang).
    void set_frame(Dwarf_Die& function) {
        Dwarf_Attribute attribute;
        Dwarf_Op* operation = nullptr;
        std::size_t count = 0;
        has_frame_ = dwarf_attr_integrate(&function, DW_AT_frame_base, &attribute) &&
                     dwarf_getlocation(&attribute, &operation, &count) == 0 && count == 1;
        if (!has_frame_) return;
        frame_ = operation->atom == DW_OP_call_frame_cfa ? call_.frame_end : call_.frame_end - 16;
    }

    void look_at_variable(Dwarf_Die& variable) {
        Dwarf_Attribute attribute;
        Dwarf_Op* operations = nullptr;
        std::size_t count = 0;
        Dwarf_Die type;
        if (!dwarf_attr(&variable, DW_AT_location, &attribute) ||
            dwarf_getlocation(&attribute, &operations, &count) != 0 || count == 0 || count > 2 ||
            operations[0].atom != DW_OP_fbreg || !type_of(variable, type))
            return;
        std::uint64_t at = frame_ + operations[0].number;
        // A parameter of a type that cannot be copied is handed over by its address.
        if (count == 2 && (operations[1].atom != DW_OP_deref || !read_(at, &at, sizeof at))) return;
        Path path;
        path.text = name_of(variable);
        path.of_this = path.text == "this" || path.text == "__closure";
        if (path.text.empty() || path.text.starts_with("__")) path.text.clear();
        if (path.of_this) path.text.clear();
        if (path.text.empty() && !path.of_this) return;
        look_at_object(type, at, path, 0);
    }

    void look_at_object(Dwarf_Die type, std::uint64_t at, const Path& path, int depth) {
        if (depth > kDeepest || ++steps_ > kMostSteps) return;
        const int tag = dwarf_tag(&type);
        // clang leaves out what a class of a library is made of; then its beginning has to do.
        const bool inside = address_ - at < size_of(type) ||
                            (address_ == at && dwarf_hasattr(&type, DW_AT_declaration));
        if (tag == DW_TAG_pointer_type || tag == DW_TAG_reference_type ||
            tag == DW_TAG_rvalue_reference_type) {
            if (inside && tag == DW_TAG_pointer_type && !path.of_this) found(path, type);
            follow(type, at, path, depth);
        } else if (tag == DW_TAG_array_type) {
            look_at_elements(type, at, size_of(type), path, depth);
        } else if (is_class(tag)) {
            look_at_class(type, at, inside, path, depth);
        } else if (inside) {
            found(path, type);
        }
    }

    void look_at_class(Dwarf_Die type, std::uint64_t at, bool inside, const Path& path, int depth) {
        if (is_library(type)) return look_at_library_type(type, at, inside, path, depth);
        const std::string name = name_of(type);
        const bool closure = name.empty() || name.starts_with("<lambda");
        bool in_member = false;
        for (const Member& member : members_of(type)) {
            Path next = member.name.empty() ? path : path.member(member.name);
            if (closure) next.of_this = false;  // what it captured has a name in its code
            look_at_object(member.type, at + member.offset, next, depth + 1);
            in_member |= address_ - at - member.offset < size_of(member.type);
        }
        if (inside && !in_member && !path.text.empty()) found(path, type);
    }

    // One thing, whatever it has inside. What it owns is reached through it; a guard owns nothing.
    void look_at_library_type(Dwarf_Die type, std::uint64_t at, bool inside, Path path, int depth) {
        const std::string name = name_of(type);
        if (name.find("lock<") != name.npos || name.find("lock_guard<") != name.npos) return;
        const bool array = name.starts_with("array<");
        if (inside && !array) return found(path, type);
        if (name.starts_with("vector<")) look_at_vector(type, at, path, depth);
        for (const Member& member : members_of(type)) {
            path.count_of_owners = member.name == "_M_pi";
            look_at_object(member.type, at + member.offset, path, depth + 1);
        }
    }

    void look_at_elements(Dwarf_Die array, std::uint64_t at, std::uint64_t size, const Path& path,
                          int depth) {
        Dwarf_Die element;
        if (!type_of(array, element)) return;
        const std::uint64_t each = size_of(element);
        if (each == 0 || address_ - at >= size) return;
        const std::uint64_t index = (address_ - at) / each;
        look_at_object(element, at + index * each, path.element(index), depth + 1);
    }

    // Where its elements begin and end stands in its three pointers.
    void look_at_vector(Dwarf_Die type, std::uint64_t at, const Path& path, int depth) {
        std::uint64_t range[2];
        Dwarf_Die pointer;
        if (!read_(at, range, sizeof range) || range[1] < range[0]) return;
        if (!find_member(type, "_M_start", pointer)) return;
        Path elements = path;
        ++elements.pointers;
        look_at_elements(pointer, range[0], range[1] - range[0], elements, depth);
    }

    bool find_member(Dwarf_Die type, std::string_view name, Dwarf_Die& found) {
        for (const Member& member : members_of(type)) {
            if (member.name == name) return found = member.type, true;
            if (find_member(member.type, name, found)) return true;
        }
        return false;
    }

    void follow(Dwarf_Die pointer, std::uint64_t at, Path path, int depth) {
        std::uint64_t target = 0;
        Dwarf_Die type;
        if (path.pointers >= kMostPointers || !type_of(pointer, type) || size_of(type) == 0 ||
            !read_(at, &target, sizeof target) || target < 4096)
            return;
        if (!seen_.insert({dwarf_dieoffset(&type), target}).second) return;
        ++path.pointers;
        path.arrow = dwarf_tag(&pointer) == DW_TAG_pointer_type;
        look_at_object(type, target, path, depth + 1);
    }

    void found(const Path& path, Dwarf_Die type) {
        VariableName name = path.named();
        if (name.text.empty()) return;
        name.is_unsigned = is_unsigned(type);
        const auto rank = [](const VariableName& one) {
            return std::tuple(one.pointers, one.of_this, one.text.size());
        };
        if (!best_ || rank(name) < rank(*best_)) best_ = std::move(name);
    }

    const Call& call_;
    const std::uint64_t address_;
    const ReadMemory& read_;
    bool has_frame_ = false;
    std::uint64_t frame_ = 0;
    int steps_ = 0;
    std::set<std::pair<Dwarf_Off, std::uint64_t>> seen_;
    std::optional<VariableName> best_;
};

}  // namespace

std::optional<VariableName> variable_at(const Call& call, std::uint64_t address,
                                        const ReadMemory& read) {
    std::optional<VariableName> name;
    with_module(call.module, [&](Dwfl* dwfl, Dwarf_Addr bias) {
        Dwarf_Addr dwarf_bias = 0;
        Dwfl_Module* module = dwfl_addrmodule(dwfl, call.code + bias);
        Dwarf* dwarf = module ? dwfl_module_getdwarf(module, &dwarf_bias) : nullptr;
        if (dwarf) name = Search(call, address, read).run(dwarf, call.code + bias - dwarf_bias);
    });
    return name;
}

std::optional<VariableName> global_at(const std::filesystem::path& module, std::uint64_t address) {
    std::optional<VariableName> name;
    const ReadMemory nothing = [](std::uint64_t, void*, std::size_t) { return false; };
    with_module(module, [&](Dwfl* dwfl, Dwarf_Addr bias) {
        Dwarf_Addr dwarf_bias = 0;
        Dwfl_Module* found = dwfl_addrmodule(dwfl, address + bias);
        Dwarf* dwarf = found ? dwfl_module_getdwarf(found, &dwarf_bias) : nullptr;
        const std::uint64_t in_dwarf = address + bias - dwarf_bias;
        if (dwarf) name = Search({}, in_dwarf, nothing).run_in_globals(dwarf);
    });
    return name;
}

}  // namespace symbols
