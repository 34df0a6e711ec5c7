// Prints a sample: show_sample NAME table|ascii|color|json|html|trace [WIDTH [HEIGHT]]
#include <cstdio>
#include <cstdlib>
#include <string>

#include "interleave/report/html.hpp"
#include "interleave/report/json.hpp"
#include "interleave/report/table.hpp"
#include "interleave/report/trace.hpp"
#include "samples.hpp"

namespace {

std::string shown(const interleave::Result& result, const std::string& format,
                  interleave::TableOptions options) {
    if (format == "json") return to_json(result);
    if (format == "html") return to_html(result);
    if (format == "trace") return to_trace(result);
    options.ascii = format == "ascii";
    options.colour = format == "color";
    return to_table(result, options);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string name = argc > 1 ? argv[1] : "";
    interleave::TableOptions options;
    if (argc > 3) options.width = std::atoi(argv[3]);
    if (argc > 4) options.height = std::atoi(argv[4]);
    for (const auto& sample : interleave::samples::all()) {
        if (sample.name != name) continue;
        std::fputs(shown(sample.result, argc > 2 ? argv[2] : "table", options).c_str(), stdout);
        return 0;
    }
    std::fprintf(stderr, "no sample has the name '%s'\n", name.c_str());
    return 1;
}
