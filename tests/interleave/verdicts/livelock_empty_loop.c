// verdict: livelock
// why: The flag is set only by a thread that looks too early, so the empty loop may never end.
// message: permitted

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

atomic_bool requested = false;
atomic_bool permitted = false;

static void* permit_if_requested(void* unused) {
    if (requested) permitted = true;
    return unused;
}

int main(void) {
    pthread_t permitter;
    pthread_create(&permitter, NULL, permit_if_requested, NULL);
    requested = true;
    while (!permitted) {
    }
    pthread_join(permitter, NULL);
    return 0;
}
