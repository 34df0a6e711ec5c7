#include "interleave/runtime/step.hpp"

namespace interleave::runtime {

const char* name_of(Kind kind) {
    static constexpr const char* kNames[] = {"none",          "load",
                                             "store",         "exchange",
                                             "fetch",         "compare_exchange",
                                             "fence",         "read",
                                             "write",         "lock",
                                             "try_lock",      "timed_lock",
                                             "unlock",        "read_lock",
                                             "try_read_lock", "timed_read_lock",
                                             "read_unlock",   "wait",
                                             "wake",          "notify_one",
                                             "notify_all",    "acquire",
                                             "try_acquire",   "timed_acquire",
                                             "release",       "arrive",
                                             "futex_wait",    "futex_wake",
                                             "once",          "start",
                                             "begin",         "join",
                                             "finish",        "sleep",
                                             "yield",         "await",
                                             "output",        "exit"};
    return kNames[static_cast<int>(kind)];
}

}  // namespace interleave::runtime
