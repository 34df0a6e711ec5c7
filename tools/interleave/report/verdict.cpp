// Alone in its file: a program that brings its own to_string() does not get this one linked.
#include <interleave/result.hpp>

namespace interleave {

const char* to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "passed";
        case Verdict::data_race:
            return "data_race";
        case Verdict::deadlock:
            return "deadlock";
        case Verdict::lost_wakeup:
            return "lost_wakeup";
        case Verdict::livelock:
            return "livelock";
        case Verdict::wrong_result:
            return "wrong_result";
        case Verdict::exception:
            return "exception";
        case Verdict::crash:
            return "crash";
        case Verdict::use_after_free:
            return "use_after_free";
        case Verdict::use_after_scope:
            return "use_after_scope";
        case Verdict::double_free:
            return "double_free";
        case Verdict::leak:
            return "leak";
        case Verdict::bad_unlock:
            return "bad_unlock";
        case Verdict::not_joined:
            return "not_joined";
        case Verdict::not_repeatable:
            return "not_repeatable";
        case Verdict::uncontrolled:
            return "uncontrolled";
    }
    return "unknown";
}

}  // namespace interleave
