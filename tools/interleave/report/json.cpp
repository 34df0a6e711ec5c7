#include "interleave/report/json.hpp"

#include <stdexcept>

#include "interleave/report/result_fields.hpp"

namespace interleave {

std::string to_json(const Result& result) {
    return report::Writer::written(result).dump(2, ' ', false,
                                                report::Json::error_handler_t::replace) +
           '\n';
}

Result from_json(std::string_view text) {
    try {
        return report::read_json<Result>(report::parse_json(text));
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(
            fmt::format("This is not a result of interleave: {}.", error.what()));
    }
}

}  // namespace interleave
