// verdict: not_joined
// why: The thread has done its work, but nobody joins or detaches it.
// message: work

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

sem_t done;

static void* work(void* unused) {
    sem_post(&done);
    return unused;
}

int main(void) {
    sem_init(&done, 0, 0);
    pthread_t worker;
    pthread_create(&worker, NULL, work, NULL);
    sem_wait(&done);
    return 0;
}
