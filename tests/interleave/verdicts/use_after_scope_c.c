// verdict: use_after_scope
// why: The thread gets the address of a local, and the function does not wait for the thread.
// message: add_settings

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

sem_t settings_made;
int sum = 0;

static void* add_settings(void* argument) {
    sem_wait(&settings_made);
    const int* settings = argument;
    sum = settings[0] + settings[1];
    return NULL;
}

static pthread_t start(void) {
    int settings[2] = {1, 2};
    pthread_t thread;
    pthread_create(&thread, NULL, add_settings, settings);
    return thread;
}

int main(void) {
    sem_init(&settings_made, 0, 0);
    pthread_t thread = start();
    sem_post(&settings_made);
    pthread_join(thread, NULL);
    sem_destroy(&settings_made);
    return 0;
}
