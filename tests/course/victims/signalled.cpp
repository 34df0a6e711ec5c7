// Never stands still: main sends a signal to a thread that sleeps, and sleeps itself until the
// handler has answered, for ever.
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>

#include <thread>

#include "victim.hpp"

namespace {

sem_t answered, never;

void answer(int) {
    ::sem_post(&answered);
}

void sleep_for_ever() {
    for (;;) ::sem_wait(&never);
}

}  // namespace

int main() {
    announce();
    ::sem_init(&answered, 0, 0);
    ::sem_init(&never, 0, 0);
    struct sigaction action{};
    action.sa_handler = answer;
    ::sigaction(SIGUSR1, &action, nullptr);
    std::thread sleeper(sleep_for_ever);
    for (;;) {
        ::pthread_kill(sleeper.native_handle(), SIGUSR1);
        ::sem_wait(&answered);
    }
}
