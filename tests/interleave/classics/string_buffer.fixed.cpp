// verdict: passed
// why: The whole text is copied in one locked step.
// threads: 2

#include <cassert>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

// Every member function is one locked step on each buffer that it touches.
class StringBuffer {
  public:
    explicit StringBuffer(std::string text) : text_(std::move(text)) {}

    std::string copy() {
        std::lock_guard guard(mutex_);
        return text_;
    }
    void clear() {
        std::lock_guard guard(mutex_);
        text_.clear();
    }
    void append(StringBuffer& source) {
        const std::string addition = source.copy();
        std::lock_guard guard(mutex_);
        text_ += addition;
    }

  private:
    std::mutex mutex_;
    std::string text_;
};

int main() {
    StringBuffer source("abc");
    StringBuffer target("");
    std::thread appender([&] { target.append(source); });
    std::thread eraser([&] { source.clear(); });
    appender.join();
    eraser.join();
    const std::string result = target.copy();
    assert(result == "abc" || result.empty());
}
