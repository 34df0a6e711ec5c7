// verdict: data_race
// why: The second thread adds to the total without the mutex that the first one takes.
// message: total

#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int total = 0;

static void* add_locked(void* unused) {
    pthread_mutex_lock(&mutex);
    total += 1;
    pthread_mutex_unlock(&mutex);
    return unused;
}

static void* add_unlocked(void* unused) {
    total += 2;
    return unused;
}

int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, add_locked, NULL);
    pthread_create(&two, NULL, add_unlocked, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
