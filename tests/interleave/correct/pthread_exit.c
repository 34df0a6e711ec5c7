// verdict: passed
// why: pthread_exit ends the thread from inside a call, and join gets the value.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

int result = 0;

static void finish(void) {
    result = 42;
    pthread_exit(&result);
}

static void* work(void* unused) {
    finish();
    assert(!"pthread_exit does not return");
    return unused;
}

int main(void) {
    pthread_t worker;
    pthread_create(&worker, NULL, work, NULL);
    void* value = NULL;
    pthread_join(worker, &value);
    assert(value == &result && result == 42);
    return 0;
}
