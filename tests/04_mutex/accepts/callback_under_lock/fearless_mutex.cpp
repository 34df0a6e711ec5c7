// why: The mutex of the library, and a copy by with.

#include <fearless/mutex.hpp>

        // [subscribe]
        callbacks_.with([&](auto& list) { list.push_back(std::move(callback)); });
        // [subscribe]

        // [ring]
        const auto callbacks = callbacks_.with([](auto& list) { return list; });
        for (const Callback& callback : callbacks) callback();
        // [ring]

    // [members]
    fearless::Mutex<std::vector<Callback>> callbacks_;
    // [members]
