#include "symbols/modules.hpp"

#include <sys/stat.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "symbols/symbols.hpp"

namespace symbols {
namespace {

// An object file as it was when it was opened.
struct Entry {
    DwflHandle dwfl;
    Dwfl_Module* module = nullptr;
    GElf_Addr bias = 0;
    off_t size = 0;
    ino_t inode = 0;
    std::pair<long, long> changed;

    bool is_still(const struct stat& now) const {
        return dwfl && size == now.st_size && inode == now.st_ino &&
               changed == std::pair(now.st_mtim.tv_sec, now.st_mtim.tv_nsec);
    }
};

Entry open_module(const std::string& path, const struct stat& now) {
    Entry entry;
    entry.dwfl.reset(dwfl_begin(&files_alone()));
    entry.module = dwfl_report_offline(entry.dwfl.get(), path.c_str(), path.c_str(), -1);
    dwfl_report_end(entry.dwfl.get(), nullptr, nullptr);
    if (entry.module) dwfl_module_getelf(entry.module, &entry.bias);
    entry.size = now.st_size;
    entry.inode = now.st_ino;
    entry.changed = {now.st_mtim.tv_sec, now.st_mtim.tv_nsec};
    return entry;
}

}  // namespace

void with_module(const std::filesystem::path& module,
                 const std::function<void(Dwfl*, Dwarf_Addr)>& use) {
    static std::mutex mutex;
    static std::map<std::string, Entry> entries;
    const std::scoped_lock lock(mutex);
    struct stat now{};
    if (::stat(module.c_str(), &now) != 0) return;
    Entry& entry = entries[module.string()];
    if (!entry.is_still(now)) entry = open_module(module.string(), now);
    if (entry.module) use(entry.dwfl.get(), entry.bias);
}

}  // namespace symbols
