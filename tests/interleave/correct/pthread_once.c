// verdict: passed
// why: One thread runs the function; the other waits until it has finished.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_once_t once = PTHREAD_ONCE_INIT;
int initialisations = 0;

static void initialise(void) {
    ++initialisations;
}

static void* use(void* unused) {
    pthread_once(&once, initialise);
    assert(initialisations == 1);
    return unused;
}

int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, use, NULL);
    pthread_create(&two, NULL, use, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
