// verdict: deadlock
// why: A transfer locks the account that it takes from first, and two transfers cross.
// message: account

#include <pthread.h>
#include <stddef.h>

struct account {
    pthread_mutex_t mutex;
    int balance;
};

struct account accounts[2] = {
    {PTHREAD_MUTEX_INITIALIZER, 10},
    {PTHREAD_MUTEX_INITIALIZER, 10},
};

static void transfer(struct account* from, struct account* to) {
    pthread_mutex_lock(&from->mutex);
    pthread_mutex_lock(&to->mutex);
    --from->balance;
    ++to->balance;
    pthread_mutex_unlock(&to->mutex);
    pthread_mutex_unlock(&from->mutex);
}

static void* forth(void* unused) {
    transfer(&accounts[0], &accounts[1]);
    return unused;
}

static void* back(void* unused) {
    transfer(&accounts[1], &accounts[0]);
    return unused;
}

int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, forth, NULL);
    pthread_create(&two, NULL, back, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
