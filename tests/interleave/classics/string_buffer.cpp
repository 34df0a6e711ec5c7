// verdict: wrong_result
// why: Another thread can empty the source between the call of length() and that of prefix().
// threads: 2

#include <cassert>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

// Every member function is one locked step.
class StringBuffer {
  public:
    explicit StringBuffer(std::string text) : text_(std::move(text)) {}

    std::size_t length() {
        std::lock_guard guard(mutex_);
        return text_.size();
    }
    std::string prefix(std::size_t size) {
        std::lock_guard guard(mutex_);
        assert(size <= text_.size());
        return text_.substr(0, size);
    }
    void clear() {
        std::lock_guard guard(mutex_);
        text_.clear();
    }
    void append(StringBuffer& source) {
        const std::string addition = source.prefix(source.length());
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
}
