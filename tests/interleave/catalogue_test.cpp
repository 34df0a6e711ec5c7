// What the command says about each program of the catalogues.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "driven_command.hpp"
#include "interleave/report/json.hpp"

namespace {

namespace fs = std::filesystem;
using interleave::Result;

struct Program {
    std::string folder, name;    // "classics", "account.fixed"
    std::string source, to_run;  // C is compiled by the command, C++ was built before
    std::string verdict, message;
};

void PrintTo(const Program& program, std::ostream* out) {
    *out << program.source;
}

// The comment line `// KEY: text` at the top.
std::string first_line(const std::string& source, const std::string& key) {
    std::istringstream text(tested::read_file(source));
    const std::string start = "// " + key + ": ";
    for (std::string line; std::getline(text, line) && line.starts_with("//");)
        if (line.starts_with(start)) return line.substr(start.size());
    return {};
}

// Chance must not decide whether a classic bug is found; the compiler has no part in that.
#ifdef __clang__
constexpr int kSeedsOfClassics = 1;
#else
constexpr int kSeedsOfClassics = 10;
#endif

std::vector<Program> programs() {
    std::vector<Program> all;
    for (const std::string folder : {"classics", "verdicts", "correct"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(TESTED_CATALOGUE) / folder)) {
            const fs::path& source = entry.path();
            const bool c = source.extension() == ".c";
            if (!c && source.extension() != ".cpp") continue;
            const std::string name = source.stem();
            const std::string built = std::string(TESTED_PROGRAMS) + "/" + folder + "/" + name;
            all.push_back({folder, name, source, c ? source.string() : built,
                           first_line(source, "verdict"), first_line(source, "message")});
        }
    }
    std::ranges::sort(all, {}, &Program::source);
    return all;
}

// What of a result names things: the sentence, the places, and where the threads are.
std::string words_of(const Result& result) {
    std::ostringstream words;
    words << result.message << '\n';
    const auto add = [&](const std::vector<interleave::Frame>& stack) {
        for (const auto& frame : stack) words << frame.function << '\n';
    };
    for (const auto& place : result.places) {
        words << place.label << '\n';
        add(place.stack);
    }
    for (const auto& thread : result.threads) {
        words << thread.state << '\n';
        for (const auto& lock : thread.holds) words << lock << '\n';
        add(thread.stack);
    }
    return words.str();
}

Result explored(const Program& program, int seed, int most) {
    const auto ended =
        tested::run_for_json({"--seed", std::to_string(seed), "--max-executions",
                              std::to_string(most), "--max-seconds", "10", program.to_run});
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(ended.status, program.verdict == "passed" ? 0 : 1);
    try {
        return interleave::from_json(ended.out);
    } catch (const std::exception& error) {
        ADD_FAILURE() << error.what() << '\n' << ended.out;
        return {};
    }
}

class Catalogue : public testing::TestWithParam<Program> {};

TEST_P(Catalogue, gets_its_verdict) {
    const Program& program = GetParam();
    ASSERT_NE(program.verdict, "") << program.source << " has no `// verdict:` line";
    const bool bug = program.verdict != "passed";
    const int seeds = bug && program.folder == "classics" ? kSeedsOfClassics : 1;
    for (int seed = 1; seed <= seeds; ++seed) {
        const Result result = explored(program, seed, bug ? 10'000 : 2'000);
        ASSERT_EQ(interleave::to_string(result.verdict), program.verdict)
            << "seed " << seed << ", " << result.executions << " executions: " << result.message;
        EXPECT_NE(words_of(result).find(program.message), std::string::npos)
            << "no \"" << program.message << "\" in:\n"
            << words_of(result);
        EXPECT_EQ(result.schedule.empty(), !bug);
    }
}

std::string name_of(const testing::TestParamInfo<Program>& info) {
    std::string name = info.param.folder + "_" + info.param.name;
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(Program, Catalogue, testing::ValuesIn(programs()), name_of);

}  // namespace
