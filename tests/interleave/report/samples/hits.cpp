#include <thread>
#include <vector>

int hits = 0;

// "</script><b>" and <!-- must not end the page that shows this file.
void visit() {
    ++hits;
}

void body() {
    std::vector<std::thread> visitors;
    for (int i = 0; i < 3; ++i) visitors.emplace_back(visit);
    for (auto& visitor : visitors) visitor.join();
}
