// verdict: wrong_result
// why: The seat is looked up in one locked step and taken in another, so it is sold twice.
// message: tickets_sold == 1

#include <assert.h>
#include <pthread.h>
#include <stddef.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
int seat_is_taken = 0;
int tickets_sold = 0;

static void* buy(void* unused) {
    pthread_mutex_lock(&mutex);
    const int taken = seat_is_taken;
    pthread_mutex_unlock(&mutex);
    if (taken) return unused;
    pthread_mutex_lock(&mutex);
    seat_is_taken = 1;
    ++tickets_sold;
    pthread_mutex_unlock(&mutex);
    return unused;
}

int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, buy, NULL);
    pthread_create(&two, NULL, buy, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    assert(tickets_sold == 1);
    return 0;
}
