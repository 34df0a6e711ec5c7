// verdict: passed
// why: When main calls pthread_exit, the process goes on until its last thread has ended.
// note: stock ThreadSanitizer hangs when the last thread is a detached one.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int visits = 0;

static void visit(void) {
    pthread_mutex_lock(&mutex);
    ++visits;
    assert(visits <= 2);
    pthread_mutex_unlock(&mutex);
}

static void* work(void* unused) {
    visit();
    return unused;
}

int main(void) {
    pthread_t worker;
    pthread_create(&worker, NULL, work, NULL);
    pthread_detach(worker);
    visit();
    pthread_exit(NULL);
}
