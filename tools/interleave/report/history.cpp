#include "interleave/report/history.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace interleave::report {
namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

bool is_unlock(const Event& event) {
    return contains(event.action, "unlock");
}

// lock, try_lock, timed_lock, read_lock, ...
bool is_lock(const Event& event) {
    return contains(event.action, "lock") && !is_unlock(event);
}

bool is_shared(const Event& event) {
    return contains(event.action, "shared") || contains(event.action, "read_");
}

bool got_it(const Event& event) {
    static constexpr std::array<std::string_view, 5> kNo = {"false", "timeout", "not free", "busy",
                                                            "held by itself"};
    return std::ranges::find(kNo, event.value) == kNo.end();
}

bool is_sleep(const Event& event) {
    // A sleep for some time has no object.
    return event.action.starts_with("wait") || (event.action == "sleep" && !event.object.empty());
}

bool was_notified(const Event& event) {
    return event.value != "timeout" && event.value != "spurious wake-up";
}

class Tracker {
  public:
    explicit Tracker(const Result& result) : result_(result) {}

    std::vector<LockChange> run() {
        for (std::size_t i = 0; i < result_.events.size(); ++i) step(i, result_.events[i]);
        if (!result_.events.empty()) agree_with_the_end(result_.events.size() - 1);
        return std::move(changes_);
    }

  private:
    void step(std::size_t index, const Event& event) {
        settle_blocked(index, event);
        if (is_lock(event)) {
            if (!event.blocked_on.empty()) {
                blocked_[event.thread] = &event;
            } else if (got_it(event)) {
                acquire(index, event.thread, event.object, is_shared(event));
            }
        } else if (is_unlock(event)) {
            release(index, event.thread, event.object);
        } else if (is_sleep(event)) {
            give_up_for(index, event);
        }
    }

    // A wait on a condition variable gives up its mutex without a step of its own. Which one that
    // is shows in the lock that ends the wait; without an end, in what the thread holds in the end.
    void give_up_for(std::size_t index, const Event& wait) {
        const auto later = [&](std::size_t from) {
            while (from < result_.events.size() && result_.events[from].thread != wait.thread)
                ++from;
            return from;
        };
        std::size_t next = later(index + 1);
        if (next < result_.events.size() && result_.events[next].action == "wake") {
            next = later(next + 1);
        }
        const std::vector<std::string> held = held_[wait.thread];
        if (next < result_.events.size()) {
            if (is_lock(result_.events[next])) {
                release(index, wait.thread, result_.events[next].object);
            }
            return;
        }
        const auto info = std::ranges::find(result_.threads, wait.thread, &ThreadInfo::id);
        if (info == result_.threads.end()) return;
        for (const std::string& lock : held) {
            if (std::ranges::find(info->holds, lock) == info->holds.end()) {
                release(index, wait.thread, lock);
            }
        }
    }

    // A thread that goes on after it was blocked in lock() has the lock by now, unless the step is
    // the same lock() once more.
    void settle_blocked(std::size_t index, const Event& event) {
        const auto found = blocked_.find(event.thread);
        if (found == blocked_.end()) return;
        const Event& attempt = *found->second;
        blocked_.erase(found);
        if (is_lock(event) && event.object == attempt.object) return;
        acquire(index, event.thread, attempt.object, is_shared(attempt));
    }

    // Where somebody else seems to hold the lock, a wait on a condition variable has given it up.
    void acquire(std::size_t index, int thread, const std::string& lock, bool shared) {
        if (!shared) {
            for (const auto& [other, locks] : held_) {
                if (other == thread) continue;
                while (std::ranges::find(held_[other], lock) != held_[other].end()) {
                    release(index, other, lock);
                }
            }
        }
        held_[thread].push_back(lock);
        changes_.push_back({index, thread, lock, true});
    }

    void release(std::size_t index, int thread, const std::string& lock) {
        std::vector<std::string>& locks = held_[thread];
        const auto found = std::ranges::find(locks, lock);
        if (found == locks.end()) return;
        locks.erase(found);
        changes_.push_back({index, thread, lock, false});
    }

    void agree_with_the_end(std::size_t last) {
        for (const ThreadInfo& info : result_.threads) {
            const std::vector<std::string> before = held_[info.id];
            for (const std::string& lock : before) {
                if (std::ranges::find(info.holds, lock) == info.holds.end()) {
                    release(last, info.id, lock);
                }
            }
            for (const std::string& lock : info.holds) {
                if (std::ranges::find(before, lock) == before.end()) {
                    acquire(last, info.id, lock, true);
                }
            }
        }
    }

    const Result& result_;
    std::vector<LockChange> changes_;
    std::map<int, std::vector<std::string>> held_;
    std::map<int, const Event*> blocked_;
};

}  // namespace

std::string thread_name(const Result& result, int thread) {
    const auto found = std::ranges::find(result.threads, thread, &ThreadInfo::id);
    if (found != result.threads.end() && !found->name.empty()) return found->name;
    return thread == 0 ? "main" : "thread " + std::to_string(thread);
}

std::vector<LockChange> lock_changes(const Result& result) {
    return Tracker(result).run();
}

std::vector<Wakeup> wakeups(const Result& result) {
    struct Sleeper {
        std::string object;
        std::vector<std::size_t> notifications;
    };
    std::map<int, Sleeper> sleepers;
    std::vector<Wakeup> found;
    for (std::size_t i = 0; i < result.events.size(); ++i) {
        const Event& event = result.events[i];
        const auto woken = sleepers.find(event.thread);
        const bool wakes_up = woken != sleepers.end();
        if (wakes_up) {
            const std::vector<std::size_t> notifications = woken->second.notifications;
            sleepers.erase(woken);
            if (!notifications.empty() && was_notified(event)) {
                const std::size_t notification = notifications.front();
                found.push_back({notification, i});
                // One notification wakes one thread: the others still wait for theirs.
                if (result.events[notification].action == "notify_one") {
                    for (auto& [thread, sleeper] : sleepers) {
                        std::erase(sleeper.notifications, notification);
                    }
                }
            }
        }
        if (is_sleep(event)) sleepers[event.thread] = {event.object, {}};
        // "wake" is the sleeper's own step, or what std::atomic does to wake others.
        if (event.action.starts_with("notify") || (event.action == "wake" && !wakes_up)) {
            for (auto& [thread, sleeper] : sleepers) {
                if (sleeper.object == event.object) sleeper.notifications.push_back(i);
            }
        }
    }
    return found;
}

void Holdings::advance_to(std::size_t event) {
    for (; next_ < changes_.size() && changes_[next_].event <= event; ++next_) {
        const LockChange& change = changes_[next_];
        std::vector<std::string>& locks = held_[change.thread];
        if (change.acquired) {
            locks.push_back(change.lock);
        } else if (const auto found = std::ranges::find(locks, change.lock); found != locks.end()) {
            locks.erase(found);
        }
    }
}

std::vector<std::string> Holdings::of(int thread) const {
    const auto found = held_.find(thread);
    if (found == held_.end()) return {};
    std::vector<std::string> locks;  // a recursive lock counts once
    for (const std::string& lock : found->second) {
        if (std::ranges::find(locks, lock) == locks.end()) locks.push_back(lock);
    }
    return locks;
}

}  // namespace interleave::report
