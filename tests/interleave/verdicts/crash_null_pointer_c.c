// verdict: crash
// why: The pointer is not null when it is looked at, but null when it is used.
// message: show_limit

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>

int limit = 42;
int* _Atomic current = &limit;

static void* show_limit(void* unused) {
    if (current != NULL) printf("%d\n", *current);
    return unused;
}

static void* reset(void* unused) {
    current = NULL;
    return unused;
}

int main(void) {
    pthread_t user, resetter;
    pthread_create(&user, NULL, show_limit, NULL);
    pthread_create(&resetter, NULL, reset, NULL);
    pthread_join(user, NULL);
    pthread_join(resetter, NULL);
    return 0;
}
