// tools/text: what both tools show text with.
#include "text/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace text {
namespace {

using Strings = std::vector<std::string>;

TEST(Text, is_split_into_one_part_more_than_there_are_separators) {
    EXPECT_EQ(split("a,,b", ','), (Strings{"a", "", "b"}));
    EXPECT_EQ(split("", ','), Strings{""});
}

TEST(Text, has_last_lines_with_and_without_a_line_end) {
    EXPECT_EQ(last_lines("a\nb\nc\n", 2), "b\nc\n");
    EXPECT_EQ(last_lines("a\nb\nc", 2), "b\nc");
    EXPECT_EQ(last_lines("a\n", 2), "a\n");
    EXPECT_EQ(last_lines("", 2), "");
}

TEST(Columns, are_counted_not_bytes) {
    EXPECT_EQ(columns("plain"), 5);
    EXPECT_EQ(columns("\u2018quoted\u2019"), 8);
    EXPECT_EQ(columns("\u6587\u5b57"), 4);
    EXPECT_EQ(columns("e\u0301"), 1);
    EXPECT_EQ(columns(paint("red", Tone::bad, true)), 3);
}

TEST(Columns, fit_cuts_at_the_width_and_never_inside_a_character) {
    EXPECT_EQ(fit("short", 10), "short");
    EXPECT_EQ(fit("a long line of text", 10), "a long ...");
    EXPECT_EQ(fit("\u6587\u5b57\u6587\u5b57", 3), "\u6587");
    for (int width = 0; width < 30; ++width) {
        EXPECT_LE(columns(fit("\u6587 mixed \u2018text\u2019 \u5b57", width)), width);
        EXPECT_LE(columns(between("left side", "the right side", width)), width);
    }
}

TEST(Columns, wrap_breaks_at_spaces_and_loses_nothing) {
    EXPECT_EQ(wrap("one two three", 7), (Strings{"one two", "three"}));
    EXPECT_EQ(wrap("one two three", 9, 2), (Strings{"one two", "  three"}));
    EXPECT_EQ(wrap("unbreakable", 4), (Strings{"unbr", "eaka", "ble"}));
    EXPECT_EQ(wrap("", 4), Strings{""});
    for (int width = 1; width < 20; ++width) {
        std::string letters;
        for (const std::string& line : wrap("  a quick \u2018brown\u2019 fox jumps", width, 3)) {
            EXPECT_LE(columns(line), width);
            for (const char c : line) letters += c == ' ' ? "" : std::string(1, c);
        }
        EXPECT_EQ(letters, "aquick\u2018brown\u2019foxjumps");
    }
}

TEST(Printable, cannot_act_on_the_terminal) {
    EXPECT_EQ(printable("a\x1b[2Jb\x07"
                        "c\r\n\td\xff"),
              "abc\n    d?");
    EXPECT_EQ(printable("\x1b]0;title\x07rest").find('\x1b'), std::string::npos);
    EXPECT_EQ(printable("\u009b2J"), "?2J");
}

TEST(Printable, as_one_line_drops_nothing) {
    EXPECT_EQ(printable_line("a\tb\n\x1b"), "a b\\n\\x1b");
    EXPECT_EQ(printable_line("\xff\xc3"), "\uFFFD\uFFFD");
    EXPECT_EQ(printable_line("\xc0\x80\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(printable_line("\u202e\u00fc"), "\\u202e\u00fc");
    EXPECT_EQ(printable_line("\u00fc\xff", true), "??");
}

TEST(Columns, are_the_width_of_a_text) {
    EXPECT_EQ(columns("a\u00fc\u2502"), 3);
    EXPECT_EQ(columns("\u4e2d"), 2);
    EXPECT_EQ(columns("e\u0301"), 1);
}

TEST(Columns, fit_cuts_at_either_end) {
    EXPECT_EQ(fit("abcdef", 6, "~"), "abcdef");
    EXPECT_EQ(fit("abcdef", 4, "~"), "abc~");
    EXPECT_EQ(fit("abcdef", 4, "~", true), "~def");
    EXPECT_EQ(fit("\u4e2d\u4e2d", 3, "~"), "\u4e2d~");
    EXPECT_EQ(fit("abc", 0, "~"), "");
}

TEST(Columns, wrap_breaks_at_spaces_and_long_words_anywhere) {
    EXPECT_EQ(wrap("one two three", 8), (Strings{"one two", "three"}));
    EXPECT_EQ(wrap("one two", 3), (Strings{"one", "two"}));
    EXPECT_EQ(wrap("abcdefgh", 3), (Strings{"abc", "def", "gh"}));
}

TEST(Text, numbers_and_lists_read_as_people_write_them) {
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1234567), "1,234,567");
    EXPECT_EQ(counted(1, "step"), "1 step");
    EXPECT_EQ(counted(1000, "step"), "1,000 steps");
    EXPECT_EQ(enumerate({"a", "b", "c"}, "and"), "a, b and c");
}

TEST(Printable, writes_out_what_would_turn_or_hide_the_text_beside_it) {
    for (const char* hidden :
         {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
          "\u200e", "\u200f", "\u061c", "\u2028", "\u200b", "\ufeff", "\U000e0041"}) {
        const std::string foreign = std::string("a") + hidden + "b";
        for (const std::string& shown : {printable(foreign), printable_line(foreign)}) {
            EXPECT_EQ(shown.find(hidden), std::string::npos) << shown;
            EXPECT_TRUE(shown.starts_with("a\\u")) << shown;
        }
    }
    EXPECT_EQ(printable("\u202e\tb"), "\\u202e  b");
}

TEST(Utf8, bytes_that_are_none_are_replaced_one_by_one) {
    EXPECT_EQ(valid_utf8("a\xff\xc3\u00fc"), "a\uFFFD\uFFFD\u00fc");
    EXPECT_EQ(valid_utf8("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(first_character("\u4e2d!").code, U'\u4e2d');
    EXPECT_EQ(first_character("\u4e2d!").bytes, 3u);
}

}  // namespace
}  // namespace text
