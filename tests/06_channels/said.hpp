// What the tests of channels send, and what they say about what came of it. One type of values in a
// program, and one type that is compared: each further one costs the compiler a tenth of a second.
#pragma once

#include <expected>
#include <fearless/channel_error.hpp>
#include <memory>
#include <sstream>
#include <string>

// A value that can be moved and not copied, and whose loss is seen.
using Letter = std::unique_ptr<int>;

inline Letter letter(int number) {
    return std::make_unique<int>(number);
}

inline std::string said(const Letter& letter) {
    return letter ? std::to_string(*letter) : "a letter that was moved away";
}

// "7", or why nothing came: "Empty".
inline std::string said(const std::expected<Letter, fearless::RecvError>& found) {
    if (found) return said(*found);
    std::ostringstream text;
    text << found.error();
    return text.str();
}

// "Sent", or why not, and what came back: "Full: 7".
inline std::string said(const std::expected<void, fearless::SendError<Letter>>& sent) {
    if (sent) return "Sent";
    std::ostringstream text;
    text << sent.error().reason << ": " << said(sent.error().value);
    return text.str();
}
