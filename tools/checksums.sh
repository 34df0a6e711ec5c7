#!/bin/sh
# Records what is shipped: the hashes of everything below exercises/, solutions/ and the tests of
# the lessons, in tests/checksums.txt. Run it after changing any of these.
#
#   tools/checksums.sh            writes the record
#   tools/checksums.sh --check    compares it, names each difference, and fails if there is one
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
record=tests/checksums.txt

files() {
    folders="exercises solutions tests/kit"
    for folder in tests/[0-9]*/; do
        [ -d "$folder" ] && folders="$folders ${folder%/}"
    done
    # What git ignores, such as an editor's own files, is not shipped.
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard -- $folders
    else
        find $folders -type f
    fi | sort -u
}

hashes() {
    files | while IFS= read -r file; do
        if [ -f "$file" ]; then sha256sum -- "$file"; fi
    done
}

case "${1-}" in
    "")
        new=$record.$$
        trap 'rm -f "$new"' EXIT
        hashes >"$new"
        mv "$new" "$record"
        ;;
    --check)
        hashes | diff "$record" - >/dev/null && exit 0
        echo "$record is not what is there now; tools/checksums.sh writes it anew:"
        hashes | diff "$record" - | sed -n 's/^[<>] [0-9a-f]*  /  /p' | sort -u
        exit 1
        ;;
    *)
        echo "usage: tools/checksums.sh [--check]" >&2
        exit 2
        ;;
esac
