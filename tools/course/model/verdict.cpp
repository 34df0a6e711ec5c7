#include "course/model/verdict.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace course {
namespace {

struct Word {
    std::string_view name, title;
};

// In the order of the enumerators.
constexpr std::array<Word, 16> kVerdicts = {{
    {"passed", "Passed"},
    {"todo", "Not written yet"},
    {"compile_error", "It does not compile"},
    {"wrong_result", "Wrong result"},
    {"data_race", "Data race"},
    {"deadlock", "Deadlock"},
    {"livelock", "Livelock"},
    {"lost_wakeup", "Lost wake-up"},
    {"leak", "Leak"},
    {"use_after_free", "Used after its end"},
    {"exception", "An exception got out"},
    {"crash", "Crash"},
    {"timeout", "Out of time"},
    {"not_concurrent", "Not concurrent"},
    {"should_not_compile", "It compiles, and must not"},
    {"tampered", "Files of the course were changed"},
}};
static_assert(kVerdicts[static_cast<std::size_t>(Verdict::tampered)].name == "tampered");

enum class About { code, something_else };
using enum About;

struct Explanation {
    Verdict verdict;
    Cause cause;
    std::string_view name;  // of the cause
    About about;
    std::string_view sentence;  // {} stands for the detail
};

// All that a verdict says, but for what is said of an answer that was written down.
constexpr Explanation kExplanations[] = {
    {Verdict::passed, Cause::none, "", code, "Every promise is kept."},
    {Verdict::todo, Cause::none, "", code, "Not written yet: {}."},
    {Verdict::compile_error, Cause::refused, "refused", code, "The compiler refuses this code{}."},
    {Verdict::compile_error, Cause::copied, "copied", code,
     "This copies a {}, which cannot be copied."},
    {Verdict::compile_error, Cause::endless, "endless", something_else,
     "The compiler did not finish with this code and was stopped."},
    {Verdict::wrong_result, Cause::promise, "promise", code, "A promise is not kept: {}."},
    {Verdict::wrong_result, Cause::bad_unlock, "bad_unlock", something_else, "{}."},
    {Verdict::wrong_result, Cause::uncontrolled, "uncontrolled", something_else, "{}."},
    {Verdict::wrong_result, Cause::not_repeatable, "not_repeatable", something_else, "{}."},
    {Verdict::data_race, Cause::none, "", code,
     "Two threads touch the same memory, one of them writes, and nothing orders them: a data "
     "race."},
    {Verdict::deadlock, Cause::none, "", code,
     "Every thread stands still: each waits for something that only another of them could do."},
    {Verdict::livelock, Cause::none, "", code, "The threads run for ever and get nowhere."},
    {Verdict::lost_wakeup, Cause::none, "", code,
     "A thread sleeps for ever: the notification that it waits for came before it slept."},
    {Verdict::leak, Cause::none, "", code, "Something was made and never given back: a leak."},
    {Verdict::use_after_free, Cause::none, "", code, "Memory is used after it is gone ({})."},
    {Verdict::exception, Cause::escaped, "escaped", code,
     "An exception left a thread's function, and std::terminate ended the program: {}."},
    {Verdict::exception, Cause::unexpected, "unexpected", code,
     "An unexpected exception was thrown: {}."},
    {Verdict::crash, Cause::unjoined, "unjoined", code,
     "A std::thread was destroyed while it could still be joined, so std::terminate ended the "
     "program."},
    {Verdict::crash, Cause::terminate, "terminate", code,
     "std::terminate was called, and it ended the program."},
    {Verdict::crash, Cause::segmentation_fault, "segmentation_fault", code,
     "The program used memory that is not there, such as what a null pointer points to "
     "(segmentation fault)."},
    {Verdict::crash, Cause::stack_overflow, "stack_overflow", code,
     "The program used up its stack: a function probably calls itself without end."},
    {Verdict::crash, Cause::abort, "abort", code,
     "std::abort was called, and it ended the program."},
    {Verdict::crash, Cause::signal, "signal", code, "The program was ended by a signal: {}."},
    {Verdict::crash, Cause::memory, "memory", code, "The program broke the rules of memory ({})."},
    {Verdict::crash, Cause::exit, "exit", something_else,
     "The program ended itself before its tests were done ({})."},
    {Verdict::crash, Cause::ending, "ending", something_else,
     "All tests passed, and then the program ended {}."},
    {Verdict::crash, Cause::forbidden, "forbidden", something_else,
     "The program tried to {}, which a graded program may not do."},
    {Verdict::crash, Cause::too_much_memory, "too_much_memory", something_else,
     "The program took more memory than it may have."},
    {Verdict::crash, Cause::too_many_threads, "too_many_threads", something_else,
     "The program started more threads than it may have."},
    {Verdict::crash, Cause::too_much_output, "too_much_output", something_else,
     "The program printed more than 16 MiB."},
    {Verdict::crash, Cause::too_much_written, "too_much_written", something_else,
     "The program wrote more to files than it may."},
    {Verdict::timeout, Cause::processor_time, "processor_time", code,
     "The program used up its processor time without finishing; it is probably looping."},
    {Verdict::timeout, Cause::wall_clock, "wall_clock", something_else,
     "The program ran out of time while mostly waiting, or the machine is overloaded."},
    {Verdict::not_concurrent, Cause::none, "", code,
     "Only {} tasks were under way at the same time, and they wait for the others for ever: the "
     "work is done one after another."},
    {Verdict::should_not_compile, Cause::accepted, "accepted", code,
     "Code that must be refused compiles. The compiler has to say \"{}\"."},
    {Verdict::should_not_compile, Cause::other_sentence, "other_sentence", code,
     "The code is refused, but not with the sentence that was asked for: \"{}\"."},
    {Verdict::tampered, Cause::changed_file, "changed_file", something_else,
     "{} is not as it was shipped, and what decides about your code must be."},
    {Verdict::tampered, Cause::redefined, "redefined", something_else, "This file {}."},
    {Verdict::tampered, Cause::unreported, "unreported", something_else,
     "A test was not reported: {}."},
    {Verdict::tampered, Cause::added_test, "added_test", something_else,
     "The submission adds a test of its own: {}."},
};

}  // namespace

std::string_view to_string(Verdict verdict) {
    return kVerdicts[static_cast<std::size_t>(verdict)].name;
}

std::string_view title(Verdict verdict) {
    return kVerdicts[static_cast<std::size_t>(verdict)].title;
}

std::optional<Verdict> verdict_from(std::string_view name) {
    const auto found = std::ranges::find(kVerdicts, name, &Word::name);
    if (found == kVerdicts.end()) return std::nullopt;
    return static_cast<Verdict>(found - kVerdicts.begin());
}

std::string_view to_string(Cause cause) {
    const auto found = std::ranges::find(kExplanations, cause, &Explanation::cause);
    return found->name;
}

std::vector<Cause> causes_of(Verdict verdict) {
    std::vector<Cause> causes;
    for (const Explanation& row : kExplanations)
        if (row.verdict == verdict && row.cause != Cause::none) causes.push_back(row.cause);
    return causes;
}

std::optional<Cause> cause_from(Verdict verdict, std::string_view name) {
    for (const Cause cause : causes_of(verdict))
        if (to_string(cause) == name) return cause;
    return std::nullopt;
}

bool is_about_the_code(Cause cause) {
    return std::ranges::find(kExplanations, cause, &Explanation::cause)->about == code;
}

std::string explain(Verdict verdict, Cause cause, std::string_view detail) {
    const auto row = std::ranges::find_if(kExplanations, [&](const Explanation& one) {
        return one.verdict == verdict && one.cause == cause;
    });
    if (row == std::end(kExplanations)) return std::string(detail) + ".";
    std::string sentence(row->sentence);
    if (const std::size_t at = sentence.find("{}"); at != std::string::npos)
        sentence.replace(at, 2, detail);
    return sentence;
}

std::string promise(std::string_view test_name) {
    const std::size_t dot = test_name.find('.');
    std::string text(dot == std::string_view::npos ? test_name : test_name.substr(dot + 1));
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string promise(const TestOutcome& test) {
    return test.words.empty() ? promise(test.name) : test.words;
}

}  // namespace course
