#!/usr/bin/env bash
# Opens pages of samples in a real browser and looks at what its script made of them.
# Usage: browser_test.sh PATH_OF_interleave_show_sample. Exit status 77: there is no browser.
set -u

show_sample=$1
failures=0

browser=
for name in chromium chromium-browser google-chrome; do
    browser=$(command -v "$name") && break
done
if [ -z "$browser" ]; then
    if command -v firefox >/dev/null || command -v firefox-esr >/dev/null; then
        echo "skipped: Firefox cannot print the document of a page; install chromium to run this"
    else
        echo "skipped: no browser (chromium, chromium-browser or google-chrome)"
    fi
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

document_of() {  # ADDRESS
    timeout 60 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$folder/profile" \
        --virtual-time-budget=20000 --dump-dom "$1" 2>/dev/null
}

# The document after the script ran, without the data and the script themselves.
dom() {  # SAMPLE FRAGMENT
    "$show_sample" "$1" html >"$folder/$1.html" || exit 1
    document_of "file://$folder/$1.html$2" |
        sed 's/<script/\n<script/g; s/<\/script>/<\/script>\n/g' | sed '/<script/,/<\/script>/d'
}

expect() {  # TITLE DOM PATTERN
    if grep -qE -- "$3" <<<"$2"; then
        echo "ok: $1"
    else
        echo "FAILED: $1: nothing matches $3"
        failures=$((failures + 1))
    fi
}

first=$(dom deadlock "")
expect "a page opens at the first step" "$first" '<body data-step="0"'
expect "no way back from the first step" "$first" '<button[^>]*id="back"[^>]*disabled'
expect "the first row is current" "$first" '<button[^>]*data-index="0"[^>]*aria-current="step"'

third=$(dom deadlock "#step=3")
expect "the fragment selects the step" "$third" '<body data-step="3"'
expect "the step is told" "$third" 'Step 3 \(4 of 5\).*thread 1.*lock a.*waits for a, held by main'
expect "its row is current" "$third" '<button[^>]*data-index="3"[^>]*aria-current="step"'
expect "its line is current" "$third" 'class="line at now"[^>]*><span class="number">18<'
expect "the other thread's line is marked" "$third" \
    '>10</span>.*from\(a\);<span class="mark"[^>]*>main<'
expect "the owner of a lock is told" "$third" '>a</td><td>held by main<'
expect "the steps are announced" "$third" 'id="now"[^>]*aria-live="polite"'

expect "the source line is told" "$third" 'class="text">std::lock_guard to\(a\);<'

last=$(dom deadlock "#step=99")
expect "a step beyond the end is the last one" "$last" '<body data-step="4"'
expect "the failure is told" "$last" 'id="now"[^>]*class="failure"'

values=$(dom lost_update "#step=4")
expect "the last value is told" "$values" '>counter</td><td>1</td><td>thread 2<'

hundred=$(dom hundred "#step=197")
expect "a hundred threads are a list" "$hundred" 'class="body list"'
expect "its step is current" "$hundred" 'data-index="197"[^>]*aria-current="step"'

nasty=$(dom nasty "")
expect "markup of the program is text" "$nasty" '&lt;/script&gt;&lt;img src=x&gt;'
if grep -q '<img' <<<"$nasty"; then
    echo "FAILED: markup of the program became an element"
    failures=$((failures + 1))
fi

outcomes=$(dom outcomes "")
expect "a passed result is a sentence" "$outcomes" 'none of 10,000 executions fails'
expect "outcomes are a table" "$outcomes" '<td>r1 = 0, r2 = 0</td><td>2</td><td>s1:02</td>'

# A script acts for the reader, and the page shows the step that this led to.
after() {  # SAMPLE FRAGMENT SCRIPT
    "$show_sample" "$1" html | sed "s|^begin();\$|begin(); $3|" >"$folder/acted.html"
    document_of "file://$folder/acted.html$2" | grep -oE '<body data-step="[0-9]+"'
}

pressing() {  # SAMPLE FRAGMENT KEY...
    local sample=$1 fragment=$2 script="" key
    shift 2
    for key in "$@"; do
        script+="document.body.dispatchEvent("
        script+="new KeyboardEvent('keydown', {key: '$key', bubbles: true}));"
    done
    after "$sample" "$fragment" "$script"
}

swiping() {  # SAMPLE FRAGMENT FROM TO
    local touch="new Touch({identifier: 1, target: document.body, clientY: 9, clientX"
    local script="document.body.dispatchEvent(new TouchEvent('touchstart', {bubbles: true,"
    script+=" touches: [$touch: $3})]}));"
    script+="document.body.dispatchEvent(new TouchEvent('touchend', {bubbles: true,"
    script+=" changedTouches: [$touch: $4})]}));"
    after "$1" "$2" "$script"
}

expect "the right arrow goes on" "$(pressing deadlock '#step=1' ArrowRight ArrowRight)" '"3"'
expect "the left arrow goes back" "$(pressing deadlock '#step=3' ArrowLeft)" '"2"'
expect "End goes to the end" "$(pressing deadlock '' End)" '"4"'
expect "Home goes to the start" "$(pressing deadlock '#step=3' Home)" '"0"'
expect "space plays to the end" "$(pressing deadlock '' ' ')" '"4"'
expect "space plays and stops" "$(pressing deadlock '#step=1' ' ' ' ')" '"1"'
expect "a click goes on" "$(after deadlock '#step=1' "\$('next').click();")" '"2"'
expect "a swipe to the left goes on" "$(swiping deadlock '#step=1' 200 90)" '"2"'
expect "a swipe to the right goes back" "$(swiping deadlock '#step=3' 90 200)" '"2"'

[ "$failures" -eq 0 ]
