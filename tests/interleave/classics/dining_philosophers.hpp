// The dining philosophers: each one needs the fork on either side to eat.
#pragma once

#include <array>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

enum class Order {
    left_first,   // everybody starts with the fork on the left
    lower_first,  // everybody starts with the fork that has the lower number
};

// Lets `count` philosophers eat once each.
template <int count, Order order>
void run_dinner() {
    static std::array<std::mutex, count> forks;

    auto dine = [](int seat) {
        int one = seat;
        int other = (seat + 1) % count;
        if (order == Order::lower_first && one > other) std::swap(one, other);
        std::lock_guard one_guard(forks[one]);
        std::lock_guard other_guard(forks[other]);
    };

    std::vector<std::thread> philosophers;
    for (int seat = 0; seat < count; ++seat) philosophers.emplace_back(dine, seat);
    for (std::thread& philosopher : philosophers) philosopher.join();
}
