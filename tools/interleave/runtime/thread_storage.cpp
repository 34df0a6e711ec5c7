#include "interleave/runtime/thread_storage.hpp"

#include <asm/prctl.h>
#include <dlfcn.h>
#include <link.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace interleave::runtime {
namespace {

enum class Way : std::uint8_t { fs_register, contents, system_call };

constexpr std::size_t kLine = 64;  // bytes that are exchanged at once
constexpr unsigned long kMayWriteFs = 2;

Way way = Way::system_call;
bool may_write_fs = false;
std::uintptr_t native = 0;    // the kernel thread's control block
std::uintptr_t home = 0;      // what `native` holds lies here while a fiber's contents are there
std::uintptr_t in_force = 0;  // whose storage is used: a fiber's, or `home`

std::size_t tls_bytes = 0;            // below the control block
std::size_t control_block_bytes = 0;  // glibc's struct pthread
void* (*allocate_tls)(void*) = nullptr;
void (*init_ctype)() = nullptr;
char* pristine = nullptr;  // what a new thread's storage holds

// Words of the control block in which the C library keeps what belongs to the thread: whether it
// may be cancelled, and the texts of strerror and strsignal. All else is the same in all fibers,
// or is not used because its functions are replaced.
std::size_t words[3];
int word_count = 0;
std::size_t cancel_word = 0;  // 0: unknown

char* bytes_at(std::uintptr_t address) {
    return reinterpret_cast<char*>(address);
}

std::uintptr_t read_register() {
    std::uintptr_t base;
    asm("movq %%fs:0, %0" : "=r"(base));  // the control block starts with its own address
    return base;
}

[[gnu::target("fsgsbase")]] void write_register(std::uintptr_t base) {
    if (way == Way::fs_register) {
        __builtin_ia32_wrfsbase64(base);
    } else {
        syscall(SYS_arch_prctl, ARCH_SET_FS, base);
    }
}

void copy_words(std::uintptr_t to, std::uintptr_t from) {
    for (int i = 0; i < word_count; ++i)
        __builtin_memcpy(bytes_at(to + words[i]), bytes_at(from + words[i]), 8);
}

void exchange_contents(std::uintptr_t next) {
    for (std::size_t below = kLine; below <= tls_bytes; below += kLine) {
        __builtin_memcpy(bytes_at(in_force - below), bytes_at(native - below), kLine);
        __builtin_memcpy(bytes_at(native - below), bytes_at(next - below), kLine);
    }
    copy_words(in_force, native);
    copy_words(native, next);
}

template <typename F>
bool find_symbol(F& symbol, const char* name) {
    symbol = reinterpret_cast<F>(dlsym(RTLD_DEFAULT, name));
    return symbol != nullptr;
}

// Whose variables nobody passes to another thread by address.
bool is_standard(const char* library) {
    for (const char* name : {"/libc.so", "/libstdc++.so", "/libc++abi.so", "/libc++.so",
                             "/ld-linux", "/libdw.so", "/libelf.so"})
        if (std::strstr(library, name)) return true;
    return false;
}

// Measures the storage; whether the program has thread_local variables of its own.
int add_variables(dl_phdr_info* info, std::size_t, void* own) {
    for (int i = 0; i < info->dlpi_phnum; ++i)
        if (info->dlpi_phdr[i].p_type == PT_TLS && info->dlpi_phdr[i].p_memsz &&
            !is_standard(info->dlpi_name))
            *static_cast<bool*>(own) = true;
    if (!info->dlpi_tls_data) return 0;
    const std::uintptr_t below = native - reinterpret_cast<std::uintptr_t>(info->dlpi_tls_data);
    if (below < (std::size_t{1} << 24) && below > tls_bytes) tls_bytes = below;
    return 0;
}

const char* wanted() {
    const char* name = std::getenv("INTERLEAVE_STORAGE");
    return name ? name : "";
}

Way choose_way(bool own_variables) {
    const bool any = !*wanted();
    if (may_write_fs && (any || !std::strcmp(wanted(), "register"))) return Way::fs_register;
    if (own_variables || !std::strcmp(wanted(), "system_call")) return Way::system_call;
    return Way::contents;
}

void find_words() {
    const std::uint32_t* cancel;  // {bits, elements, offset}
    if (find_symbol(cancel, "_thread_db_pthread_cancelhandling"))
        words[word_count++] = cancel_word = cancel[2] & ~std::size_t{7};
    const char* const texts[] = {strerror(-1), strsignal(-1)};
    for (const char* text : texts)
        for (std::size_t at = 0; at + 8 <= control_block_bytes; at += 8)
            if (!std::memcmp(bytes_at(native + at), &text, 8)) {
                words[word_count++] = at;
                break;
            }
}

char* take_memory(std::size_t bytes) {
    void* got = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED) abort();
    return static_cast<char*>(got);
}

}  // namespace

bool storage_is_known() {
    for (const char* name : {"", "register", "contents", "system_call"})
        if (!std::strcmp(wanted(), name)) return true;
    return false;
}

bool prepare_storage() {
    native = home = in_force = read_register();
    may_write_fs = getauxval(AT_HWCAP2) & kMayWriteFs;
    unsigned* pthread_bytes;
    if (!find_symbol(allocate_tls, "_dl_allocate_tls") ||
        !find_symbol(init_ctype, "__ctype_init") ||
        !find_symbol(pthread_bytes, "_thread_db_sizeof_pthread"))
        return false;
    control_block_bytes = *pthread_bytes;
    tls_bytes = 0;
    bool own = false;
    dl_iterate_phdr(add_variables, &own);
    tls_bytes = (tls_bytes + kLine - 1) & ~(kLine - 1);
    way = choose_way(own);
    find_words();
    if (way != Way::contents) return true;
    home = in_force = reinterpret_cast<std::uintptr_t>(take_memory(storage_bytes())) + tls_bytes;
    std::memcpy(bytes_at(storage_begin(home)), bytes_at(storage_begin(native)), storage_bytes());
    return true;
}

std::size_t storage_bytes() {
    return tls_bytes + control_block_bytes;
}

std::uintptr_t storage_begin(std::uintptr_t control_block) {
    return control_block - tls_bytes;
}

// As pthread_create lays it out.
std::uintptr_t make_storage(std::uintptr_t end) {
    const std::uintptr_t control_block = (end - control_block_bytes) & ~(kLine - 1);
    char* const block = bytes_at(control_block);
    allocate_tls(block);  // the table of modules, and the initial values
    void* modules;
    std::memcpy(&modules, block + 8, 8);
    std::memcpy(block, bytes_at(native), control_block_bytes);
    std::memcpy(block, &control_block, 8);
    std::memcpy(block + 8, &modules, 8);
    std::memcpy(block + 16, &control_block, 8);
    for (int i = 0; i < word_count; ++i) std::memset(block + words[i], 0, 8);
    if (!pristine) {
        const std::uintptr_t before = read_register();
        write_register(control_block);
        init_ctype();
        write_register(before);
        pristine = take_memory(tls_bytes);
        std::memcpy(pristine, block - tls_bytes, tls_bytes);
    }
    return control_block;
}

void renew_storage(std::uintptr_t control_block) {
    std::memcpy(bytes_at(storage_begin(control_block)), pristine, tls_bytes);
    if (cancel_word)
        std::memcpy(bytes_at(control_block + cancel_word), bytes_at(home + cancel_word), 8);
}

void use_storage(std::uintptr_t control_block) {
    if (way != Way::contents) {
        write_register(control_block);
    } else if (control_block != in_force) {
        exchange_contents(control_block);
    }
    in_force = control_block;
}

void use_native_storage() {
    use_storage(home);
}

bool is_exchanged(std::uintptr_t address) {
    return way == Way::contents && address - storage_begin(native) < storage_bytes();
}

NativeStorage::NativeStorage() : previous_(in_force) {
    if (previous_ != home) use_native_storage();
}

NativeStorage::~NativeStorage() {
    if (previous_ != home) use_storage(previous_);
}

}  // namespace interleave::runtime
