// A TOML table read key by key, each mistake told with file, line and what was expected.
#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace course {

class TableReader {
  public:
    // `what`: what the table describes, as in "[[exercise]]".
    TableReader(const toml::table& table, std::string file, std::string what)
        : table_(table), file_(std::move(file)), what_(std::move(what)) {}

    std::string text(std::string_view key);  // must be there and not be empty
    std::string text_or(std::string_view key, std::string otherwise);
    int number(std::string_view key, int least);  // must be there
    int number_or(std::string_view key, int least, int otherwise);
    double seconds_or(std::string_view key, double otherwise);
    bool flag_or(std::string_view key, bool otherwise);
    std::vector<std::string> texts(std::string_view key);  // must be there
    std::vector<std::string> texts_or_none(std::string_view key);
    std::vector<TableReader> tables(std::string_view key);  // [[key]]; none if absent
    // [what.key]; a table in it gives "name.name".
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view key);
    bool has(std::string_view key) const { return table_.contains(key); }

    // Every key that none of the above asked for is a mistake.
    void no_other_keys() const;

    // The mistake is in the value of `key`; in the table as a whole if that is not there.
    [[noreturn]] void fail(std::string_view key, const std::string& sentence) const;

  private:
    const toml::node* find(std::string_view key);
    const toml::node& need(std::string_view key, std::string_view type);
    const toml::array* array_at(std::string_view key, std::string_view elements);
    [[noreturn]] void fail_at(const toml::node& node, const std::string& sentence) const;

    const toml::table& table_;
    std::string file_;
    std::string what_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace course
