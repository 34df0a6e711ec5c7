// verdict: leak
// why: Two objects own each other, so neither count of owners reaches 0.
// message: make_friends

#include <memory>
#include <thread>

struct Person {
    std::shared_ptr<Person> best_friend;
};

void make_friends() {
    const auto one = std::make_shared<Person>();
    const auto two = std::make_shared<Person>();
    one->best_friend = two;
    two->best_friend = one;
}

int main() {
    std::thread worker(make_friends);
    worker.join();
}
