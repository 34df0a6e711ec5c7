// What every victim has in common. Each .cpp here is one program, built in every way in which a
// learner's program is: with both compilers, without a sanitizer and with each of them.
#pragma once

// Tells the watcher that the program has begun, and which threads a sanitizer has of its own:
// those that are there when the program's own first thread has ended. clang's ThreadSanitizer
// starts its thread only together with the first one of the program.
void announce();
