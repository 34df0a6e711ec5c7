// The command `interleave` as somebody runs it.
#pragma once

#include <string>
#include <vector>

namespace tested {

struct Ended {
    int status = -1;  // 128 and the signal if one ended it
    std::string out, err;
};

// The words go through no shell. `environment`: "NAME=value", added to the own one.
Ended run_command(const std::vector<std::string>& arguments,
                  const std::vector<std::string>& environment = {});

// The same with `run --json -` before the arguments.
Ended run_for_json(std::vector<std::string> arguments,
                   const std::vector<std::string>& environment = {});

std::string read_file(const std::string& file);
void write_file(const std::string& file, const std::string& text);

// Empty at first, and gone with the object.
class Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

}  // namespace tested
