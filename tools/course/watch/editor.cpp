#include "course/watch/editor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>
#include <string_view>
#include <vector>

#include "system/environment.hpp"
#include "system/signals.hpp"

namespace course {

using namespace sys;

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

Editor described(const std::string& command) {
    std::istringstream stream(command);
    std::string program, option;
    stream >> program;
    bool in_terminal = false;
    while (stream >> option) in_terminal |= is_one_of(option, {"-nw", "-t", "-tty"});
    const std::string name = std::filesystem::path(program).filename();
    Editor editor{command, true, Editor::Position::none};
    if (is_one_of(name, {"code", "code-insiders", "codium", "cursor", "windsurf"})) {
        editor = {command + " -g", false, Editor::Position::colon_line};
    } else if (is_one_of(name, {"zed", "subl"})) {
        editor = {command, false, Editor::Position::colon_line};
    } else if (is_one_of(name, {"gvim", "gedit", "gnome-text-editor", "mousepad", "xed"})) {
        editor = {command, false, Editor::Position::plus_line};
    } else if (is_one_of(name, {"kate", "clion", "idea", "qtcreator", "geany", "xdg-open"})) {
        editor.takes_terminal = false;
    } else if (is_one_of(name, {"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "joe",
                                "mg", "ne", "kak", "pico", "editor", "sensible-editor"})) {
        editor.position = Editor::Position::plus_line;
    } else if (is_one_of(name, {"hx", "helix"})) {
        editor.position = Editor::Position::colon_line;
    }
    const bool has_window = !variable("DISPLAY").empty() || !variable("WAYLAND_DISPLAY").empty();
    if (is_one_of(name, {"emacs", "emacsclient"}) && !in_terminal && has_window) {
        editor.takes_terminal = false;
    }
    return editor;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> all;
    for (std::string& string : strings) all.push_back(string.data());
    all.push_back(nullptr);
    return all;
}

// In the background: as the child of a child that ends at once, so that nobody waits for it.
[[noreturn]] void detach_and_become(char* const* argv) {
    reset_signals();
    setsid();
    const int nothing = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nothing, stream);
    if (fork() != 0) _exit(0);
    execvp(argv[0], argv);
    _exit(127);
}

// Waits for the editor; a signal that asks the runner to end is passed on to it.
int wait_for(pid_t editor, Signals& signals) {
    int ended_by = 0;
    while (waitpid(editor, nullptr, WNOHANG) == 0) {
        pollfd ready{signals.fd(), POLLIN, 0};
        poll(&ready, 1, -1);
        while (const auto signal = signals.next()) {
            if (*signal == SIGTSTP) suspend_job();
            // The terminal sends Ctrl-C and Ctrl-\ to the editor as well; they mean the editor.
            if (*signal == SIGTERM || *signal == SIGHUP) {
                kill(editor, *signal);
                ended_by = *signal;
            }
        }
    }
    return ended_by;
}

}  // namespace

Editor preferred_editor() {
    for (const char* name : {"VISUAL", "EDITOR"}) {
        if (!variable(name).empty()) return described(variable(name));
    }
    if (variable("TERM_PROGRAM") == "vscode" && find_program("code")) return described("code");
    // What the system calls `editor`; sensible-editor may ask which one, in the middle of our
    // screen.
    for (const char* name : {"editor", "nano", "vim", "vi", "emacs"}) {
        if (find_program(name)) return described(name);
    }
    return {};
}

std::vector<std::string> command_line(const Editor& editor, const std::string& file, int line) {
    std::vector<std::string> argv{"sh", "-c", editor.command + " \"$@\"", "sh"};
    const bool known = line > 0;
    if (known && editor.position == Editor::Position::plus_line) {
        argv.push_back("+" + std::to_string(line));
    }
    const bool colon = known && editor.position == Editor::Position::colon_line;
    argv.push_back(colon ? file + ":" + std::to_string(line) : file);
    return argv;
}

int run_in_front(std::vector<std::string> words, Terminal& terminal, Signals& signals) {
    const std::vector<char*> argv = pointers(words);
    terminal.give_back();
    const pid_t child = fork();
    if (child == 0) {
        reset_signals();
        execvp(argv[0], argv.data());
        _exit(127);
    }
    const int ended_by = child > 0 ? wait_for(child, signals) : 0;
    terminal.take();
    return ended_by;
}

int edit_file(const Editor& editor, const std::filesystem::path& file, int line, Terminal& terminal,
              Signals& signals) {
    std::vector<std::string> strings = command_line(editor, file.string(), line);
    if (editor.takes_terminal) return run_in_front(std::move(strings), terminal, signals);
    const std::vector<char*> argv = pointers(strings);
    const pid_t child = fork();
    if (child == 0) detach_and_become(argv.data());
    return child > 0 ? wait_for(child, signals) : 0;
}

}  // namespace course
