// verdict: use_after_free
// why: The consumer frees the message, but the producer still reads its length afterwards.
// message: produce

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

struct message {
    int length;
};

struct message* mailbox = NULL;
sem_t posted;
sem_t consumed;

static void* consume(void* unused) {
    sem_wait(&posted);
    free(mailbox);
    sem_post(&consumed);
    return unused;
}

static void* produce(void* unused) {
    struct message* message = malloc(sizeof *message);
    message->length = 42;
    mailbox = message;
    sem_post(&posted);
    sem_wait(&consumed);
    printf("sent %d bytes\n", message->length);
    return unused;
}

int main(void) {
    sem_init(&posted, 0, 0);
    sem_init(&consumed, 0, 0);
    pthread_t consumer, producer;
    pthread_create(&consumer, NULL, consume, NULL);
    pthread_create(&producer, NULL, produce, NULL);
    pthread_join(consumer, NULL);
    pthread_join(producer, NULL);
    sem_destroy(&posted);
    sem_destroy(&consumed);
    return 0;
}
