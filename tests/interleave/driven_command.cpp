#include "driven_command.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tested {

Scratch::Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "tested-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string read_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

Ended run_command(const std::vector<std::string>& arguments,
                  const std::vector<std::string>& environment) {
    const Scratch scratch;
    const std::string out = scratch / "out", err = scratch / "err";
    std::vector<char*> words{const_cast<char*>(TESTED_COMMAND)};
    for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        for (const std::string& one : environment) putenv(const_cast<char*>(one.c_str()));
        dup2(open(out.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600), STDERR_FILENO);
        execv(words[0], words.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out),
            read_file(err)};
}

Ended run_for_json(std::vector<std::string> arguments,
                   const std::vector<std::string>& environment) {
    arguments.insert(arguments.begin(), {"run", "--json", "-"});
    return run_command(arguments, environment);
}

}  // namespace tested
