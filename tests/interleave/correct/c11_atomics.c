// verdict: passed
// why: The release store and the acquire load of C11 order the plain variable.

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

atomic_bool ready = false;
int value = 0;

static void* write_value(void* unused) {
    value = 42;
    atomic_store_explicit(&ready, true, memory_order_release);
    return unused;
}

static void* read_value(void* unused) {
    if (atomic_load_explicit(&ready, memory_order_acquire)) assert(value == 42);
    return unused;
}

int main(void) {
    pthread_t writer, reader;
    pthread_create(&writer, NULL, write_value, NULL);
    pthread_create(&reader, NULL, read_value, NULL);
    pthread_join(writer, NULL);
    pthread_join(reader, NULL);
    return 0;
}
