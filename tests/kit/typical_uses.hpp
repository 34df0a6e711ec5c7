// What nearly every test does, written once: the templates of it are instantiated for the
// precompiled header, and with clang compiled with it as well, once for the kit in place of once
// for each test program. Nothing of it is ever called.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kit/probe.hpp"

namespace typical_uses {

inline void expectations(const std::vector<int>& values, const std::optional<int>& value) {
    EXPECT_TRUE(true) << "text" << std::string("text") << 1 << true;
    EXPECT_FALSE(false) << testing::Message();
    EXPECT_EQ(values, values);
    EXPECT_EQ(value, 1);
    EXPECT_THROW(throw std::runtime_error("text"), std::runtime_error);
    const testing::internal::CodeLocation location(__FILE__, __LINE__);
}

inline void threads() {
    std::thread one;
    std::thread other(std::move(one));
    one = std::move(other);
    if (one.joinable()) one.join();
    std::vector<std::thread> all;
    all.push_back(std::move(one));
    all.emplace_back(std::move(one));
    std::jthread joining;
    joining = std::jthread();
    std::stop_source source;
    if (source.get_token().stop_requested()) source.request_stop();
    std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

inline void owners() {
    auto one = std::make_unique<int>(1);
    auto other = std::move(one);
    one = std::move(other);
    EXPECT_EQ(one, nullptr);
    const auto shared = std::make_shared<int>(1);
    const auto copy = shared;
    EXPECT_EQ(copy.use_count(), 1);
}

template <typename T>
void queue(T value) {
    std::deque<T> values;
    values.push_back(std::move(value));
    std::deque<T> others = std::move(values);
    values.swap(others);
    values.pop_front();
}

inline void queues() {
    queue(1);
    queue(std::make_unique<int>(1));
    queue(std::make_shared<int>(1));
    queue(probe::Tracked(1));
}

template <typename T>
void atomics(T value) {
    std::atomic<T> variable{value};
    variable.store(variable.load());
    variable.exchange(value);
    variable.fetch_add(1);
    variable.compare_exchange_strong(value, 1);
    variable.wait(value);
    variable.notify_one();
    variable.notify_all();
}

inline void shared_variables() {
    atomics(1);
    atomics(std::uint32_t{1});
    std::atomic<bool> flag{true};
    flag.store(flag.load());
    flag.exchange(false);
    std::mutex mutex, other;
    {
        const std::lock_guard lock(mutex);
    }
    {
        const std::scoped_lock lock(mutex, other);
    }
    std::unique_lock lock(mutex);
    lock.unlock();
    lock.lock();
}

inline void calls() {
    std::function<void()> one, other = std::move(one);
    one = std::move(other);
    one();
    if (const auto error = std::current_exception()) std::rethrow_exception(error);
}

}  // namespace typical_uses
