#include "interleave/report/program_options.hpp"

#include <nlohmann/json.hpp>

namespace interleave::report {

std::string write_program_options(const ProgramOptions& options) {
    const Options& search = options.search;
    return nlohmann::json{{"mode", static_cast<int>(search.mode)},
                          {"bound", search.bound},
                          {"max_executions", search.max_executions},
                          {"max_steps", search.max_steps},
                          {"max_length", search.max_length},
                          {"max_seconds", search.max_seconds},
                          {"seed", search.seed},
                          {"schedule", search.schedule},
                          {"races", search.races},
                          {"leaks", search.leaks},
                          {"spurious", search.spurious},
                          {"futex_spurious", search.futex_spurious},
                          {"timeouts", search.timeouts},
                          {"own", search.own},
                          {"step_through", search.step_through},
                          {"picks", search.picks},
                          {"to_the_end", search.to_the_end},
                          {"outcomes", options.outcomes},
                          {"result", options.result}}
        .dump();
}

ProgramOptions read_program_options(const std::string& text) {
    const auto json = nlohmann::json::parse(text);
    ProgramOptions options;
    Options& search = options.search;
    search.mode = static_cast<Mode>(json.at("mode").get<int>());
    json.at("bound").get_to(search.bound);
    json.at("max_executions").get_to(search.max_executions);
    json.at("max_steps").get_to(search.max_steps);
    json.at("max_length").get_to(search.max_length);
    json.at("max_seconds").get_to(search.max_seconds);
    json.at("seed").get_to(search.seed);
    json.at("schedule").get_to(search.schedule);
    json.at("races").get_to(search.races);
    json.at("leaks").get_to(search.leaks);
    json.at("spurious").get_to(search.spurious);
    json.at("futex_spurious").get_to(search.futex_spurious);
    json.at("timeouts").get_to(search.timeouts);
    json.at("own").get_to(search.own);
    json.at("step_through").get_to(search.step_through);
    json.at("picks").get_to(search.picks);
    json.at("to_the_end").get_to(search.to_the_end);
    json.at("outcomes").get_to(options.outcomes);
    json.at("result").get_to(options.result);
    return options;
}

}  // namespace interleave::report
