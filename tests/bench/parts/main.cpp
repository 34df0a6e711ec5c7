// Measures the reference parts beside their peers, in one run, and prints one table.
//
// A benchmark is named "PART: what is done/who"; who is "ours" or a peer. Its runs come in random
// order among those of all others, so that a busy moment of the machine hits everybody alike.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace {

struct Figure {
    std::string what, who;
    int threads;
    double nanoseconds;  // the median of the repetitions
};

// Who is not in the table, and why; found out when this was built.
const std::vector<std::pair<std::string, std::string>> peers_not_found = {
#include "not_found.inc"
};

// The last part of "arc: clone and drop/ours", and what stands before it.
std::pair<std::string, std::string> parts_of(const std::string& name) {
    const std::size_t slash = name.rfind('/');
    return {name.substr(0, slash), slash == name.npos ? "" : name.substr(slash + 1)};
}

class Table : public benchmark::BenchmarkReporter {
  public:
    bool ReportContext(const Context&) override { return true; }

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Aggregate || run.aggregate_name != "median") continue;
            const auto [what, who] = parts_of(run.run_name.function_name);
            figures_.push_back(
                {what, who, static_cast<int>(run.threads), run.GetAdjustedRealTime()});
        }
    }

    void Finalize() override {
        std::printf("%6s  %10s %10s  %-43s %7s  %s\n", "ratio", "ours ns", "peer ns",
                    "below 1: ours is faster", "threads", "peer");
        // Runs end in random order; the smaller the peer's time, the larger the ratio.
        std::ranges::sort(figures_, {}, [](const Figure& figure) {
            return std::tie(figure.what, figure.threads, figure.nanoseconds);
        });
        for (const Figure& peer : figures_) {
            const auto ours = std::ranges::find_if(figures_, [&](const Figure& figure) {
                return figure.who == "ours" && figure.what == peer.what &&
                       figure.threads == peer.threads;
            });
            if (peer.who == "ours" || ours == figures_.end()) continue;
            std::printf("%6.2f  %10.1f %10.1f  %-43s %7d  %s\n",
                        ours->nanoseconds / peer.nanoseconds, ours->nanoseconds, peer.nanoseconds,
                        peer.what.c_str(), peer.threads, peer.who.c_str());
        }
        for (const auto& [who, reason] : peers_not_found) {
            std::fprintf(stderr, "Not measured: %s, because %s.\n", who.c_str(), reason.c_str());
        }
    }

    bool empty() const { return figures_.empty(); }

  private:
    std::vector<Figure> figures_;
};

}  // namespace

int main(int count, char** words) {
    // What the caller says comes later, and counts.
    std::vector<std::string> arguments = {words[0], "--benchmark_enable_random_interleaving=true",
                                          "--benchmark_repetitions=9", "--benchmark_min_time=0.1"};
    arguments.insert(arguments.end(), words + 1, words + count);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    int given = static_cast<int>(pointers.size());
    benchmark::Initialize(&given, pointers.data());
    if (benchmark::ReportUnrecognizedArguments(given, pointers.data())) return 2;
    // A process that never had a second thread lets std::shared_ptr count without atomics, and no
    // program of this course stays like that.
    std::thread([] {}).join();
    Table table;
    benchmark::RunSpecifiedBenchmarks(&table);
    return table.empty() ? 1 : 0;
}
