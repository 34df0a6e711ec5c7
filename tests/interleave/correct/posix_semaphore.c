// verdict: passed
// why: sem_post orders what was written before it; sem_trywait and sem_timedwait may give up.

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <time.h>

sem_t ready;
sem_t unused_permits;
int value = 0;

static void* give(void* unused) {
    value = 42;
    sem_post(&ready);
    return unused;
}

int main(void) {
    sem_init(&ready, 0, 0);
    sem_init(&unused_permits, 0, 0);
    pthread_t giver;
    pthread_create(&giver, NULL, give, NULL);
    if (sem_trywait(&ready) != 0) {
        assert(errno == EAGAIN);
        while (sem_wait(&ready) != 0) assert(errno == EINTR);
    }
    assert(value == 42);

    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    assert(sem_timedwait(&unused_permits, &now) == -1);
    pthread_join(giver, NULL);
    sem_destroy(&ready);
    sem_destroy(&unused_permits);
    return 0;
}
