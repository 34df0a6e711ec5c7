// verdict: passed
// why: Cleanup handlers run in the opposite order when pthread_exit leaves the thread.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int cleanups = 0;

static void unlock(void* unused) {
    (void)unused;
    ++cleanups;
    pthread_mutex_unlock(&mutex);
}

static void* work(void* unused) {
    void* block = malloc(16);
    pthread_cleanup_push(free, block);
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, NULL);
    pthread_exit(NULL);
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return unused;
}

int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    assert(cleanups == 2);
    return 0;
}
