// What text is shown on.
#pragma once

namespace course {

struct Style {
    bool colour = false;
    int width = 80;
    int height = 24;  // at most so many lines
};

}  // namespace course
