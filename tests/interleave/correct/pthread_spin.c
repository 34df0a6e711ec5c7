// verdict: passed
// why: A spin lock guards the counter.

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_spinlock_t lock;
int counter = 0;

static void* count(void* unused) {
    pthread_spin_lock(&lock);
    ++counter;
    pthread_spin_unlock(&lock);
    return unused;
}

int main(void) {
    pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
    pthread_t one, two;
    pthread_create(&one, NULL, count, NULL);
    pthread_create(&two, NULL, count, NULL);
    int counted = 0;
    if (pthread_spin_trylock(&lock) == 0) {
        ++counter;
        counted = 1;
        pthread_spin_unlock(&lock);
    }
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    assert(counter == 2 + counted);
    pthread_spin_destroy(&lock);
    return 0;
}
