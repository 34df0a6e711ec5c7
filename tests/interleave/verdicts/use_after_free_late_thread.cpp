// verdict: use_after_free
// why: The detached thread is let go on after main has deleted what it uses.
// message: write_report

#include <semaphore>
#include <thread>

struct Report {
    int pages = 0;
};

std::binary_semaphore may_write(0);
std::binary_semaphore written(0);

void write_report(Report* report) {
    may_write.acquire();
    report->pages = 1;
    written.release();
}

int main() {
    Report* report = new Report;
    std::thread(write_report, report).detach();
    delete report;
    may_write.release();
    written.acquire();
}
