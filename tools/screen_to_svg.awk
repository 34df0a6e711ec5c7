# A terminal's screen, with its colour sequences, as an SVG picture.

function escaped(text) {
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    return text
}

# One of the 256 colours as #rrggbb.
function colour(number,    level) {
    if (number < 16) return palette[number]
    if (number >= 232) {
        level = 8 + 10 * (number - 232)
        return sprintf("#%02x%02x%02x", level, level, level)
    }
    number -= 16
    return sprintf("#%02x%02x%02x", cube[int(number / 36)], cube[int(number / 6) % 6],
                   cube[number % 6])
}

function reset() { bold = dim = italic = underlined = reversed = 0; front = "" }

# "1;38;5;208": changes how the following text looks.
function apply(sequence,    codes, count, i, code) {
    count = split(sequence == "" ? "0" : sequence, codes, ";")
    for (i = 1; i <= count; ++i) {
        code = codes[i] + 0
        if (code == 0) reset()
        else if (code == 1) bold = 1
        else if (code == 2) dim = 1
        else if (code == 3) italic = 1
        else if (code == 4) underlined = 1
        else if (code == 7) reversed = 1
        else if (code == 22) bold = dim = 0
        else if (code == 23) italic = 0
        else if (code == 24) underlined = 0
        else if (code == 27) reversed = 0
        else if (code >= 30 && code <= 37) front = palette[code - 30]
        else if (code >= 90 && code <= 97) front = palette[code - 82]
        else if (code == 39) front = ""
        else if ((code == 38 || code == 48) && codes[i + 1] == 5) {
            if (code == 38) front = colour(codes[i + 2] + 0)
            i += 2
        }
    }
}

function span(text,    look) {
    if (text == "") return ""
    look = ""
    if (reversed) look = look " fill=\"" ground "\" style=\"paint-order:stroke\" stroke=\"" ink "\" stroke-width=\"6\""
    else if (front != "") look = look " fill=\"" front "\""
    if (bold) look = look " font-weight=\"bold\""
    if (dim) look = look " opacity=\"0.65\""
    if (italic) look = look " font-style=\"italic\""
    if (underlined) look = look " text-decoration=\"underline\""
    return "<tspan" look ">" escaped(text) "</tspan>"
}

BEGIN {
    ground = "#1d2128"
    ink = "#d8dee9"
    split("#4c566a #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #d8dee9 " \
          "#6b7689 #ff7b86 #b5e890 #ffd68a #7cc4ff #dd8ff0 #6fd3e0 #ffffff", names, " ")
    for (i in names) palette[i - 1] = names[i]
    split("0 95 135 175 215 255", levels, " ")
    for (i in levels) cube[i - 1] = levels[i]
    escape = sprintf("%c", 27)
    reset()
}

{
    line = $0
    gsub(/\r/, "", line)
    gsub(escape "\\([A-Z0-9]", "", line)
    gsub(/\017|\016/, "", line)
    spans = ""
    while (match(line, escape "\\[[0-9;]*m")) {
        spans = spans span(substr(line, 1, RSTART - 1))
        sequence = substr(line, RSTART + 2, RLENGTH - 3)
        rest = substr(line, RSTART + RLENGTH)
        apply(sequence)
        line = rest
    }
    rows[NR] = spans span(line)
}

END {
    height = NR * 18 + 32
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"740\" height=\"" height "\" " \
          "viewBox=\"0 0 740 " height "\" font-family=\"ui-monospace, 'DejaVu Sans Mono', " \
          "Menlo, Consolas, monospace\" font-size=\"14.5\" fill=\"" ink "\">"
    print "<title>The watch screen of ./course</title>"
    print "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"" ground "\"/>"
    for (row = 1; row <= NR; ++row)
        if (rows[row] != "")
            print "<text x=\"16\" y=\"" row * 18 + 14 "\" xml:space=\"preserve\">" rows[row] "</text>"
    print "</svg>"
}
