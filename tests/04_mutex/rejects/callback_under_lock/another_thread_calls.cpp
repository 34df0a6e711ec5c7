// verdict: wrong_result
// why: The callbacks are to run on the thread that rings.

#include <thread>

        // [ring]
        std::vector<Callback> callbacks;
        {
            const std::lock_guard hold(mutex_);
            callbacks = callbacks_;
        }
        std::jthread([&] {
            for (const Callback& callback : callbacks) callback();
        });
        // [ring]
