// verdict: passed
// why: Each thread has its own value of the key, and the destructor frees it when the thread ends.

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

pthread_key_t key;
atomic_int alive = 0;

static void destroy(void* value) {
    free(value);
    --alive;
}

static void* work(void* argument) {
    assert(pthread_getspecific(key) == NULL);
    int* value = malloc(sizeof *value);
    *value = *(const int*)argument;
    ++alive;
    pthread_setspecific(key, value);
    assert(*(const int*)pthread_getspecific(key) == *(const int*)argument);
    return NULL;
}

int main(void) {
    pthread_key_create(&key, destroy);
    int numbers[2] = {1, 2};
    pthread_t one, two;
    pthread_create(&one, NULL, work, &numbers[0]);
    pthread_create(&two, NULL, work, &numbers[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    assert(alive == 0);
    pthread_key_delete(key);
    return 0;
}
