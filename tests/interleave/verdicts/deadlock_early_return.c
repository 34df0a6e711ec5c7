// verdict: deadlock
// why: The early return leaves the mutex locked for the other thread.
// message: mutex

#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int remaining = 1;

static void* take(void* unused) {
    pthread_mutex_lock(&mutex);
    if (remaining == 0) return unused;
    --remaining;
    pthread_mutex_unlock(&mutex);
    return unused;
}

int main(void) {
    pthread_t threads[3];
    for (int i = 0; i < 3; ++i) pthread_create(&threads[i], NULL, take, NULL);
    for (int i = 0; i < 3; ++i) pthread_join(threads[i], NULL);
    return 0;
}
