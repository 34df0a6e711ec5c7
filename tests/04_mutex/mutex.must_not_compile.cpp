// What would let a reference out of the lock is refused; what stands here without a case compiles.
// case TEMPORARY: a temporary guard unlocks at the end of the line
// case ARROW: a temporary guard unlocks at the end of the line
// case WITH: with: what f returns as a reference would be used without the lock
#include <fearless/mutex.hpp>
#include <string>

int main() {
    fearless::Mutex<std::string> word("green");
    auto guard = word.lock();
    std::string& inside = *guard;
    guard->clear();
#ifdef TEMPORARY
    std::string& escaped = *word.lock();
    escaped += "!";
#endif
#ifdef ARROW
    word.lock()->clear();
#endif
#ifdef WITH
    std::string& escaped = word.with([](std::string& value) -> std::string& { return value; });
    escaped += "!";
#endif
    return static_cast<int>(inside.size());
}
