// A mutex with priority inheritance, for which the kernel itself keeps the owner.
#include <pthread.h>

#include <thread>

#include "victim.hpp"

namespace {

pthread_mutex_t lock;

void take() {
    ::pthread_mutex_lock(&lock);  // stands here
}

}  // namespace

int main() {
    announce();
    pthread_mutexattr_t kind;
    ::pthread_mutexattr_init(&kind);
    ::pthread_mutexattr_setprotocol(&kind, PTHREAD_PRIO_INHERIT);
    ::pthread_mutex_init(&lock, &kind);
    ::pthread_mutex_lock(&lock);
    std::thread thread(take);
    thread.join();
}
