// verdict: passed
// why: Nobody passes the barrier before both have arrived, and one of them is told to be serial.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_barrier_t barrier;
int values[2] = {0, 0};
int serial[2] = {0, 0};

static void meet(int me) {
    values[me] = me + 1;
    serial[me] = pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD;
    assert(values[0] + values[1] == 3);
}

static void* work(void* unused) {
    meet(1);
    return unused;
}

int main(void) {
    pthread_barrier_init(&barrier, NULL, 2);
    pthread_t other;
    pthread_create(&other, NULL, work, NULL);
    meet(0);
    pthread_join(other, NULL);
    assert(serial[0] + serial[1] == 1);
    pthread_barrier_destroy(&barrier);
    return 0;
}
