// verdict: use_after_free
// why: The raw pointer outlives the shared_ptr that it was taken from.
// message: show_user

#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

std::mutex user_mutex;
std::shared_ptr<std::string> user = std::make_shared<std::string>("nobody");

void show_user() {
    const std::string* name = nullptr;
    {
        std::lock_guard guard(user_mutex);
        name = user.get();
    }
    std::lock_guard guard(user_mutex);
    std::printf("%s\n", name->c_str());
}

void change_user() {
    std::lock_guard guard(user_mutex);
    user = std::make_shared<std::string>("somebody");
}

int main() {
    std::thread shower(show_user);
    std::thread changer(change_user);
    shower.join();
    changer.join();
}
