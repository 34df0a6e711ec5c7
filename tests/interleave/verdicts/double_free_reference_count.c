// verdict: double_free
// why: Counting down and looking at the count are two steps, so both threads can see the 0.
// message: release

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

void* block = NULL;
atomic_int owners = 2;

static void* release(void* unused) {
    --owners;
    if (owners == 0) free(block);
    return unused;
}

int main(void) {
    block = malloc(16);
    pthread_t one, two;
    pthread_create(&one, NULL, release, NULL);
    pthread_create(&two, NULL, release, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
