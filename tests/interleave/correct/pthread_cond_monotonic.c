// verdict: passed
// why: A timed wait by the monotonic clock ends with the value or with ETIMEDOUT.

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <time.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed;
int value = 0;

static void* wait_for_value(void* unused) {
    struct timespec limit;
    clock_gettime(CLOCK_MONOTONIC, &limit);
    limit.tv_sec += 1;
    int error = 0;
    pthread_mutex_lock(&mutex);
    while (value == 0 && error == 0) error = pthread_cond_timedwait(&changed, &mutex, &limit);
    assert(value == 42 || error == ETIMEDOUT);
    pthread_mutex_unlock(&mutex);
    return unused;
}

int main(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&changed, &attributes);
    pthread_condattr_destroy(&attributes);

    pthread_t waiter;
    pthread_create(&waiter, NULL, wait_for_value, NULL);
    pthread_mutex_lock(&mutex);
    value = 42;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&mutex);
    pthread_join(waiter, NULL);
    pthread_cond_destroy(&changed);
    return 0;
}
