// verdict: passed
// why: pthread_mutex_timedlock gets the mutex or reports ETIMEDOUT, and the program heeds it.

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <time.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int counter = 0;
int timeouts = 0;

static void* patient(void* unused) {
    pthread_mutex_lock(&mutex);
    ++counter;
    pthread_mutex_unlock(&mutex);
    return unused;
}

static void* hasty(void* unused) {
    struct timespec limit;
    clock_gettime(CLOCK_REALTIME, &limit);
    limit.tv_sec += 1;
    const int error = pthread_mutex_timedlock(&mutex, &limit);
    if (error == 0) {
        ++counter;
        pthread_mutex_unlock(&mutex);
    } else {
        assert(error == ETIMEDOUT);
        ++timeouts;
    }
    return unused;
}

int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, patient, NULL);
    pthread_create(&two, NULL, hasty, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    assert(counter + timeouts == 2);
    return 0;
}
