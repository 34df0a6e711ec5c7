// verdict: deadlock
// why: main joins the first thread, the first the second, and the second main.
// message: join

#include <pthread.h>
#include <stddef.h>

pthread_t main_thread;
pthread_t second;

static void* join_second(void* unused) {
    pthread_join(second, NULL);
    return unused;
}

static void* join_main(void* unused) {
    pthread_join(main_thread, NULL);
    return unused;
}

int main(void) {
    main_thread = pthread_self();
    pthread_create(&second, NULL, join_main, NULL);
    pthread_t first;
    pthread_create(&first, NULL, join_second, NULL);
    pthread_join(first, NULL);
    return 0;
}
