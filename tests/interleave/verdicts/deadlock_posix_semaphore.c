// verdict: deadlock
// why: Two threads take two permits one by one, and each ends up with half of what it needs.
// message: permits

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

sem_t permits;

static void* take_both(void* unused) {
    sem_wait(&permits);
    sem_wait(&permits);
    sem_post(&permits);
    sem_post(&permits);
    return unused;
}

int main(void) {
    sem_init(&permits, 0, 2);
    pthread_t one, two;
    pthread_create(&one, NULL, take_both, NULL);
    pthread_create(&two, NULL, take_both, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    sem_destroy(&permits);
    return 0;
}
