// verdict: passed
// why: A thread with a small stack of its own size runs and ends like any other.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

static void* work(void* argument) {
    volatile char frame[4096];
    frame[0] = 1;
    *(int*)argument = frame[0];
    return argument;
}

int main(void) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    assert(pthread_attr_setstacksize(&attributes, 256 * 1024) == 0);
    int value = 0;
    pthread_t worker;
    pthread_create(&worker, &attributes, work, &value);
    pthread_attr_destroy(&attributes);
    pthread_join(worker, NULL);
    assert(value == 1);
    return 0;
}
