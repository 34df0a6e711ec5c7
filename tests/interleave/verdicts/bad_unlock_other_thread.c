// verdict: bad_unlock
// why: A mutex is unlocked by a thread that has not locked it.
// message: mutex

#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void* unlock(void* unused) {
    pthread_mutex_unlock(&mutex);
    return unused;
}

int main(void) {
    pthread_mutex_lock(&mutex);
    pthread_t other;
    pthread_create(&other, NULL, unlock, NULL);
    pthread_join(other, NULL);
    return 0;
}
