#!/bin/sh
# Takes the picture of the watch screen for README.md, from the real program. Needs tmux.
#
#     tools/screenshot.sh [FILE]     default: docs/watch.svg
#
# The screen is that of the learner's state here: for a first start, use a fresh clone.
set -eu
root=$(readlink -f -- "$0")
root=${root%/tools/*}
file=${1:-$root/docs/watch.svg}
socket=course-screenshot-$$

pane() { tmux -L "$socket" "$@"; }
trap 'pane kill-server 2>/dev/null || :' EXIT

"$root/course" list >/dev/null
pane -f /dev/null new-session -d -x 80 -y 24 \
    "env -u NO_COLOR -u CI TERM=screen-256color LANG=C.UTF-8 '$root/course'"

# The screen is ready when the check is over and it no longer changes.
last=
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    sleep 3
    now=$(pane capture-pane -e -p)
    case $now in
    *Checking*) ;;
    "$last") break ;;
    esac
    last=$now
done
printf '%s\n' "$last" | awk -f "$root/tools/screen_to_svg.awk" >"$file.new"
mv "$file.new" "$file"
echo "$file"
