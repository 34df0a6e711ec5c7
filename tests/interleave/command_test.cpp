// The command line: what it refuses, what it returns, and where its reports go.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "driven_command.hpp"
#include "interleave/report/json.hpp"

namespace {

using interleave::Result;
using tested::Ended;
using tested::run_command;
using tested::run_for_json;
using tested::Scratch;
using tested::write_file;

std::string catalogue(const std::string& file) {
    return TESTED_CATALOGUE "/" + file;
}

// C, because it compiles in a tenth of the time.
const std::string kRace = catalogue("verdicts/data_race_c_counter.c");
const std::string kSold = catalogue("verdicts/wrong_result_check_then_act_c.c");
const std::string kCorrect = catalogue("correct/pthread_once.c");

void expect_refused(const std::vector<std::string>& arguments, const std::string& says) {
    const Ended ended = run_command(arguments);
    EXPECT_EQ(ended.status, 2) << ended.out << ended.err;
    EXPECT_NE(ended.err.find(says), std::string::npos) << ended.err;
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
    EXPECT_EQ(ended.out, "");
}

TEST(InterleaveCommand, refuses_what_it_does_not_know_in_one_sentence) {
    expect_refused({}, "--help");
    expect_refused({"fly"}, "no command \"fly\"");
    expect_refused({"run"}, "FILE");
    expect_refused({"run", "--mode", "magic", kRace}, "magic");
    expect_refused({"run", "--bound", "-1", kRace}, "--bound");
    expect_refused({"run", "--max-executions", "0", kRace}, "--max-executions");
    expect_refused({"run", "--max-seconds", "0", kRace}, "--max-seconds");
    expect_refused({"run", "--seed", "-1", kRace}, "--seed");
    expect_refused({"run", "--replay", "1/", "--outcomes", kRace}, "--replay");
    expect_refused({"run", "--json", "-", "--html", "-", kRace}, "standard output");
    expect_refused({"run", "--json", "/no/such/folder/file", kRace}, "cannot be written");
}

TEST(InterleaveCommand, refuses_files_that_are_no_programs) {
    const Scratch scratch;
    expect_refused({"run", scratch / "none.cpp"}, "does not exist");
    expect_refused({"run", "/"}, "is a folder");
    write_file(scratch / "empty.cpp", "");
    expect_refused({"run", scratch / "empty.cpp"}, "is empty");
    write_file(scratch / "binary.cpp", std::string("int\0main", 8));
    expect_refused({"run", scratch / "binary.cpp"}, "binary");
    expect_refused({"run", "/bin/sh"}, "was not linked with libinterleave");
    if (geteuid() == 0) return;  // reads everything
    write_file(scratch / "secret.cpp", "int main() {}");
    std::filesystem::permissions(scratch / "secret.cpp", std::filesystem::perms::none);
    expect_refused({"run", scratch / "secret.cpp"}, "cannot be read");
}

TEST(InterleaveCommand, a_compiler_that_cannot_be_started_is_named) {
    const Scratch scratch;
    const Ended none = run_command({"run", kRace}, {"CC=no-such-compiler"});
    EXPECT_EQ(none.status, 3);
    EXPECT_EQ(none.err, "interleave: The program no-such-compiler is not installed.\n");
    write_file(scratch / "noise", std::string("\0noise", 6));
    std::filesystem::permissions(scratch / "noise", std::filesystem::perms::owner_all);
    const Ended noise = run_command({"run", kRace}, {"CC=" + (scratch / "noise")});
    EXPECT_EQ(noise.status, 3);
    EXPECT_NE(noise.err.find("cannot be started: Exec format error.\n"), std::string::npos);
}

TEST(InterleaveCommand, says_nothing_that_turns_its_lines_around) {
    const Ended ended = run_command({"run", "\u202eppc.enon"});
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find("\\u202eppc.enon"), std::string::npos) << ended.err;
    EXPECT_EQ(ended.err.find("\u202e"), std::string::npos);
}

TEST(InterleaveCommand, refuses_code_that_it_cannot_see_into) {
    expect_refused({"run", "--compiler-flag", "-fno-sanitize=thread", kRace},
                   "without -fsanitize=thread");
}

TEST(InterleaveCommand, the_exit_status_says_how_it_ended) {
    const Scratch scratch;
    EXPECT_EQ(run_command({"--help"}).status, 0);
    EXPECT_EQ(run_command({"run", kCorrect}).status, 0);
    EXPECT_EQ(run_command({"run", kRace}).status, 1);
    write_file(scratch / "wrong.cpp", "int main( {}");
    const Ended ended = run_command({"run", scratch / "wrong.cpp"});
    EXPECT_EQ(ended.status, 3);
    EXPECT_NE(ended.err.find("error:"), std::string::npos) << ended.err;
    write_file(scratch / "unlinked.c", "int nowhere(void); int main(void) { return nowhere(); }");
    const Ended unlinked = run_command({"run", scratch / "unlinked.c"});
    EXPECT_EQ(unlinked.status, 3);
    EXPECT_NE(unlinked.err.find("nowhere"), std::string::npos) << unlinked.err;
}

TEST(InterleaveCommand, prints_a_table_that_fits_without_colours_into_a_pipe) {
    const Ended ended = run_command({"run", kRace}, {"COLUMNS=60", "LINES=20", "LC_ALL=C"});
    EXPECT_NE(ended.out.find("nothing orders"), std::string::npos) << ended.out;
    EXPECT_EQ(ended.out.find('\x1b'), std::string::npos);
    std::istringstream lines(ended.out);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(line.size(), 60u) << line;
    EXPECT_LE(count, 20);
}

TEST(InterleaveCommand, words_after_two_dashes_are_the_programs) {
    const Scratch scratch;
    write_file(scratch / "words.c", R"(#include <assert.h>
        #include <string.h>
        int main(int n, char** words) {
            assert(n == 3 && !strcmp(words[1], "--mode") && !strcmp(words[2], "b c"));
        })");
    EXPECT_EQ(run_command({"run", scratch / "words.c", "--", "--mode", "b c"}).status, 0);
    EXPECT_EQ(run_command({"run", scratch / "words.c"}).status, 1);
}

TEST(InterleaveCommand, several_files_and_compiler_flags_make_one_program) {
    const Scratch scratch;
    write_file(scratch / "main.cpp", "extern \"C\" int answer(); int main() { return answer(); }");
    write_file(scratch / "answer.c", "int answer(void) { return ANSWER; }");
    const auto with = [&](const char* answer) {
        return run_command({"run", "--compiler-flag", std::string("-DANSWER=") + answer,
                            scratch / "main.cpp", scratch / "answer.c"})
            .status;
    };
    EXPECT_EQ(with("0"), 0);
    EXPECT_EQ(with("1"), 1);
}

TEST(InterleaveCommand, writes_reports_to_files_and_json_to_the_standard_output) {
    const Scratch scratch;
    const Ended ended = run_command({"run", kRace, "--json", "-", "--html", scratch / "page.html",
                                     "--trace", scratch / "trace.json"});
    EXPECT_EQ(ended.status, 1);
    EXPECT_EQ(interleave::from_json(ended.out).verdict, interleave::Verdict::data_race);
    EXPECT_NE(tested::read_file(scratch / "page.html").find("</html>"), std::string::npos);
    const auto trace = nlohmann::json::parse(tested::read_file(scratch / "trace.json"));
    EXPECT_FALSE(trace.at("traceEvents").empty());
}

TEST(InterleaveCommand, a_token_shows_the_same_events_each_time) {
    const Result found = interleave::from_json(run_for_json({kSold}).out);
    ASSERT_NE(found.schedule, "");
    // The time that it took is the one thing that may differ.
    const auto again = [&] {
        auto json = nlohmann::json::parse(run_for_json({"--replay", found.schedule, kSold}).out);
        json.erase("seconds");
        return json.dump();
    };
    const std::string first = again(), second = again();
    EXPECT_EQ(first, second);
    const Result replayed =
        interleave::from_json(run_for_json({"--replay", found.schedule, kSold}).out);
    EXPECT_EQ(replayed.verdict, found.verdict);
    EXPECT_EQ(replayed.message, found.message);
    EXPECT_EQ(replayed.schedule, found.schedule);
    ASSERT_EQ(replayed.events.size(), found.events.size());
    for (std::size_t i = 0; i < found.events.size(); ++i) {
        EXPECT_EQ(replayed.events[i].thread, found.events[i].thread) << i;
        EXPECT_EQ(replayed.events[i].action, found.events[i].action) << i;
        EXPECT_EQ(replayed.events[i].object, found.events[i].object) << i;
        EXPECT_EQ(replayed.events[i].value, found.events[i].value) << i;
    }
}

TEST(InterleaveCommand, refuses_a_token_of_another_build) {
    expect_refused({"run", "--replay", "00000000/1>1", kSold}, "another build");
    expect_refused({"run", "--replay", "nonsense", kSold}, "no schedule");
}

TEST(InterleaveCommand, outcomes_lists_what_the_program_can_print) {
    const Scratch scratch;
    write_file(scratch / "two.c", R"(#include <pthread.h>
        #include <stdatomic.h>
        #include <stdio.h>
        atomic_int counter;
        void* add(void* unused) { counter = counter + 1; return unused; }
        int main(void) {
            pthread_t a, b;
            pthread_create(&a, 0, add, 0);
            pthread_create(&b, 0, add, 0);
            pthread_join(a, 0);
            pthread_join(b, 0);
            printf("%d", counter);
            return 0;
        })");
    const Ended ended = run_for_json({"--outcomes", "--mode", "dpor", scratch / "two.c"});
    EXPECT_EQ(ended.status, 0);
    const Result result = interleave::from_json(ended.out);
    ASSERT_EQ(result.outcomes.size(), 2u);
    EXPECT_EQ(result.outcomes[0].value, "1");
    EXPECT_EQ(result.outcomes[1].value, "2");
    EXPECT_TRUE(result.exhausted);
}

TEST(InterleaveCommand, says_when_the_program_takes_the_explorer_down) {
    const Scratch scratch;
    write_file(scratch / "kill.c", R"(#include <signal.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        int main(void) { return (int)syscall(SYS_kill, getpid(), SIGKILL); })");
    const Ended ended = run_for_json({scratch / "kill.c"});
    EXPECT_EQ(ended.status, 1);
    const Result result = interleave::from_json(ended.out);
    EXPECT_EQ(result.verdict, interleave::Verdict::crash);
    EXPECT_NE(result.message.find("Killed"), std::string::npos) << result.message;
}

TEST(InterleaveCommand, a_signal_leaves_nothing_behind) {
    const Scratch scratch;
    write_file(scratch / "stuck.c", R"(#include <sys/syscall.h>
        #include <unistd.h>
        int main(void) { return (int)syscall(SYS_pause); })");
    const std::string place = scratch / "tmp";
    std::filesystem::create_directory(place);
    const std::string source = scratch / "stuck.c", variable = "TMPDIR=" + place;
    const pid_t child = fork();
    if (child == 0) {
        putenv(const_cast<char*>(variable.c_str()));
        execl(TESTED_COMMAND, "interleave", "run", source.c_str(), nullptr);
        _exit(127);
    }
    const auto has_program = [&] {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(place))
            if (entry.path().filename() == "program") return true;
        return false;
    };
    while (!has_program()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    kill(child, SIGTERM);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM) << status;
    EXPECT_TRUE(std::filesystem::is_empty(place));
}

}  // namespace
