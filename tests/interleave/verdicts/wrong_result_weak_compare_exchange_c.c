// verdict: wrong_result
// why: A weak compare-exchange may fail although the value is as expected, and there is no loop.
// message: claimed

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

atomic_int claimed;

static void* claim(void* unused) {
    int expected = 0;
    atomic_compare_exchange_weak(&claimed, &expected, 1);
    return unused;
}

int main(void) {
    pthread_t claimer;
    pthread_create(&claimer, NULL, claim, NULL);
    pthread_join(claimer, NULL);
    assert(claimed == 1);
    return 0;
}
