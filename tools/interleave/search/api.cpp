// The functions of interleave.hpp.
#include <cstdio>
#include <interleave/interleave.hpp>

#include "interleave/report/table.hpp"
#include "interleave/search/explorer.hpp"
#include "interleave/search/worker.hpp"

#define INTERLEAVE_API __attribute__((visibility("default")))

namespace interleave {
namespace {

void call_body(void* body) {
    (*static_cast<const std::function<void()>*>(body))();
}

void call_text_body(void* body) {
    const std::string outcome = (*static_cast<const std::function<std::string()>*>(body))();
    search::set_outcome(outcome);
}

}  // namespace

INTERLEAVE_API Result explore(const Options& options, const std::function<void()>& body) {
    return search::explore_in_child(options, false, call_body,
                                    const_cast<std::function<void()>*>(&body));
}

INTERLEAVE_API Result explore_here(const Options& options, const std::function<void()>& body) {
    return search::explore_here(options, false, call_body,
                                const_cast<std::function<void()>*>(&body));
}

INTERLEAVE_API Result outcomes_of_text(const Options& options,
                                       const std::function<std::string()>& body) {
    return search::explore_in_child(options, true, call_text_body,
                                    const_cast<std::function<std::string()>*>(&body));
}

INTERLEAVE_API void fail(const std::string& message) {
    runtime::execution.fail(Verdict::wrong_result, message.c_str());
}

INTERLEAVE_API std::string describe(const Result& result) {
    TableOptions options;
    return to_table(result, options);
}

}  // namespace interleave

extern "C" INTERLEAVE_API int __tsan_simulate(void (*callback)(void*), void* argument) {
    const interleave::Result result =
        interleave::search::explore_in_child({}, false, callback, argument);
    if (result.verdict == interleave::Verdict::passed) return 0;
    std::fputs(interleave::describe(result).c_str(), stderr);
    return 1;
}
