#!/bin/sh
# Writes the figures of docs/sleeping.md anew: the block between its two `measured` lines is what the
# benchmark prints on this machine. Run it on a quiet one.
set -eu
cd "$(dirname "$0")/.."
page=docs/sleeping.md
program=build/gcc/tests/bench/parts/parts_bench
cmake --preset gcc >/dev/null
cmake --build --preset gcc --target parts_bench >/dev/null

new=$page.$$
trap 'rm -f "$new" "$new.figures"' EXIT
{
    echo "<!-- measured: tools/sleeping_figures.sh -->"
    echo '```text'
    sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1
    echo
    "$program" --benchmark_filter='^sleep' "$@"
    echo '```'
    echo "<!-- measured -->"
} >"$new.figures"
awk -v figures="$new.figures" '
    /^<!-- measured: / { while ((getline line < figures) > 0) print line; skip = 1 }
    !skip { print }
    /^<!-- measured -->/ { skip = 0 }
' "$page" >"$new"
mv "$new" "$page"
