#include "04_mutex/abba_deadlock.cpp"

#include <gtest/gtest.h>

#include <mutex>
#include <thread>

#include "kit/schedules.hpp"

namespace {

using abba_deadlock::Account;
using abba_deadlock::transfer;

INTERLEAVE_TEST(AbbaDeadlock, two_transfers_in_opposite_directions_both_end) {
    Account left{.balance = 5};
    Account right{.balance = 5};
    std::thread other([&] { EXPECT_TRUE(transfer(left, right, 2)); });
    EXPECT_TRUE(transfer(right, left, 1));
    other.join();
    EXPECT_EQ(left.balance, 4);
    EXPECT_EQ(right.balance, 6);
}

INTERLEAVE_TEST(AbbaDeadlock, an_auditor_never_sees_money_on_the_way) {
    Account left{.balance = 5};
    Account right{.balance = 5};
    std::thread other([&] { transfer(left, right, 2); });
    {
        const std::scoped_lock both(left.mutex, right.mutex);
        EXPECT_EQ(left.balance + right.balance, 10);
    }
    other.join();
}

INTERLEAVE_TEST(AbbaDeadlock, what_is_not_there_is_not_spent_twice) {
    Account from{.balance = 5};
    Account to;
    bool theirs = false;
    std::thread other([&] { theirs = transfer(from, to, 4); });
    const bool mine = transfer(from, to, 4);
    other.join();
    EXPECT_NE(mine, theirs);
    EXPECT_EQ(from.balance, 1);
    EXPECT_EQ(to.balance, 4);
}

// While one transfer waits for its account, another pair goes on.
INTERLEAVE_TEST(AbbaDeadlock, transfers_between_other_accounts_do_not_wait) {
    Account a{.balance = 1}, b, c{.balance = 1}, d;
    std::unique_lock held(a.mutex);
    std::thread other([&] { transfer(a, b, 1); });
    EXPECT_TRUE(transfer(c, d, 1));
    held.unlock();
    other.join();
    EXPECT_EQ(b.balance, 1);
    EXPECT_EQ(d.balance, 1);
}

INTERLEAVE_TEST(AbbaDeadlock, who_pays_itself_looks_under_the_lock) {
    Account account{.balance = 5};
    Account other_account;
    std::thread other([&] { transfer(account, other_account, 2); });
    EXPECT_TRUE(transfer(account, account, 3));
    other.join();
}

TEST(AbbaDeadlock, an_account_may_pay_itself) {
    Account account{.balance = 5};
    EXPECT_TRUE(transfer(account, account, 3));
    EXPECT_EQ(account.balance, 5);
    EXPECT_FALSE(transfer(account, account, 6)) << "the balance was too small";
    EXPECT_EQ(account.balance, 5);
    EXPECT_TRUE(account.mutex.try_lock()) << "the lock must be free again";
    account.mutex.unlock();
}

TEST(AbbaDeadlock, a_balance_that_is_too_small_changes_nothing) {
    Account from{.balance = 5};
    Account to{.balance = 1};
    EXPECT_FALSE(transfer(from, to, 6));
    EXPECT_TRUE(transfer(from, to, 5));
    EXPECT_EQ(from.balance, 0);
    EXPECT_EQ(to.balance, 6);
}

}  // namespace
