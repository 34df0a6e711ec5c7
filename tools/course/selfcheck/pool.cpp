#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <fstream>
#include <limits>
#include <mutex>
#include <thread>

#include "course/selfcheck/job.hpp"

namespace course::checking {
namespace {

class Pool {
  public:
    Pool(std::vector<Job> jobs, const std::map<std::string, double>& durations, Reporter& reporter,
         const std::function<bool()>& stopped)
        : waiting_(std::move(jobs)), reporter_(reporter), stopped_(stopped) {
        auto expected = [&](const Job& job) {
            auto known = durations.find(job.name);
            return known == durations.end() ? std::numeric_limits<double>::max() : known->second;
        };
        // Taken from the back.
        std::ranges::sort(waiting_, {},
                          [&](const Job& job) { return std::pair(expected(job), job.name); });
    }

    Tally run(unsigned workers) {
        {
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < std::max(1u, workers); ++i) {
                threads.emplace_back([this] { work(); });
            }
        }
        tally_.not_run += waiting_.size();
        return tally_;
    }

  private:
    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [&] { return stopped_() || !waiting_.empty() || under_way_ == 0; });
            if (stopped_() || waiting_.empty()) return;
            Job job = std::move(waiting_.back());
            waiting_.pop_back();
            ++under_way_;
            reporter_.started(job);
            run_one(job, lock);
            --under_way_;
            changed_.notify_all();
        }
    }

    // Called and left with the lock held; the job itself runs without it.
    void run_one(Job& job, std::unique_lock<std::mutex>& lock) {
        lock.unlock();
        auto start = std::chrono::steady_clock::now();
        std::vector<Job> more;
        Problems problems = guarded(job, more);
        std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        lock.lock();
        if (stopped_()) {
            ++tally_.not_run;
            return;
        }
        ++(problems.empty() ? tally_.passed : tally_.failed);
        tally_.seconds[job.name] = took.count();
        if (!more.empty()) reporter_.more(more.size());
        std::move(more.begin(), more.end(), std::back_inserter(waiting_));
        reporter_.ended(job, problems, took.count());
    }

    static Problems guarded(Job& job, std::vector<Job>& more) {
        try {
            Problems problems = job.work();
            if (problems.empty() && job.then) more = job.then();
            return problems;
        } catch (const std::exception& error) {
            return {error.what()};
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Job> waiting_;
    std::size_t under_way_ = 0;
    Tally tally_;
    Reporter& reporter_;
    const std::function<bool()>& stopped_;
};

}  // namespace

Tally run_jobs(std::vector<Job> jobs, unsigned workers,
               const std::map<std::string, double>& durations, Reporter& reporter,
               const std::function<bool()>& stopped) {
    return Pool(std::move(jobs), durations, reporter, stopped).run(workers);
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
