#include "interleave/report/trace.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "interleave/report/history.hpp"
#include "interleave/report/source_lines.hpp"

namespace interleave {
namespace {

using nlohmann::ordered_json;

constexpr int kProcess = 1;

int time_of(const Event& event) {
    return std::max(event.step, 0);
}

std::string title(const Event& event) {
    std::string text = event.action;
    if (!event.object.empty()) text += " " + event.object;
    if (!event.value.empty()) text += ": " + event.value;
    return text;
}

class Trace {
  public:
    explicit Trace(const Result& result) : result_(result) {}

    std::string text() {
        add_names();
        for (std::size_t i = 0; i < result_.events.size(); ++i) add_step(i);
        add_lock_arrows();
        for (const report::Wakeup& wakeup : report::wakeups(result_)) {
            add_arrow("notify", wakeup.notification, wakeup.wake);
        }
        const ordered_json all = {{"displayTimeUnit", "ns"},
                                  {"otherData",
                                   {{"verdict", to_string(result_.verdict)},
                                    {"message", result_.message},
                                    {"schedule", result_.schedule}}},
                                  {"traceEvents", std::move(list_)}};
        return all.dump(1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
    }

  private:
    void add_names() {
        std::set<int> threads;
        for (const ThreadInfo& thread : result_.threads) threads.insert(thread.id);
        for (const Event& event : result_.events) threads.insert(event.thread);
        list_.push_back({{"ph", "M"},
                         {"name", "process_name"},
                         {"pid", kProcess},
                         {"args", {{"name", "interleave"}}}});
        for (const int thread : threads) {
            list_.push_back({{"ph", "M"},
                             {"name", "thread_name"},
                             {"pid", kProcess},
                             {"tid", track(thread)},
                             {"args", {{"name", report::thread_name(result_, thread)}}}});
            list_.push_back({{"ph", "M"},
                             {"name", "thread_sort_index"},
                             {"pid", kProcess},
                             {"tid", track(thread)},
                             {"args", {{"sort_index", thread}}}});
        }
    }

    // Perfetto takes thread 0 for the idle thread of the kernel.
    static int track(int thread) { return thread + 1; }

    void add_slice(const Event& event, const std::string& name, const char* category, int start,
                   int duration, ordered_json details) {
        list_.push_back({{"ph", "X"},
                         {"name", name},
                         {"cat", category},
                         {"pid", kProcess},
                         {"tid", track(event.thread)},
                         {"ts", start},
                         {"dur", duration},
                         {"args", std::move(details)}});
    }

    void add_step(std::size_t index) {
        const Event& event = result_.events[index];
        ordered_json details = {{"step", event.step}};
        if (const Frame* frame = report::reader_frame(event.stack)) {
            details["function"] = frame->function;
            details["place"] = report::shown_path(frame->file) + ":" + std::to_string(frame->line);
            details["source"] = sources_.trimmed(frame->file, frame->line);
        }
        if (event.preempted) details["preempted"] = true;
        if (event.failure) details["failure"] = result_.message;
        add_slice(event, title(event), event.failure ? "failure" : "step", time_of(event), 1,
                  std::move(details));
        if (!event.blocked_on.empty()) add_blocked(index);
    }

    // From the step that blocks to the next one of the thread, or to the end.
    void add_blocked(std::size_t index) {
        const Event& event = result_.events[index];
        const int start = time_of(event) + 1;
        int end = std::max(start, time_of(result_.events.back())) + 1;
        for (std::size_t i = index + 1; i < result_.events.size(); ++i) {
            if (result_.events[i].thread != event.thread) continue;
            end = time_of(result_.events[i]);
            break;
        }
        if (end <= start) return;
        add_slice(event, "blocked on " + event.blocked_on, "blocked", start, end - start,
                  ordered_json::object());
    }

    void add_lock_arrows() {
        std::map<std::string, std::size_t> released;  // by lock: the event that did it last
        for (const report::LockChange& change : report::lock_changes(result_)) {
            const Event& event = result_.events[change.event];
            if (!change.acquired) {
                if (event.action.starts_with("unlock")) released[change.lock] = change.event;
                continue;
            }
            const auto found = released.find(change.lock);
            if (found == released.end()) continue;
            add_arrow("unlock " + change.lock, found->second, change.event);
            released.erase(found);
        }
    }

    void add_arrow(const std::string& name, std::size_t from, std::size_t to) {
        ++arrows_;
        const auto end = [&](const char* phase, const Event& event) -> ordered_json {
            return {{"ph", phase},         {"name", name},    {"cat", "order"},
                    {"id", arrows_},       {"pid", kProcess}, {"tid", track(event.thread)},
                    {"ts", time_of(event)}};
        };
        list_.push_back(end("s", result_.events[from]));
        list_.push_back(end("f", result_.events[to]));
        list_.back()["bp"] = "e";  // the arrow ends at the slice that begins here
    }

    const Result& result_;
    report::SourceLines sources_;
    ordered_json list_ = ordered_json::array();
    int arrows_ = 0;
};

}  // namespace

std::string to_trace(const Result& result) {
    return Trace(result).text();
}

}  // namespace interleave
