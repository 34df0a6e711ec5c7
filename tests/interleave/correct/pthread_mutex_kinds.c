// verdict: passed
// why: The error-checking kind reports a second lock, the recursive kind counts it.

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t checking;
pthread_mutex_t recursive;
pthread_mutex_t plain = PTHREAD_MUTEX_INITIALIZER;
int counter = 0;

static void init(pthread_mutex_t* mutex, int kind) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, kind);
    pthread_mutex_init(mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

static void* work(void* unused) {
    pthread_mutex_lock(&checking);
    assert(pthread_mutex_lock(&checking) == EDEADLK);
    ++counter;
    pthread_mutex_unlock(&checking);

    pthread_mutex_lock(&recursive);
    pthread_mutex_lock(&recursive);
    ++counter;
    pthread_mutex_unlock(&recursive);
    pthread_mutex_unlock(&recursive);
    return unused;
}

int main(void) {
    init(&checking, PTHREAD_MUTEX_ERRORCHECK);
    init(&recursive, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_lock(&plain);
    pthread_t one;
    pthread_create(&one, NULL, work, NULL);
    assert(pthread_mutex_trylock(&plain) == EBUSY);
    pthread_join(one, NULL);
    pthread_mutex_unlock(&plain);
    work(NULL);
    assert(counter == 4);
    pthread_mutex_destroy(&checking);
    pthread_mutex_destroy(&recursive);
    return 0;
}
