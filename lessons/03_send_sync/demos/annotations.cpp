// clang's other half: which lock has to be held. g++ leaves the annotations out.
#include <iostream>
#include <mutex>
#include <thread>

#ifdef __clang__
#define CLANG(...) __attribute__((__VA_ARGS__))
#else
#define CLANG(...)
#endif

// [mutex]
class CLANG(capability("mutex")) Lock {
  public:
    void lock() CLANG(acquire_capability()) { mutex_.lock(); }
    void unlock() CLANG(release_capability()) { mutex_.unlock(); }

  private:
    std::mutex mutex_;
};
// [mutex]

// [till]
struct Till {
    void pay_in(int amount) {
        lock.lock();
        balance += amount;
        lock.unlock();
    }
    Lock lock;
    int balance CLANG(guarded_by(lock)) = 0;
};
// [till]

int main() {
    Till till;
    std::thread other(&Till::pay_in, &till, 3);
    till.pay_in(4);
    other.join();
    till.lock.lock();
    std::cout << "balance: " << till.balance << "\n";
    till.lock.unlock();
}
