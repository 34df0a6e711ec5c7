#include "interleave/report/html.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "samples.hpp"

namespace interleave {
namespace {

constexpr std::string_view kStart = "<script type=\"application/json\" id=\"data\">";

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

std::string data_of(const std::string& page) {
    const std::size_t start = page.find(kStart) + kStart.size();
    return page.substr(start, page.find("</script>", start) - start);
}

TEST(Html, needs_no_network) {
    for (const auto& [name, result] : samples::all()) {
        SCOPED_TRACE(name);
        const std::string page = to_html(result);
        for (const char* part :
             {"http:", "https:", "src=\"", "href=", "@import", "url(", "fetch("}) {
            EXPECT_EQ(count(page, part), 0u) << part;
        }
        EXPECT_EQ(count(page, "default-src 'none'"), 1u);
    }
}

TEST(Html, markup_in_sources_and_names_cannot_leave_the_data) {
    for (const Result& result : {samples::race(), samples::nasty()}) {
        const std::string page = to_html(result);
        EXPECT_EQ(count(page, "<script"), 2u);
        EXPECT_EQ(count(page, "</script>"), 2u);
        EXPECT_EQ(count(page, "<!--"), 0u);
        EXPECT_EQ(count(page, "<img"), 0u);
        EXPECT_EQ(data_of(page).find('<'), std::string::npos);
    }
}

TEST(Html, holds_the_sources_of_the_frames_and_no_others) {
    const auto data = nlohmann::json::parse(data_of(to_html(samples::race())));
    ASSERT_EQ(data["files"].size(), 1u);
    EXPECT_EQ(data["files"][0]["name"], "hits.cpp");
    EXPECT_EQ(data["files"][0]["lines"][5],
              "// \"</script><b>\" and <!-- must not end the page that shows this file.");
    EXPECT_EQ(data["events"][7]["place"]["line"], 8);
    EXPECT_EQ(data["events"][7]["place"]["file"], 0);
}

TEST(Html, knows_who_holds_what_after_which_event) {
    const auto data = nlohmann::json::parse(data_of(to_html(samples::deadlock())));
    ASSERT_EQ(data["locks"].size(), 2u);
    EXPECT_EQ(data["locks"][0],
              (nlohmann::json{{"event", 1}, {"thread", 0}, {"lock", "a"}, {"acquired", true}}));
    EXPECT_EQ(data["locks"][1]["thread"], 1);
    EXPECT_EQ(data["waits"],
              "The circle: main holds a, waits for b; thread 1 holds b, waits for a.");
}

TEST(Html, names_threads_that_only_events_know) {
    Result result = samples::deadlock();
    result.threads.clear();
    const auto data = nlohmann::json::parse(data_of(to_html(result)));
    ASSERT_EQ(data["threads"].size(), 2u);
    EXPECT_EQ(data["threads"][0]["name"], "main");
    EXPECT_EQ(data["threads"][1]["name"], "thread 1");
}

TEST(Html, a_file_that_is_not_there_is_no_error) {
    Result result = samples::deadlock();
    for (Event& event : result.events) event.stack = {{"f()", "/nowhere/gone.cpp", 3, 0}};
    for (ThreadInfo& thread : result.threads) thread.stack.clear();
    const auto data = nlohmann::json::parse(data_of(to_html(result)));
    EXPECT_TRUE(data["files"].empty());
    EXPECT_EQ(data["events"][0]["place"]["file"], -1);
    EXPECT_EQ(data["events"][0]["place"]["text"], "/nowhere/gone.cpp:3");
}

}  // namespace
}  // namespace interleave
