#include "interleave/report/program_options.hpp"

#include "interleave/report/json_fields.hpp"

namespace interleave::report {

void fields(auto& visit, Is<ProgramOptions> auto& options) {
    auto& search = options.search;
    visit.required("mode", search.mode);
    visit.required("bound", search.bound);
    visit.required("max_executions", search.max_executions);
    visit.required("max_steps", search.max_steps);
    visit.required("max_length", search.max_length);
    visit.required("max_seconds", search.max_seconds);
    visit.required("seed", search.seed);
    visit.required("schedule", search.schedule);
    visit.required("races", search.races);
    visit.required("leaks", search.leaks);
    visit.required("spurious", search.spurious);
    visit.required("futex_spurious", search.futex_spurious);
    visit.required("timeouts", search.timeouts);
    visit.required("own", search.own);
    visit.required("step_through", search.step_through);
    visit.required("picks", search.picks);
    visit.required("to_the_end", search.to_the_end);
    visit.required("outcomes", options.outcomes);
    visit.required("result", options.result);
}

std::string write_program_options(const ProgramOptions& options) {
    return Writer::written(options).dump();
}

ProgramOptions read_program_options(const std::string& text) {
    return read_json<ProgramOptions>(parse_json(text));
}

}  // namespace interleave::report
