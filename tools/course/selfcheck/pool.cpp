#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <fstream>
#include <limits>
#include <mutex>
#include <thread>
#include <tuple>

#include "course/selfcheck/job.hpp"
#include "system/cpu_account.hpp"

namespace course::checking {

using namespace sys;
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class Pool {
  public:
    Pool(std::vector<Job> jobs, const PoolOptions& options, Reporter& reporter)
        : options_(options), reporter_(reporter) {
        add(std::move(jobs));
    }

    Tally run() {
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < std::max(1u, options_.workers); ++i) {
                threads.emplace_back([this] { work(); });
            }
        }
        tally_.not_run += waiting_.size();
        return tally_;
    }

  private:
    // Jobs are taken from the back.
    void add(std::vector<Job> jobs) {
        std::ranges::move(jobs, std::back_inserter(waiting_));
        auto expected = [&](const Job& job) {
            auto known = options_.durations.find(job.name);
            return known == options_.durations.end() ? std::numeric_limits<double>::max()
                                                     : known->second;
        };
        std::ranges::sort(waiting_, {}, [&](const Job& job) {
            return std::tuple(job.priority, expected(job), job.name);
        });
    }

    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(
                lock, [&] { return options_.stopped() || !waiting_.empty() || under_way_ == 0; });
            if (options_.stopped() || waiting_.empty()) return;
            Job job = std::move(waiting_.back());
            waiting_.pop_back();
            if (job.priority < 0 && time_is_over()) {
                tally_.skipped.push_back(job.name);
                continue;
            }
            ++under_way_;
            reporter_.started(job);
            run_one(job, lock);
            --under_way_;
            changed_.notify_all();
        }
    }

    bool time_is_over() const {
        return options_.budget_seconds > 0 && seconds_since(start_) > options_.budget_seconds;
    }

    // Called and left with the lock held; the job itself runs without it.
    void run_one(Job& job, std::unique_lock<std::mutex>& lock) {
        lock.unlock();
        auto start = std::chrono::steady_clock::now();
        CpuAccount cost;
        std::vector<Job> more;
        Problems problems = guarded(job, more, cost);
        const double took = seconds_since(start);
        lock.lock();
        if (options_.stopped()) {
            ++tally_.not_run;
            return;
        }
        ++(problems.empty() ? tally_.passed : tally_.failed);
        tally_.seconds[job.name] = took;
        tally_.cpu_seconds[job.name] = cost.seconds();
        tally_.parts[job.part] += cost.seconds();
        if (!more.empty()) reporter_.more(more.size());
        add(std::move(more));
        reporter_.ended(job, problems, took);
    }

    static Problems guarded(Job& job, std::vector<Job>& more, CpuAccount& cost) {
        const CpuScope scope(&cost);
        try {
            Problems problems = job.work();
            if (problems.empty() && job.then) more = job.then();
            return problems;
        } catch (const std::exception& error) {
            return {error.what()};
        }
    }

    const PoolOptions& options_;
    Reporter& reporter_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Job> waiting_;
    std::size_t under_way_ = 0;
    Tally tally_;
};

}  // namespace

Tally run_jobs(std::vector<Job> jobs, const PoolOptions& options, Reporter& reporter) {
    return Pool(std::move(jobs), options, reporter).run();
}

std::map<std::string, double> load_durations(const std::filesystem::path& file) {
    std::map<std::string, double> seconds;
    std::ifstream in(file);
    double value = 0;
    std::string name;
    while (in >> value && std::getline(in >> std::ws, name)) seconds[name] = value;
    return seconds;
}

void save_durations(const std::filesystem::path& file,
                    const std::map<std::string, double>& seconds) {
    auto all = load_durations(file);
    for (const auto& [name, value] : seconds) all[name] = value;
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::ofstream out(file);
    for (const auto& [name, value] : all) out << value << ' ' << name << '\n';
}

}  // namespace course::checking
