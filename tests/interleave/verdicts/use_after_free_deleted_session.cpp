// verdict: use_after_free
// why: The object is deleted under the mutex, but the pointer to it still looks valid.
// message: handle_request

#include <mutex>
#include <thread>

struct Session {
    int requests = 0;
};

std::mutex session_mutex;
Session* session = new Session;

void handle_request() {
    std::lock_guard guard(session_mutex);
    if (session != nullptr) ++session->requests;
}

void close_session() {
    std::lock_guard guard(session_mutex);
    delete session;
}

int main() {
    std::thread handler(handle_request);
    std::thread closer(close_session);
    handler.join();
    closer.join();
}
