#include "interleave/report/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

namespace interleave {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error("This is not a result of interleave: " + what + ".");
}

ordered_json written(const Frame& frame) {
    ordered_json all = {{"function", frame.function},
                        {"file", frame.file},
                        {"line", frame.line},
                        {"address", frame.address}};
    if (frame.own) all["own"] = true;
    return all;
}

ordered_json written(const std::vector<Frame>& stack);

ordered_json written(const Event& event) {
    return {{"step", event.step},           {"thread", event.thread},
            {"action", event.action},       {"object", event.object},
            {"value", event.value},         {"blocked_on", event.blocked_on},
            {"preempted", event.preempted}, {"failure", event.failure},
            {"decisive", event.decisive},   {"stack", written(event.stack)}};
}

ordered_json written(const ThreadInfo& thread) {
    return {{"id", thread.id},
            {"name", thread.name},
            {"state", thread.state},
            {"holds", thread.holds},
            {"stack", written(thread.stack)}};
}

ordered_json written(const Move& move) {
    return {{"pick", move.pick},     {"thread", move.thread}, {"action", move.action},
            {"object", move.object}, {"why", move.why},       {"stack", written(move.stack)}};
}

ordered_json written(const Place& place) {
    return {{"label", place.label}, {"stack", written(place.stack)}};
}

ordered_json written(const Outcome& outcome) {
    return {{"value", outcome.value},
            {"schedule", outcome.schedule},
            {"executions", outcome.executions}};
}

template <typename T>
ordered_json all_written(const std::vector<T>& items) {
    ordered_json list = ordered_json::array();
    for (const T& item : items) list.push_back(written(item));
    return list;
}

ordered_json written(const std::vector<Frame>& stack) {
    return all_written(stack);
}

// An object of the text together with its place in it, so that an error can name the place.
class Reader {
  public:
    Reader(const json& value, std::string path) : value_(value), path_(std::move(path)) {
        if (!value_.is_object()) fail(described(path_) + " is not an object");
    }

    template <typename T>
    void required(const char* key, T& field) const {
        if (!value_.contains(key)) fail(described(below(key)) + " is missing");
        read(value_[key], below(key), field);
    }

    // For keys that a text written by hand or by an older version may lack.
    template <typename T>
    void optional(const char* key, T& field) const {
        if (value_.contains(key)) read(value_[key], below(key), field);
    }

  private:
    static std::string described(const std::string& path) {
        return path.empty() ? "the whole" : '"' + path + '"';
    }

    std::string below(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

    static void read(const json& value, const std::string& path, std::string& field) {
        if (!value.is_string()) fail(described(path) + " is not a string");
        field = value.get<std::string>();
    }

    static void read(const json& value, const std::string& path, bool& field) {
        if (!value.is_boolean()) fail(described(path) + " is neither true nor false");
        field = value.get<bool>();
    }

    static void read(const json& value, const std::string& path, double& field) {
        if (!value.is_number()) fail(described(path) + " is not a number");
        field = value.get<double>();
    }

    template <std::unsigned_integral T>
    static void read(const json& value, const std::string& path, T& field) {
        if (!value.is_number_unsigned()) fail(described(path) + " is not a whole number from 0");
        field = value.get<T>();
    }

    static void read(const json& value, const std::string& path, int& field) {
        if (!value.is_number_integer()) fail(described(path) + " is not a whole number");
        const bool huge = value.is_number_unsigned() &&
                          value.get<std::uint64_t>() > std::numeric_limits<int>::max();
        const auto number = huge ? 0 : value.get<std::int64_t>();
        if (huge || number < std::numeric_limits<int>::min()) {
            fail(described(path) + " is out of range");
        }
        field = static_cast<int>(number);
    }

    static void read(const json& value, const std::string& path, Verdict& field) {
        std::string name;
        read(value, path, name);
        for (int i = 0; i <= static_cast<int>(Verdict::uncontrolled); ++i) {
            field = static_cast<Verdict>(i);
            if (name == to_string(field)) return;
        }
        fail(described(path) + " names no verdict");
    }

    template <typename T>
    static void read(const json& value, const std::string& path, std::vector<T>& field) {
        if (!value.is_array()) fail(described(path) + " is not an array");
        for (const json& item : value) {
            const std::string place = fmt::format("{}[{}]", path, field.size());
            read(item, place, field.emplace_back());
        }
    }

    static void read(const json& value, const std::string& path, Frame& frame) {
        const Reader reader(value, path);
        reader.required("function", frame.function);
        reader.required("file", frame.file);
        reader.required("line", frame.line);
        reader.optional("address", frame.address);
        reader.optional("own", frame.own);
    }

    static void read(const json& value, const std::string& path, Event& event) {
        const Reader reader(value, path);
        reader.required("step", event.step);
        reader.required("thread", event.thread);
        reader.required("action", event.action);
        reader.optional("object", event.object);
        reader.optional("value", event.value);
        reader.optional("blocked_on", event.blocked_on);
        reader.optional("preempted", event.preempted);
        reader.optional("failure", event.failure);
        reader.optional("decisive", event.decisive);
        reader.optional("stack", event.stack);
    }

    static void read(const json& value, const std::string& path, ThreadInfo& thread) {
        const Reader reader(value, path);
        reader.required("id", thread.id);
        reader.required("name", thread.name);
        reader.optional("state", thread.state);
        reader.optional("holds", thread.holds);
        reader.optional("stack", thread.stack);
    }

    static void read(const json& value, const std::string& path, Move& move) {
        const Reader reader(value, path);
        reader.required("pick", move.pick);
        reader.required("thread", move.thread);
        reader.required("action", move.action);
        reader.optional("object", move.object);
        reader.optional("why", move.why);
        reader.optional("stack", move.stack);
    }

    static void read(const json& value, const std::string& path, Place& place) {
        const Reader reader(value, path);
        reader.required("label", place.label);
        reader.optional("stack", place.stack);
    }

    static void read(const json& value, const std::string& path, Outcome& outcome) {
        const Reader reader(value, path);
        reader.required("value", outcome.value);
        reader.required("schedule", outcome.schedule);
        reader.required("executions", outcome.executions);
    }

    const json& value_;
    std::string path_;
};

json parsed(std::string_view text) {
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        fail(fmt::format("it is not JSON at byte {}", error.byte));
    }
}

}  // namespace

std::string to_json(const Result& result) {
    const ordered_json all = {
        {"verdict", to_string(result.verdict)},
        {"message", result.message},
        {"executions", result.executions},
        {"exhausted", result.exhausted},
        {"mode", result.mode},
        {"bound", result.bound},
        {"seed", result.seed},
        {"traces", result.traces},
        {"reads_from", result.reads_from},
        // JSON has no infinity.
        {"seconds", std::isfinite(result.seconds) ? result.seconds : 0.0},
        {"outcomes", all_written(result.outcomes)},
        {"schedule", result.schedule},
        {"preemptions", result.preemptions},
        {"places", all_written(result.places)},
        {"threads", all_written(result.threads)},
        {"events", all_written(result.events)},
        {"picked", result.picked},
        {"moves", all_written(result.moves)},
        {"output", result.output},
    };
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

Result from_json(std::string_view text) {
    const json value = parsed(text);
    const Reader reader(value, "");
    Result result;
    reader.required("verdict", result.verdict);
    reader.required("message", result.message);
    reader.required("executions", result.executions);
    reader.required("exhausted", result.exhausted);
    reader.required("mode", result.mode);
    reader.required("bound", result.bound);
    reader.required("traces", result.traces);
    reader.required("reads_from", result.reads_from);
    reader.required("outcomes", result.outcomes);
    reader.required("schedule", result.schedule);
    reader.required("seconds", result.seconds);
    reader.required("events", result.events);
    reader.optional("seed", result.seed);
    reader.optional("preemptions", result.preemptions);
    reader.optional("threads", result.threads);
    reader.optional("places", result.places);
    reader.optional("output", result.output);
    reader.optional("picked", result.picked);
    reader.optional("moves", result.moves);
    return result;
}

}  // namespace interleave
