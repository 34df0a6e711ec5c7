# A Markdown page as it reads on a code host, made into one that Doxygen 1.9 reads:
#   - every heading gets an id: that of the page, and the heading's words; the title of a lesson
#     gets its number;
#   - links between pages become references to those ids, links to files that the site does not
#     hold become text;
#   - <details> is passed through: Doxygen would close and reopen it around every paragraph;
#   - comments are dropped, and code in a language that Doxygen does not know is plain text.

# "lessons/01_spawn_join/README.md" -> "lesson_01_spawn_join", "docs/workshop-guide.md" ->
# "workshop_guide", anything else -> "".
function page_id(path,    parts, count) {
    count = split(path, parts, "/")
    if (parts[count] == "README.md" && parts[count - 1] ~ /^[0-9][0-9]_/)
        return "lesson_" parts[count - 1]
    if (parts[count] !~ /\.md$/ || parts[count] ~ /^(README|CONTRIBUTING|review)\.md$/) return ""
    sub(/\.md$/, "", parts[count])
    gsub(/-/, "_", parts[count])
    return parts[count]
}

# The id that a code host gives a heading, as far as it is made of letters and digits.
function slug(text) {
    text = tolower(text)
    gsub(/[^a-z0-9 _-]/, "", text)
    gsub(/[ -]/, "_", text)
    return text
}

# The words of a reference are shown as they stand, so they lose their back quotes.
function reference(text, id) {
    gsub(/`/, "", text)
    return "[" text "](@ref " id ")"
}

function link(text, target,    page, fragment, hash) {
    if (target ~ /^[a-z]+:/) return "[" text "](" target ")"
    hash = index(target, "#")
    fragment = hash ? substr(target, hash + 1) : ""
    page = hash == 1 ? this_page : page_id(hash ? substr(target, 1, hash - 1) : target)
    if (page != "")
        return reference(text, page (fragment != "" ? "_" slug(fragment) : ""))
    # The reference has a page for each header of the library.
    if (match(target, /fearless\/[a-z_]+\.hpp$/)) return reference(text, substr(target, RSTART))
    return text
}

# All links of a line, left to right.
function with_links(line,    result, before, after, middle, found, text, target) {
    result = ""
    while (match(line, /\[[^][]+\]\([^() ]+\)/)) {
        found = substr(line, RSTART, RLENGTH)
        before = substr(line, 1, RSTART - 1)
        after = substr(line, RSTART + RLENGTH)
        middle = index(found, "](")
        text = substr(found, 2, middle - 2)
        target = substr(found, middle + 2, length(found) - middle - 2)
        result = result before link(text, target)
        line = after
    }
    return result line
}

FNR == 1 { this_page = page_id(FILENAME); fence = "" }

fence != "" {
    print
    if ($0 ~ "^ *" fence " *$") fence = ""
    next
}

/^ *```/ {
    fence = "```"
    language = $0
    sub(/^ *```/, "", language)
    indent = $0
    sub(/```.*/, "", indent)
    # A language that Doxygen does not know would be guessed.
    if (language != "cpp" && language != "sh") language = "unparsed"
    print indent "```{." language "}"
    next
}

/^ *<!--.*--> *$/ { print ""; next }

/^ *<\/?(details|summary)>/ {
    print ""
    print "@htmlonly[block]" $0 "@endhtmlonly"
    print ""
    next
}

/^#+ / && this_page != "" {
    marks = $1
    title = substr($0, length(marks) + 2)
    id = length(marks) == 1 ? this_page : this_page "_" slug(title)
    # Two headings with the same words: a code host numbers the second.
    if (id == this_page && match(id, /[0-9][0-9]/))
        title = substr(id, RSTART, 2) " · " title
    if (seen[id]++) id = id "_" seen[id] - 1
    print marks " " title " {#" id "}"
    next
}

{ print with_links($0) }
