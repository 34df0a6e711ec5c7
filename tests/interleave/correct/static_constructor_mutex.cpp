// verdict: passed
// why: A global object locks its mutex in its constructor, in two threads and in its destructor.

#include <cassert>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Registry {
  public:
    Registry() { add("first"); }
    ~Registry() {
        std::lock_guard guard(mutex_);
        assert(names_.size() == 3);
    }
    void add(const std::string& name) {
        std::lock_guard guard(mutex_);
        names_.push_back(name);
    }

  private:
    std::mutex mutex_;
    std::vector<std::string> names_;
};

Registry registry;

int main() {
    std::thread one([] { registry.add("second"); });
    std::thread two([] { registry.add("third"); });
    one.join();
    two.join();
}
