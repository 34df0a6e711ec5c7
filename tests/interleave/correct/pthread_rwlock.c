// verdict: passed
// why: Readers share the lock and the writer has it alone; the try forms report EBUSY.

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
int first = 0;
int second = 0;

static void* read_pair(void* unused) {
    pthread_rwlock_rdlock(&lock);
    assert(first == second);
    assert(pthread_rwlock_trywrlock(&lock) != 0);
    pthread_rwlock_unlock(&lock);
    return unused;
}

static void* write_pair(void* unused) {
    pthread_rwlock_wrlock(&lock);
    ++first;
    ++second;
    pthread_rwlock_unlock(&lock);
    return unused;
}

int main(void) {
    pthread_t reader, writer;
    pthread_create(&reader, NULL, read_pair, NULL);
    pthread_create(&writer, NULL, write_pair, NULL);
    const int error = pthread_rwlock_tryrdlock(&lock);
    assert(error == 0 || error == EBUSY);
    if (error == 0) {
        assert(first == second);
        pthread_rwlock_unlock(&lock);
    }
    pthread_join(reader, NULL);
    pthread_join(writer, NULL);
    return 0;
}
