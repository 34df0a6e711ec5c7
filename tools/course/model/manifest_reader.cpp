#include "course/model/manifest_reader.hpp"

#include <limits>

#include "system/error.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

std::string quoted(std::string_view key) {
    return "\"" + std::string(key) + "\"";
}

std::string type_of(const toml::node& node) {
    if (node.is_table()) return "a table";
    if (node.is_array_of_tables()) return "a list of tables";
    if (node.is_array()) return "a list";
    if (node.is_string()) return "a text";
    if (node.is_boolean()) return "true or false";
    if (node.is_number()) return "a number";
    return "a date or time";
}

}  // namespace

void TableReader::fail_at(const toml::node& node, const std::string& sentence) const {
    const char* end = sentence.ends_with('?') ? "" : ".";
    throw Error(kBrokenEnvironment,
                file_ + ":" + std::to_string(node.source().begin.line) + ": " + sentence + end);
}

void TableReader::fail(std::string_view key, const std::string& sentence) const {
    const toml::node* node = table_.get(key);
    fail_at(node ? *node : table_, sentence);
}

const toml::node* TableReader::find(std::string_view key) {
    known_.emplace(key);
    return table_.get(key);
}

const toml::node& TableReader::need(std::string_view key, std::string_view type) {
    if (const toml::node* node = find(key)) return *node;
    fail_at(table_, quoted(key) + " is missing in " + what_ + "; expected " + std::string(type));
}

std::string TableReader::text(std::string_view key) {
    const toml::node& node = need(key, "a text");
    auto value = node.value_exact<std::string>();
    if (!value) fail_at(node, quoted(key) + " is " + type_of(node) + "; expected a text");
    if (value->empty()) fail_at(node, quoted(key) + " is empty; expected a text");
    return *std::move(value);
}

std::string TableReader::text_or(std::string_view key, std::string otherwise) {
    return find(key) ? text(key) : otherwise;
}

int TableReader::number(std::string_view key, int least) {
    const toml::node& node = need(key, "a whole number");
    const auto value = node.value_exact<std::int64_t>();
    if (value && *value >= least && *value <= std::numeric_limits<int>::max()) {
        return static_cast<int>(*value);
    }
    fail_at(node, quoted(key) + " is " + (value ? std::to_string(*value) : type_of(node)) +
                      "; expected a whole number of at least " + std::to_string(least));
}

int TableReader::number_or(std::string_view key, int least, int otherwise) {
    return find(key) ? number(key, least) : otherwise;
}

double TableReader::seconds_or(std::string_view key, double otherwise) {
    const toml::node* node = find(key);
    if (!node) return otherwise;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value || !(*value > 0)) {
        fail_at(*node, quoted(key) + " is not a number of seconds above 0");
    }
    return *value;
}

bool TableReader::flag_or(std::string_view key, bool otherwise) {
    const toml::node* node = find(key);
    if (!node) return otherwise;
    const auto value = node->value_exact<bool>();
    if (!value) fail_at(*node, quoted(key) + " is " + type_of(*node) + "; expected true or false");
    return *value;
}

const toml::array* TableReader::array_at(std::string_view key, std::string_view elements) {
    const toml::node* node = find(key);
    if (!node) return nullptr;
    if (!node->is_array()) {
        fail_at(*node, quoted(key) + " is " + type_of(*node) + "; expected a list of " +
                           std::string(elements));
    }
    return node->as_array();
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    need(key, "a list of texts");
    return texts_or_none(key);
}

std::vector<std::string> TableReader::texts_or_none(std::string_view key) {
    std::vector<std::string> values;
    const toml::array* array = array_at(key, "texts");
    if (!array) return values;
    for (const toml::node& node : *array) {
        auto value = node.value_exact<std::string>();
        if (!value) {
            fail_at(node, quoted(key) + " holds " + type_of(node) + "; expected a list of texts");
        }
        if (value->empty()) fail_at(node, quoted(key) + " holds an empty text");
        values.push_back(*std::move(value));
    }
    return values;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
    std::vector<TableReader> readers;
    const std::string name = "[[" + std::string(key) + "]]";
    const toml::node* node = find(key);
    if (node && !node->is_array_of_tables()) {
        fail_at(*node, quoted(key) + " is " + type_of(*node) + "; expected " + name);
    }
    if (!node) return readers;
    for (const toml::node& element : *node->as_array()) {
        readers.emplace_back(*element.as_table(), file_, name);
    }
    return readers;
}

std::vector<std::pair<std::string, std::string>> TableReader::pairs(std::string_view key) {
    std::vector<std::pair<std::string, std::string>> values;
    const toml::node* node = find(key);
    if (!node) return values;
    if (!node->is_table()) {
        fail_at(*node, quoted(key) + " is " + type_of(*node) + "; expected a table of texts");
    }
    TableReader reader(*node->as_table(), file_, quoted(key));
    for (const auto& [name, value] : *node->as_table()) {
        if (!value.is_table()) {
            values.emplace_back(name.str(), reader.text(name.str()));
            continue;
        }
        for (auto& [inner, text] : reader.pairs(name.str()))
            values.emplace_back(std::string(name.str()) + "." + inner, std::move(text));
    }
    return values;
}

void TableReader::no_other_keys() const {
    for (const auto& [key, value] : table_) {
        if (known_.contains(key.str())) continue;
        const std::vector<std::string> names(known_.begin(), known_.end());
        const std::string near = did_you_mean(key.str(), names);
        fail_at(value, "unknown key " + quoted(key.str()) + " in " + what_ +
                           (near.empty() ? "; expected " + enumerate(names) : near));
    }
}

}  // namespace course
