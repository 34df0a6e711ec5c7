// A future whose promise is alive and never kept.
#include <future>

#include "victim.hpp"

namespace {

int take(std::future<int>& future) {
    return future.get();  // stands here
}

}  // namespace

int main() {
    announce();
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    return take(future);
}
