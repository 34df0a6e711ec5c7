# A header of the library with its plain comments made into documentation. The comment at the top
# is the file's; its one-word lines (Promises, Requires, ...) become headings, and what is indented
# above the first of them is code. Comments inside a marked region belong to the code.

# Doxygen reads commands and tags; a comment means its characters. Between back quotes they are
# safe already.
function plain(text,    parts, count, i, result) {
    count = split(text, parts, "`")
    for (i = 1; i <= count; i += 2) gsub(/[\\@<>#%]/, "\\\\&", parts[i])
    result = parts[1]
    for (i = 2; i <= count; ++i) result = result "`" parts[i]
    return result
}

FNR == 1 { top = $0 ~ /^\/\//; region = heading = 0; if (top) print "/** \\file" }

top && /^\/\// {
    text = $0
    sub(/^\/\/ ?/, "", text)
    if (text ~ /^(Promises|Requires|Threads|Memory ordering|Not for)$/) {
        heading = 1
        print "\\par " text
    } else if (!heading && text ~ /^    /)
        print text
    else
        print plain(text)
    next
}

top { print "*/"; top = 0 }

/^ *\/\/ \[[a-z_0-9]+\] *$/ { region = !region; print ""; next }

!region && /^(    )?\/\/ / {
    text = $0
    sub(/\/\/.*/, "///", text)
    comment = $0
    sub(/^ *\/\//, "", comment)
    print text plain(comment)
    next
}

{ print }
