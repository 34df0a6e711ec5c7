#include <atomic>
#include <interleave/gtest.hpp>
#include <thread>

// [account]
class Account {
  public:
    void pay_in(int amount) { balance_ = balance_ + amount; }
    int balance() const { return balance_; }

  private:
    std::atomic<int> balance_ = 0;
};

INTERLEAVE_TEST(Account, no_payment_is_lost) {
    Account account;
    std::thread other([&] { account.pay_in(10); });
    account.pay_in(1);
    other.join();
    EXPECT_EQ(account.balance(), 11);
}
// [account]
