// verdict: leak
// why: The thread returns a block as its result, and join throws the result away.
// message: compute

#include <pthread.h>
#include <stdlib.h>

static void* compute(void* unused) {
    (void)unused;
    int* result = malloc(sizeof *result);
    *result = 42;
    return result;
}

int main(void) {
    pthread_t worker;
    pthread_create(&worker, NULL, compute, NULL);
    pthread_join(worker, NULL);
    return 0;
}
