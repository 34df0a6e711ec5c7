#!/bin/sh
# What ./course does before there is a runner, in a world of fake tools: each writes its name and
# arguments to a log, and a test looks at what was called. Prints a line a test; the last is
# "N passed, N failed".
#
#     launcher_test.sh [ROOT]     the project whose launcher is tested; default: this one
set -u

project=${1:-$(dirname -- "$(readlink -f -- "$0")")/../..}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# A fresh copy of the launcher in a folder with a space, and a PATH that holds the system's basic
# tools and fakes of all others.
new_world() {
    rm -rf "$scratch/world"
    root="$scratch/world/my course"
    bin=$scratch/world/bin
    calls=$scratch/world/calls
    mkdir -p "$root/tools/course" "$bin"
    cp "$project/course" "$root/course"
    # The proofs of headers and files are paths of this machine: taken as given here.
    awk '/^#/ || NF < 6 { print; next } $5 ~ /[\/.]/ { $5 = "-" } { print }' \
        "$project/tools/packages.txt" >"$root/tools/packages.txt"
    : >"$root/CMakeLists.txt"
    : >"$root/CMakePresets.json"
    : >"$root/tools/course/main.cpp"
    : >"$calls"
    for tool in sh cat grep mkdir rm mv cp touch chmod find tail readlink uname env flock sleep script; do
        ln -s "$(command -v "$tool")" "$bin/$tool"
    done
    fake dpkg-query true
    fake id 'echo 0'
    fake g++ 'cat >/dev/null'
    fake clang++-19 'cat >/dev/null'
    fake ninja true
    fake cmake 'fake_cmake "$@"'
    fake apt-get 'fake_apt "$@"'
}

# fake NAME COMMANDS: a tool that logs its call and runs the commands.
fake() {
    cat >"$bin/$1" <<EOF
#!/bin/sh
printf '%s\n' "$1 \$*" >>"$calls"
bin='$bin'
# Configures nothing; "builds" a runner that prints its arguments and where the course is.
fake_cmake() {
    case \$1 in
        --version) echo "cmake version \${FAKE_CMAKE_VERSION-3.25.1}" ;;
        --build)
            echo "[1/2] Building one"
            echo "[2/2] Building two"
            if [ -e "\$bin/broken" ]; then echo "the compiler's own words"; exit 1; fi
            if [ -e "build/\$3/old.pch" ]; then
                echo "fatal error: file 'x.h' has been modified since the precompiled header"
                exit 1
            fi
            mkdir -p "build/\$3/tools/course"
            printf '%s\n' '#!/bin/sh' 'echo "runner <\$*> of <\$COURSE_ROOT>"' 'exit 7' \
                >"build/\$3/tools/course/course"
            chmod +x "build/\$3/tools/course/course" ;;
    esac
}
# Brings the tools that were lost, unless it is told to fail; a system without clang has none.
fake_apt() {
    if [ -e "\$bin/no-network" ]; then exit 100; fi
    if [ -e "\$bin/no-clang" ]; then case "\$*" in *clang-19*) exit 100 ;; esac; fi
    if [ "\$1" != install ]; then return; fi
    for tool in ninja clang++-19 doxygen; do
        case "\$*" in *"\${tool%++-19}"*) ;; *) continue ;; esac
        if [ -e "\$bin/\$tool.away" ]; then cp "\$bin/\$tool.away" "\$bin/\$tool"; fi
    done
}
$2
EOF
    chmod +x "$bin/$1"
}

lose_ninja() { mv "$bin/ninja" "$bin/ninja.away"; }
lose_clang() { mv "$bin/clang++-19" "$bin/clang++-19.away"; }

# Runs the launcher without a terminal; sets $out, $err and $status.
launch() {
    out=$(PATH=$bin CI='' "$root/course" "$@" 2>"$scratch/err" </dev/null)
    status=$?
    err=$(cat "$scratch/err")
}

# launch_on_terminal ANSWER ARGS...: the same on a pseudo-terminal on which ANSWER is typed.
launch_on_terminal() {
    answer=$1
    shift
    out=$(printf '%s\n' "$answer" |
        PATH=$bin CI='' script -qec "'$root/course' $*" /dev/null 2>&1)
    status=$?
}

expect() { # expect WHAT CONDITION...
    what=$1
    shift
    if "$@"; then return; fi
    problem="$problem
    $what"
}

contains() { case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac; }
lacks() { ! contains "$1" "$2"; }
called() { grep -q "^$1" "$calls"; }
not_called() { ! called "$1"; }

report() { # report NAME
    if [ -z "$problem" ]; then
        passed=$((passed + 1))
        echo "ok      $1"
    else
        failed=$((failed + 1))
        echo "FAILED  $1$problem"
        printf '    %s\n' "status: $status" "stdout: $out" "stderr: ${err-}" "calls:" "$(cat "$calls")"
    fi
}

test_the_first_start_builds_and_hands_over() {
    launch check join_handle
    expect "the arguments arrive" contains "$out" "runner <check join_handle> of <$root>"
    expect "the runner's status is the launcher's" [ "$status" = 7 ]
    expect "nothing is installed" not_called apt-get
    expect "the runner alone is built" called "cmake --build --preset clang --target course"
    expect "progress goes to standard error" contains "$err" "Building the runner: 1/2"
    expect "to the end" contains "$err" "Building the runner: 2/2"
    expect "the output is in a log" [ -s "$root/build/clang.log" ]
}

test_a_later_start_calls_no_tool() {
    launch
    : >"$calls"
    launch list
    expect "the runner runs" contains "$out" "runner <list>"
    expect "nothing is called" [ ! -s "$calls" ]
    expect "nothing is said" [ -z "$err" ]
}

test_a_newer_source_builds_again() {
    launch
    : >"$calls"
    touch "$root/tools/course/main.cpp"
    launch
    expect "built again" called "cmake --build"
    : >"$calls"
    launch
    expect "and only once" [ ! -s "$calls" ]
}

test_a_missing_runner_is_built_again() {
    launch
    rm "$root/build/clang/tools/course/course"
    : >"$calls"
    launch
    expect "built again" called "cmake --build"
    expect "the runner runs" contains "$out" "runner <>"
}

test_a_moved_folder_builds_from_nothing() {
    launch
    mkdir -p "$root/build/gcc"
    : >"$root/build/clang/leftover"
    : >"$root/build/gcc/leftover"
    mv "$root" "$scratch/world/elsewhere"
    root=$scratch/world/elsewhere
    launch
    expect "the runner knows the new place" contains "$out" "of <$root>"
    expect "the reason is said" contains "$err" "made in another place"
    expect "nothing of the old build is used" [ ! -e "$root/build/clang/leftover" ]
    expect "nor of its neighbours" [ ! -e "$root/build/gcc/leftover" ]
}

test_it_works_through_a_symbolic_link() {
    ln -s "$root/course" "$scratch/world/start"
    out=$(cd / && PATH=$bin "$scratch/world/start" next 2>"$scratch/err" </dev/null)
    expect "the root is the project's" contains "$out" "runner <next> of <$root>"
}

test_a_failed_build_shows_the_end_of_the_log() {
    : >"$bin/broken"
    launch
    expect "status 3" [ "$status" = 3 ]
    expect "the end of the log is shown" contains "$err" "the compiler's own words"
    expect "standard output stays clean" [ -z "$out" ]
    rm "$bin/broken"
    launch
    expect "the next start builds again" contains "$out" "runner <>"
}

test_a_build_from_before_an_update_of_the_system_is_made_anew() {
    launch
    : >"$root/build/clang/old.pch"
    touch "$root/tools/course/main.cpp"
    launch
    expect "it is built" contains "$out" "runner <>"
    expect "nothing of the old build is left" [ ! -e "$root/build/clang/old.pch" ]
}

test_what_is_missing_is_installed_unasked_without_a_terminal() {
    lose_ninja
    launch
    expect "installed" called "apt-get install -q -y --no-install-recommends ninja-build"
    expect "what is there is left alone" lacks "$(cat "$calls")" "cmake ninja-build"
    expect "the runner runs" contains "$out" "runner <>"
}

test_a_failed_installation_is_tried_again_with_fresh_lists() {
    lose_ninja
    : >"$bin/no-network"
    launch
    expect "lists are fetched" called "apt-get update"
    expect "status 3" [ "$status" = 3 ]
    expect "the package is named" contains "$err" "could not install: ninja-build"
    expect "nothing is built" not_called "cmake --build"
}

test_a_terminal_is_asked_and_may_refuse() {
    lose_ninja
    launch_on_terminal n
    expect "asked" contains "$out" "Install with apt-get? [Y/n]"
    expect "not installed" not_called apt-get
    expect "status 3" [ "$status" = 3 ]
    expect "the command is named" contains "$out" "apt-get install ninja-build"
}

test_a_terminal_is_asked_and_may_agree() {
    lose_ninja
    launch_on_terminal y list
    expect "installed" called "apt-get install"
    expect "the runner runs" contains "$out" "runner <list>"
}

test_yes_is_not_asked_and_not_handed_on() {
    lose_ninja
    launch_on_terminal n --yes doctor
    expect "not asked" lacks "$out" "[Y/n]"
    expect "the runner gets the rest" contains "$out" "runner <doctor>"
}

test_without_root_it_goes_through_sudo() {
    lose_ninja
    fake id 'echo 1000'
    # shellcheck disable=SC2016
    fake sudo 'shift; exec "$@"'
    launch
    expect "sudo does not wait for a password that nobody types" called "sudo -n env"
    expect "installed" called "apt-get install"
}

test_without_root_and_sudo_it_says_the_command() {
    lose_ninja
    fake id 'echo 1000'
    launch
    expect "status 3" [ "$status" = 3 ]
    expect "the command is named" contains "$err" "apt-get install ninja-build"
}

test_selfcheck_needs_more() {
    launch
    launch selfcheck
    expect "what checks the project is installed" called "apt-get install.* clang-format-19 "
    : >"$calls"
    launch list
    expect "which a plain start does not look for" [ ! -s "$calls" ]
}

test_docs_needs_doxygen() {
    launch
    fake doxygen true
    mv "$bin/doxygen" "$bin/doxygen.away"
    launch docs
    expect "what makes the site is installed" called "apt-get install.*recommends doxygen"
    expect "and no more" lacks "$(cat "$calls")" "shellcheck"
    expect "the runner builds it" contains "$out" "runner <docs>"
}

test_what_only_a_build_needs_may_be_gone_once_there_is_one() {
    launch
    : >"$calls"
    lose_ninja
    mv "$bin/cmake" "$bin/cmake.away"
    launch check join_handle
    expect "the runner runs" contains "$out" "runner <check join_handle>"
    expect "nothing is called" [ ! -s "$calls" ]
    mv "$bin/cmake.away" "$bin/cmake"
    touch "$root/tools/course/main.cpp"
    launch
    expect "it is installed for the next build" called "apt-get install.* ninja-build"
}

# other_system TOOL: a system whose package manager is TOOL.
other_system() {
    lose_ninja
    rm "$bin/apt-get"
    [ -z "$1" ] || fake "$1" true
    launch
    expect "status 3" [ "$status" = 3 ]
    expect "nothing is built" not_called "cmake --build"
}

test_other_systems_get_the_command_to_type() {
    other_system dnf
    expect "Fedora's command" contains "$err" "sudo dnf install ninja-build"
    new_world
    other_system pacman
    expect "Arch's command" contains "$err" "sudo pacman -S --needed ninja"
    new_world
    other_system zypper
    expect "openSUSE's command" contains "$err" "sudo zypper install ninja"
}

test_an_unknown_system_is_pointed_to_the_container() {
    other_system ''
    expect "the container's command" contains "$err" "docker run -it"
}

test_clang_is_installed_at_the_first_start() {
    lose_clang
    launch
    expect "with its run-time" called "apt-get install -q -y --no-install-recommends clang-19$"
    expect "built with it" called "cmake --preset clang"
}

test_a_system_without_clang_goes_on() {
    lose_ninja
    lose_clang
    : >"$bin/no-clang"
    launch list
    expect "what is needed is installed" called "apt-get install .*recommends ninja-build$"
    expect "built with g++" called "cmake --preset gcc"
    expect "the runner runs" contains "$out" "runner <list>"
    : >"$calls"
    launch
    expect "and remembered" [ ! -s "$calls" ]
    expect "the runner runs again" contains "$out" "runner <>"
}

test_clang_may_be_refused() {
    lose_clang
    launch_on_terminal n list
    expect "asked" contains "$out" "Missing: clang-19"
    expect "not installed" not_called apt-get
    expect "the price is named" contains "$out" "Going on without clang-19"
    expect "built with g++" called "cmake --preset gcc"
    expect "the runner runs" contains "$out" "runner <list>"
    launch_on_terminal n list
    expect "not asked again" lacks "$out" "Missing"
}

test_without_root_and_sudo_it_goes_on_without_clang() {
    lose_clang
    fake id 'echo 1000'
    launch list
    expect "the runner runs" contains "$out" "runner <list>"
    expect "built with g++" called "cmake --preset gcc"
}

test_other_systems_are_not_stopped_by_clang() {
    lose_clang
    rm "$bin/apt-get"
    fake dnf true
    launch list
    expect "the runner runs" contains "$out" "runner <list>"
    new_world
    lose_clang
    other_system dnf
    expect "but it is in the command" contains "$err" "sudo dnf install ninja-build clang compiler-rt"
}

test_clang_without_its_sanitizers_is_not_used() {
    fake clang++-19 'cat >/dev/null; case "$*" in *-fsanitize*) exit 1 ;; esac'
    launch
    expect "built with g++" called "cmake --preset gcc"
}

test_an_old_clang_is_not_used() {
    fake clang++-19 'cat >/dev/null; case "$*" in *-std=c++23*) exit 1 ;; esac'
    launch
    expect "built with g++" called "cmake --preset gcc"
}

test_gcc_may_be_too_old() {
    fake g++ 'cat >/dev/null; exit 1'
    launch
    expect "built with clang" called "cmake --preset clang"
}

test_another_name_of_clang_is_handed_to_cmake() {
    lose_clang
    fake clang++-20 'cat >/dev/null'
    launch
    expect "with its name" called "cmake --preset clang -DCMAKE_CXX_COMPILER=clang++-20$"
}

test_no_compiler_is_new_enough() {
    fake g++ 'cat >/dev/null; exit 1'
    fake clang++-19 'cat >/dev/null; exit 1'
    launch
    expect "status 3" [ "$status" = 3 ]
    expect "the reason" contains "$err" "g++ 12 or clang 19"
}

test_cmake_is_too_old() {
    FAKE_CMAKE_VERSION=3.22.1
    export FAKE_CMAKE_VERSION
    launch
    unset FAKE_CMAKE_VERSION
    expect "status 3" [ "$status" = 3 ]
    expect "the reason" contains "$err" "cmake 3.22 is too old"
}

test_the_preset_can_be_chosen() {
    COURSE_PRESET=ci-gcc
    export COURSE_PRESET
    launch
    unset COURSE_PRESET
    expect "built with it" called "cmake --build --preset ci-gcc"
}

test_two_at_once_build_once() {
    PATH=$bin "$root/course" one >"$scratch/one" 2>&1 </dev/null &
    PATH=$bin "$root/course" two >"$scratch/two" 2>&1 </dev/null &
    wait
    out=$(cat "$scratch/one" "$scratch/two")
    expect "the first runs" contains "$out" "runner <one>"
    expect "the second runs" contains "$out" "runner <two>"
    expect "one build" [ "$(grep -c 'cmake --build' "$calls")" = 1 ]
}

test_a_folder_that_cannot_be_written_is_named() {
    : >"$root/build"
    launch
    expect "status 3" [ "$status" = 3 ]
    expect "the folder is named" contains "$err" "Cannot write to $root/build"
}

# Every function above whose name begins with test_ is a test.
tests=$(sed -n 's/^test_\([a-z_]*\)() {$/\1/p' "$0")
for name in $tests; do
    new_world
    problem=
    out=
    err=
    status=0
    "test_$name"
    report "$(echo "$name" | tr _ ' ')"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
