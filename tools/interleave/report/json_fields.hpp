// JSON both ways by one list of fields.
//
// A type has one function that names its fields, in the order in which they are written:
//
//     void fields(auto& visit, Is<Frame> auto& frame) {
//         visit.required("function", frame.function);
//         visit.optional("own", frame.own, frame.own);
//     }
//
// An enum that is written as a word has to_string(e) and from_name(word, e) beside it.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace interleave::report {

// Keeps the keys in their order.
using Json = nlohmann::ordered_json;

template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <typename T>
concept Named = std::is_enum_v<T> && requires(T value, const std::string& name) {
    to_string(value);
    from_name(name, value);
};

class Writer {
  public:
    explicit Writer(Json& object) : object_(object) {}

    template <typename T>
    void required(const char* key, const T& field) {
        object_[key] = written(field);
    }

    // Left out unless it is `wanted`.
    template <typename T>
    void optional(const char* key, const T& field, bool wanted = true) {
        if (wanted) required(key, field);
    }

    template <typename T>
    static Json written(const T& value) {
        if constexpr (std::same_as<T, double>) {
            return std::isfinite(value) ? value : 0.0;  // JSON has no infinity
        } else if constexpr (Named<T>) {
            return std::string(to_string(value));
        } else if constexpr (std::is_enum_v<T>) {
            return static_cast<int>(value);
        } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) {
            return value;
        } else {
            Json object = Json::object();
            Writer writer(object);
            fields(writer, value);
            return object;
        }
    }

    template <typename T>
    static Json written(const std::vector<T>& items) {
        Json list = Json::array();
        for (const T& item : items) list.push_back(written(item));
        return list;
    }

    template <typename T>
    static Json written(const std::shared_ptr<const T>& value) {
        return value ? written(*value) : Json();
    }

  private:
    Json& object_;
};

// An object of a text together with its place in it, so that an error can name the place. Throws
// std::runtime_error with what is wrong: "\"events[3].step\" is missing".
class Reader {
  public:
    explicit Reader(const Json& value, std::string path = {})
        : value_(value), path_(std::move(path)) {
        if (!value_.is_object()) fail(path_, "is not an object");
    }

    template <typename T>
    void required(const char* key, T& field) const {
        if (!value_.contains(key)) fail(below(key), "is missing");
        read(value_[key], below(key), field);
    }

    // For keys that a text written by hand or by an older version may lack.
    template <typename T>
    void optional(const char* key, T& field, bool = true) const {
        if (value_.contains(key)) read(value_[key], below(key), field);
    }

  private:
    [[noreturn]] static void fail(const std::string& path, std::string_view what) {
        throw std::runtime_error(
            fmt::format("{} {}", path.empty() ? "the whole" : '"' + path + '"', what));
    }

    std::string below(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

    template <typename T>
    static void read(const Json& value, const std::string& path, T& field) {
        if constexpr (std::same_as<T, std::string>) {
            if (!value.is_string()) fail(path, "is not a string");
            field = value.get<std::string>();
        } else if constexpr (std::same_as<T, bool>) {
            if (!value.is_boolean()) fail(path, "is neither true nor false");
            field = value.get<bool>();
        } else if constexpr (std::same_as<T, double>) {
            if (!value.is_number()) fail(path, "is not a number");
            field = value.get<double>();
        } else if constexpr (std::unsigned_integral<T>) {
            if (!value.is_number_unsigned()) fail(path, "is not a whole number from 0");
            field = value.get<T>();
        } else if constexpr (std::signed_integral<T>) {
            field = static_cast<T>(number_within(value, path, std::numeric_limits<T>::min(),
                                                 std::numeric_limits<T>::max()));
        } else if constexpr (Named<T>) {
            std::string name;
            read(value, path, name);
            if (!from_name(name, field)) fail(path, "names no " + path.substr(path.rfind('.') + 1));
        } else if constexpr (std::is_enum_v<T>) {
            int number = 0;
            read(value, path, number);
            field = static_cast<T>(number);
        } else {
            const Reader reader(value, path);
            fields(reader, field);
        }
    }

    template <typename T>
    static void read(const Json& value, const std::string& path, std::vector<T>& field) {
        if (!value.is_array()) fail(path, "is not an array");
        for (const Json& item : value) {
            const std::string place = fmt::format("{}[{}]", path, field.size());
            read(item, place, field.emplace_back());
        }
    }

    template <typename T>
    static void read(const Json& value, const std::string& path, std::shared_ptr<const T>& field) {
        auto read_anew = std::make_shared<T>();
        read(value, path, *read_anew);
        field = std::move(read_anew);
    }

    static std::int64_t number_within(const Json& value, const std::string& path,
                                      std::int64_t least, std::int64_t most) {
        if (!value.is_number_integer()) fail(path, "is not a whole number");
        const bool huge = value.is_number_unsigned() &&
                          value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
        const auto number = huge ? most : value.get<std::int64_t>();
        if (huge || number < least || number > most) fail(path, "is out of range");
        return number;
    }

    const Json& value_;
    std::string path_;
};

template <typename T>
T read_json(const Json& value) {
    T read;
    const Reader reader(value);
    fields(reader, read);
    return read;
}

// Throws std::runtime_error: "it is not JSON at byte 6".
inline Json parse_json(std::string_view text) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        throw std::runtime_error(fmt::format("it is not JSON at byte {}", error.byte));
    }
}

}  // namespace interleave::report
