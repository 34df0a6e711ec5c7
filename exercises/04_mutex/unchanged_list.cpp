// Three jobs on a list without a lock. Who takes one makes the next one the first, unless the first
// is another one by then.
#include <atomic>
#include <cstdio>
#include <thread>

struct Job {
    char name;
    std::atomic<Job*> next;
};

Job c{'C', nullptr}, b{'B', &c}, a{'A', &b};
std::atomic<Job*> first = &a;

// [take]
Job* take() {
    Job* mine = first;
    for (;;) {
        Job* next = mine->next;
        if (first.compare_exchange_strong(mine, next)) return mine;
    }
}
// [take]

void put_back(Job* job) {
    job->next = first.load();
    first = job;
}

int main() {
    std::thread other(take);
    Job* const finished = take();
    Job* const at_work = take();
    put_back(finished);
    other.join();
    bool listed = false;
    for (Job* job = first; job; job = job->next) listed = listed || job == at_work;
    std::printf("%c is at work%s\n", at_work->name, listed ? " and on the list" : "");
}
