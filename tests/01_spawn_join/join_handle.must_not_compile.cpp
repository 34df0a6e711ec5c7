// A thread whose result is a reference is refused; what stands here without the case compiles.
// case REFERENCE: a thread gives back a value
#include <fearless/join_handle.hpp>

int number = 7;

int main() {
    const int value = fearless::spawn([] { return number; }).join();
#ifdef REFERENCE
    fearless::spawn([]() -> int& { return number; }).join();
#endif
    return value == 7 ? 0 : 1;
}
