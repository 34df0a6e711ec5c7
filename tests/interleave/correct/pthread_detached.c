// verdict: passed
// why: One thread is created detached, one is detached later; main waits for both to be done.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
int finished = 0;

static void* work(void* unused) {
    pthread_mutex_lock(&mutex);
    ++finished;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&mutex);
    return unused;
}

int main(void) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t one, two;
    pthread_create(&one, &attributes, work, NULL);
    pthread_attr_destroy(&attributes);
    pthread_create(&two, NULL, work, NULL);
    pthread_detach(two);

    pthread_mutex_lock(&mutex);
    while (finished < 2) pthread_cond_wait(&changed, &mutex);
    pthread_mutex_unlock(&mutex);
    assert(finished == 2);
    return 0;
}
