#include "interleave/report/html.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "interleave/report/history.hpp"
#include "interleave/report/source_lines.hpp"
#include "interleave/report/summary.hpp"

namespace interleave {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kPage =
#include "interleave/report/page.inc"
    ;

// What the script of the page reads. The files of the frames are numbers there: indices of "files".
class Model {
  public:
    explicit Model(const Result& result) : result_(result) {}

    ordered_json value() {
        ordered_json model = {{"verdict", to_string(result_.verdict)},
                              {"passed", result_.verdict == Verdict::passed},
                              {"headline", report::headline(result_)},
                              {"search", search()},
                              {"waits", report::waits_in_words(result_)},
                              {"schedule", result_.schedule},
                              {"preemptions", result_.preemptions},
                              {"output", result_.output},
                              {"events", events()},
                              {"threads", threads()},
                              {"locks", locks()},
                              {"places", places()},
                              {"outcomes", outcomes()}};
        model["files"] = std::move(files_);
        return model;
    }

  private:
    std::string search() const {
        return result_.verdict == Verdict::passed ? report::passed_in_words(result_)
                                                  : report::search_in_words(result_);
    }

    // -1 for a file that is not the reader's, or that cannot be read.
    int file_number(const std::string& file) {
        const auto known = numbers_.find(file);
        if (known != numbers_.end()) return known->second;
        int number = -1;
        if (!file.empty() && !report::is_system_file(file) && !sources_.all(file).empty()) {
            number = static_cast<int>(files_.size());
            files_.push_back({{"path", report::shown_path(file)},
                              {"name", report::file_name(file)},
                              {"lines", sources_.all(file)}});
        }
        numbers_[file] = number;
        return number;
    }

    ordered_json place_of(const std::vector<Frame>& stack) {
        ordered_json place = {{"file", -1}, {"line", 0}, {"text", ""}};
        if (const Frame* frame = report::reader_frame(stack)) {
            place["file"] = file_number(frame->file);
            place["line"] = frame->line;
            place["text"] = report::shown_path(frame->file) + ":" + std::to_string(frame->line);
            place["function"] = frame->function;
        }
        return place;
    }

    ordered_json events() {
        ordered_json list = ordered_json::array();
        for (const Event& event : result_.events) {
            list.push_back({{"step", event.step},
                            {"thread", event.thread},
                            {"action", event.action},
                            {"object", event.object},
                            {"value", event.value},
                            {"blocked_on", event.blocked_on},
                            {"preempted", event.preempted},
                            {"failure", event.failure},
                            {"place", place_of(event.stack)}});
        }
        return list;
    }

    // Also the threads that only the events name.
    ordered_json threads() {
        std::map<int, ThreadInfo> threads;
        for (const Event& event : result_.events) threads[event.thread].id = event.thread;
        for (const ThreadInfo& thread : result_.threads) threads[thread.id] = thread;
        ordered_json list = ordered_json::array();
        for (const auto& [id, thread] : threads) {
            list.push_back({{"id", id},
                            {"name", report::thread_name(result_, id)},
                            {"state", thread.state},
                            {"place", place_of(thread.stack)}});
        }
        return list;
    }

    ordered_json locks() const {
        ordered_json list = ordered_json::array();
        for (const report::LockChange& change : report::lock_changes(result_)) {
            list.push_back({{"event", change.event},
                            {"thread", change.thread},
                            {"lock", change.lock},
                            {"acquired", change.acquired}});
        }
        return list;
    }

    ordered_json places() {
        ordered_json list = ordered_json::array();
        for (const Place& place : result_.places) {
            list.push_back({{"label", place.label}, {"place", place_of(place.stack)}});
        }
        return list;
    }

    ordered_json outcomes() const {
        ordered_json list = ordered_json::array();
        for (const Outcome& outcome : result_.outcomes) {
            list.push_back({{"value", outcome.value},
                            {"times", std::to_string(outcome.executions)},
                            {"schedule", outcome.schedule}});
        }
        return list;
    }

    const Result& result_;
    report::SourceLines sources_;
    std::map<std::string, int> numbers_;
    ordered_json files_ = ordered_json::array();
};

// JSON that can stand inside a script element: nothing in it can end the element or open a comment.
std::string for_script(const ordered_json& value) {
    const std::string text = value.dump(-1, ' ', true, ordered_json::error_handler_t::replace);
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        if (c == '<') {
            safe += "\\u003c";
        } else {
            safe += c;
        }
    }
    return safe;
}

}  // namespace

std::string to_html(const Result& result) {
    constexpr std::string_view kMarker = "{{data}}";
    static_assert(kPage.find(kMarker) != std::string_view::npos);
    const std::size_t at = kPage.find(kMarker);
    std::string page(kPage.substr(0, at));
    page += for_script(Model(result).value());
    page += kPage.substr(at + kMarker.size());
    return page;
}

}  // namespace interleave
