// Variables by as much of their names as tells them apart.
#pragma once

#include <interleave/result.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace interleave::report {

// "changed.turn_" is called "turn_" where no other name ends so.
class ShortNames {
  public:
    // Whole names unless they are to be `shortened`.
    ShortNames(const Result& result, bool shortened);

    const std::string& of(const std::string& name) const;

    // Of what a thread waits for, which somebody may hold.
    std::string of_wait(const std::string& wait) const;

    std::vector<std::string> of(std::vector<std::string> names) const;

  private:
    std::string shortest(const std::string& name) const;

    std::set<std::string> all_;
    std::map<std::string, std::string> short_;
};

}  // namespace interleave::report
