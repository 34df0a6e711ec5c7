// verdict: passed
// why: Whether a thread may be cancelled is its own affair, and a new thread may be.

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

atomic_int steps = 0;

void* refuse(void* unused) {
    int before;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    assert(before == PTHREAD_CANCEL_ENABLE);
    atomic_fetch_add(&steps, 1);
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    assert(before == PTHREAD_CANCEL_DISABLE);
    return unused;
}

int main() {
    pthread_t threads[2];
    for (int i = 0; i < 2; ++i) pthread_create(&threads[i], NULL, refuse, NULL);
    for (int i = 0; i < 2; ++i) pthread_join(threads[i], NULL);
}
