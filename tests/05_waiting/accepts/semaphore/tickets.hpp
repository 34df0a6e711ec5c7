// why: Whoever waits draws a number; a release hands its permits to the oldest numbers.
// whole: all bodies in the class, on other members

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fearless/park.hpp>
#include <fearless/send_sync.hpp>
#include <limits>
#include <list>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <utility>

namespace fearless {

class Semaphore {
  public:
    explicit Semaphore(std::size_t permits,
                       std::size_t most = std::numeric_limits<std::size_t>::max())
        : most_(most), permits_(permits) {
        if (most == 0 || permits > most) throw std::invalid_argument("Semaphore: never usable");
    }
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    void acquire() const { (void)acquire(std::stop_token()); }
    bool acquire(std::stop_token stop) const {
        Place mine;
        std::unique_lock hold(mutex_);
        if (permits_ > 0) return take();
        const auto place = places_.insert(places_.end(), &mine);
        hold.unlock();
        {
            const std::stop_callback wake(stop, [&mine] {
                mine.changed.fetch_add(1);
                unpark_all(mine.changed);
            });
            while (true) {
                const std::uint32_t seen = mine.changed;
                hold.lock();
                if (mine.has_permit) return true;
                hold.unlock();
                if (stop.stop_requested()) break;
                park(mine.changed, seen);
            }
        }
        return gives_up(mine, place);
    }
    bool try_acquire() const {
        const std::lock_guard hold(mutex_);
        return permits_ > 0 && take();
    }
    bool try_acquire_for(std::chrono::nanoseconds time) const {
        using Clock = std::chrono::steady_clock;
        Place mine;
        std::unique_lock hold(mutex_);
        if (permits_ > 0) return take();
        const auto place = places_.insert(places_.end(), &mine);
        const auto start = Clock::now();
        auto left = time;
        for (; left.count() > 0 && !mine.has_permit; left = time - (Clock::now() - start)) {
            const std::uint32_t seen = mine.changed;
            hold.unlock();
            park_for(mine.changed, seen, left);
            hold.lock();
        }
        hold.unlock();
        return gives_up(mine, place);
    }
    void release(std::size_t count = 1) const {
        const std::lock_guard hold(mutex_);
        if (count > most_ - permits_) throw std::logic_error("Semaphore: too many permits");
        for (; count > 0 && !places_.empty(); --count) {
            Place& oldest = *places_.front();
            places_.pop_front();
            oldest.has_permit = true;
            oldest.changed.fetch_add(1);
            unpark_all(oldest.changed);
        }
        permits_ += count;
    }

  private:
    struct Place {
        ParkWord changed = 0;
        bool has_permit = false;
    };

    bool take() const {
        --permits_;
        return true;
    }
    // A permit may have come in the last moment; then it is taken.
    bool gives_up(Place& mine, std::list<Place*>::iterator place) const {
        const std::lock_guard hold(mutex_);
        if (!mine.has_permit) places_.erase(place);
        return mine.has_permit;
    }

    std::size_t most_;
    mutable std::mutex mutex_;
    mutable std::list<Place*> places_;
    mutable std::size_t permits_;
};

template <>
inline constexpr bool enable_send<Semaphore> = true;
template <>
inline constexpr bool enable_sync<Semaphore> = true;

}  // namespace fearless
