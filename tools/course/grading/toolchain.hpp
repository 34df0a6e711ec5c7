// The compilers that programs of the course are built with.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "course/model/manifest.hpp"
#include "course/model/preparation.hpp"

namespace course {

using PreparationListener = std::function<void(Preparation)>;

class Toolchain {
  public:
    // Told from now on by every toolchain how far its prepare() is, where that has something to
    // build. To be set before any of them prepares.
    static void on_preparation(PreparationListener listener);

    // "gcc", "clang", or "" for the one that $COURSE_TOOLCHAIN names; else the one that the runner
    // itself was built with. Configures its build folder if that has not been done.
    // Throws Error(kBrokenEnvironment). The object lives as long as the program. Thread-safe, as
    // are all members.
    static const Toolchain& named(const std::string& name);

    const std::string& name() const { return name_; }
    const std::string& compiler() const { return compiler_; }  // its path
    std::string description() const;                           // "GNU 12.2.0"
    bool is_clang() const { return compiler_id_.find("Clang") != std::string::npos; }

    // Builds what test programs of the engine are linked with, unless it is there and current.
    // Throws Error(kBrokenEnvironment) with the end of what the build said.
    void prepare(EngineKind engine) const;

    // Builds the command `interleave`, unless it is there and current, and returns it.
    // Throws Error(kBrokenEnvironment).
    std::filesystem::path explorer() const;
    // The program that measures `what`, a folder below tests/bench; brought up to date each time.
    std::filesystem::path benchmark(const std::string& what) const;

    // Command lines: from a test source, or a header alone, to an object file, from object
    // files to a test program.
    // `includes` in the order in which they are searched. The compiler cache is used where there
    // is one.
    std::vector<std::string> compile_test(EngineKind engine, const std::filesystem::path& source,
                                          const std::vector<std::filesystem::path>& includes,
                                          const std::filesystem::path& object,
                                          bool compiler_cache) const;
    std::vector<std::string> link_test(EngineKind engine,
                                       const std::vector<std::filesystem::path>& objects,
                                       const std::filesystem::path& program) const;
    // From one source with a main of its own, to an object file that explores itself when it is
    // linked by the second command.
    std::vector<std::string> compile_explored(const std::filesystem::path& source,
                                              const std::vector<std::filesystem::path>& includes,
                                              const std::filesystem::path& object) const;
    std::vector<std::string> link_explored(const std::filesystem::path& object,
                                           const std::filesystem::path& program) const;
    // Only the compiler's opinion on a test source, with these macros defined.
    std::vector<std::string> check_test(const std::filesystem::path& source,
                                        const std::vector<std::filesystem::path>& includes,
                                        const std::set<std::string>& defines) const;
    // A demo of the course in `root`, with the library in `tree` ("exercises" or "solutions").
    std::vector<std::string> compile_demo(const std::filesystem::path& root, const Demo& demo,
                                          const std::string& tree,
                                          const std::filesystem::path& output) const;
    // For a sanitizer's run-time: no start of other programs, a report that can be read.
    static std::vector<std::string> engine_environment(EngineKind engine,
                                                       const std::filesystem::path& log);

    const std::filesystem::path& build_folder() const { return build_; }

  private:
    struct Engine {
        std::vector<std::string> flags, link;
        std::filesystem::path kit;
    };
    explicit Toolchain(const std::string& name);
    bool read(const std::filesystem::path& file);  // false: not there, or not whole
    const Engine& engine(EngineKind kind) const;
    void build_kit(const std::filesystem::path& kit) const;
    void add_precompiled_header(const Engine& engine, std::vector<std::string>& command) const;

    std::string name_, compiler_, compiler_id_, compiler_version_, cmake_, ccache_;
    std::filesystem::path build_;
    std::vector<std::string> link_flags_;
    Engine native_, thread_, address_, must_not_compile_, schedules_;
};

// True if `grading`, the description of a build folder, is as new as what it is made from in the
// course's `root`. An older one has flags that do not fit what is built today.
bool is_up_to_date(const std::filesystem::path& grading, const std::filesystem::path& root);

// Whether a header that the kit's precompiled one was made of has been replaced since the stamp was
// written: by an update of the system, after which clang refuses the precompiled header and g++
// takes what the header said before.
bool system_headers_changed(const std::filesystem::path& kit, const std::filesystem::path& stamp);

}  // namespace course
