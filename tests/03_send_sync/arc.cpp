#include <gtest/gtest.h>

#include <atomic>
#include <csetjmp>
#include <csignal>
#include <cstdlib>
#include <fearless/arc.hpp>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

// Counts what is allocated with new. Weak, because the test program may be built in two pieces.
inline thread_local long allocations = 0;

__attribute__((weak)) void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
__attribute__((weak)) void operator delete(void* memory) noexcept {
    std::free(memory);
}
__attribute__((weak)) void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace {

using fearless::Arc;
using fearless::make_arc;
using probe::Tracked;

struct Recipe {
    std::string name;
    int grams = 0;
    Recipe(std::string name, int grams) : name(std::move(name)), grams(grams) {}
};

// clang's ThreadSanitizer has an operator new of its own, which stands before ours.
bool allocations_are_counted() {
    const long before = allocations;
    ::operator delete(::operator new(1));
    return allocations == before + 1;
}

TEST(Arc, make_arc_makes_the_value_from_its_arguments_in_one_allocation) {
    const long before = allocations;
    const Arc<Recipe> recipe = make_arc<Recipe>("rye", 500);
    const long after = allocations;
    EXPECT_EQ(recipe->name, "rye");
    EXPECT_EQ((*recipe).grams, 500);
    EXPECT_EQ(recipe.get(), &*recipe);
    if (allocations_are_counted())
        EXPECT_EQ(after - before, 1) << "the value and its count share one block";
}

TEST(Arc, a_value_that_only_moves_moves_in) {
    const Arc<std::unique_ptr<int>> arc = make_arc<std::unique_ptr<int>>(std::make_unique<int>(7));
    EXPECT_EQ(**arc, 7);
}

struct Fails {
    Fails() { throw std::runtime_error("no flour"); }
    std::string made_first = "a text that is too long for a small buffer";
};

TEST(Arc, an_exception_of_the_constructor_comes_out_and_nothing_is_left_behind) {
    EXPECT_THROW((void)make_arc<Fails>(), std::runtime_error);
}

TEST(Arc, a_copy_and_a_clone_are_owners_of_the_same_value) {
    const Arc<int> first = make_arc<int>(7);
    EXPECT_EQ(first.strong_count(), 1u);
    const Arc<int> second = first;
    const Arc<int> third = second.clone();
    EXPECT_EQ(first.strong_count(), 3u);
    EXPECT_EQ(second.get(), first.get());
    EXPECT_EQ(third.get(), first.get());
}

TEST(Arc, the_last_owner_destroys_the_value_and_no_other) {
    const int before = Tracked::alive();
    {
        std::optional<Arc<Tracked>> first = make_arc<Tracked>(7);
        {
            const Arc<Tracked> second = *first;
            first.reset();
            EXPECT_EQ(Tracked::alive(), before + 1) << "an owner is left";
            EXPECT_EQ(second->value(), 7);
        }
        EXPECT_EQ(Tracked::alive(), before) << "the last owner is gone";
    }
    EXPECT_EQ(Tracked::alive(), before);
}

TEST(Arc, a_copy_of_the_arc_never_copies_the_value) {
    Tracked::reset();
    const Arc<Tracked> first = make_arc<Tracked>(7);
    Arc<Tracked> second = first;
    const Arc<Tracked> third = std::move(second);
    EXPECT_EQ(Tracked::copies(), 0);
    EXPECT_EQ(third->value(), 7);
}

struct Crowd {};

}  // namespace

// An Arc whose block counts that many owners: nobody has the time to copy it so often.
template <>
Arc<Crowd> fearless::make_arc<Crowd, std::size_t>(std::size_t&& owners) {
    auto* const block = new Arc<Crowd>::Block;
    block->owners = owners;
    return Arc<Crowd>(block);
}

namespace {

std::jmp_buf before_the_end;

bool ends_the_program(void (*action)()) {
    const auto come_back = [](int) { std::longjmp(before_the_end, 1); };
    const auto handler = std::signal(SIGABRT, come_back);
    const bool ended = setjmp(before_the_end) != 0;
    if (!ended) action();
    std::signal(SIGABRT, handler);
    return ended;
}

// The two are never destroyed: nobody is there to count down so far.
TEST(Arc, more_owners_than_half_a_size_t_can_count_end_the_program) {
    constexpr std::size_t half = std::numeric_limits<std::size_t>::max() / 2;
    static const auto& many = *new Arc<Crowd>(make_arc<Crowd>(half - 1));
    (void)Arc<Crowd>(many);
    EXPECT_EQ(many.strong_count(), half - 1) << "a copy came and went";
    static const auto& too_many = *new Arc<Crowd>(make_arc<Crowd>(half + 2));
    EXPECT_TRUE(ends_the_program([] { (void)Arc<Crowd>(too_many); })) << "the count wraps round";
}

// Explored although they have one thread: memory that is gone is seen there.

INTERLEAVE_TEST(Arc, a_move_hands_the_ownership_on_and_leaves_an_empty_arc) {
    Arc<int> first = make_arc<int>(7);
    const Arc<int> second = std::move(first);
    EXPECT_EQ(second.strong_count(), 1u) << "a move makes no new owner";
    EXPECT_EQ(first.get(), nullptr);
    EXPECT_EQ(first.strong_count(), 0u);
    const Arc<int> copy_of_empty = first;
    EXPECT_EQ(copy_of_empty.get(), nullptr);
}

TEST(Arc, an_assignment_drops_the_old_value_and_shares_the_new_one) {
    const int before = Tracked::alive();
    Arc<Tracked> first = make_arc<Tracked>(1);
    const Arc<Tracked> second = make_arc<Tracked>(2);
    first = second;
    EXPECT_EQ(Tracked::alive(), before + 1) << "nobody owns the old value any more";
    EXPECT_EQ(first->value(), 2);
    EXPECT_EQ(second.strong_count(), 2u);
    first = make_arc<Tracked>(3);
    EXPECT_EQ(first->value(), 3);
    EXPECT_EQ(second.strong_count(), 1u);
    EXPECT_EQ(Tracked::alive(), before + 2);
}

TEST(Arc, a_move_assignment_drops_the_old_value_and_leaves_an_empty_arc) {
    const int before = Tracked::alive();
    Arc<Tracked> first = make_arc<Tracked>(1);
    Arc<Tracked> second = make_arc<Tracked>(2);
    first = std::move(second);
    EXPECT_EQ(Tracked::alive(), before + 1) << "nobody owns the old value any more";
    EXPECT_EQ(first->value(), 2);
    EXPECT_EQ(first.strong_count(), 1u) << "a move makes no new owner";
    EXPECT_EQ(second.get(), nullptr);
}

INTERLEAVE_TEST(Arc, an_arc_that_is_assigned_to_itself_keeps_its_value) {
    const int before = Tracked::alive();
    Arc<Tracked> arc = make_arc<Tracked>(7);
    Arc<Tracked>& same = arc;
    arc = same;
    ASSERT_EQ(Tracked::alive(), before + 1) << "the only owner dropped the value";
    ASSERT_NE(arc.get(), nullptr);
    EXPECT_EQ(arc->value(), 7);
    EXPECT_EQ(arc.strong_count(), 1u);
    arc = std::move(same);
    ASSERT_NE(arc.get(), nullptr);
    EXPECT_EQ(arc->value(), 7);
    EXPECT_EQ(arc.strong_count(), 1u);
}

INTERLEAVE_TEST(Arc, an_assignment_between_owners_of_one_value_keeps_it) {
    Arc<Tracked> first = make_arc<Tracked>(7);
    const Arc<Tracked> second = first;
    first = second;
    EXPECT_EQ(first->value(), 7);
    EXPECT_EQ(first.strong_count(), 2u);
}

TEST(Arc, an_owner_only_reads) {
    EXPECT_TRUE((std::is_same_v<decltype(std::declval<Arc<int>&>().get()), const int*>));
    EXPECT_TRUE((std::is_same_v<decltype(*std::declval<Arc<int>&>()), const int&>));
}

TEST(Arc, only_the_only_owner_gets_the_value_to_change_it) {
    Arc<int> first = make_arc<int>(7);
    {
        const Arc<int> second = first;
        EXPECT_EQ(first.get_mut(), nullptr) << "there are two owners";
    }
    int* const number = first.get_mut();
    ASSERT_NE(number, nullptr) << "there is one owner again";
    *number = 8;
    EXPECT_EQ(*first, 8);
}

TEST(Arc, the_only_owner_can_take_the_value_out) {
    const int before = Tracked::alive();
    Tracked::reset();
    {
        std::expected<Tracked, Arc<Tracked>> taken = make_arc<Tracked>(7).try_unwrap();
        ASSERT_TRUE(taken.has_value());
        EXPECT_EQ(taken->value(), 7);
        EXPECT_EQ(Tracked::alive(), before + 1) << "what was moved from is gone";
    }
    EXPECT_EQ(Tracked::copies(), 0);
    EXPECT_EQ(Tracked::alive(), before);
}

TEST(Arc, one_of_several_owners_gets_its_arc_back) {
    Arc<Tracked> first = make_arc<Tracked>(7);
    const Arc<Tracked> second = first;
    std::expected<Tracked, Arc<Tracked>> taken = std::move(first).try_unwrap();
    ASSERT_FALSE(taken.has_value());
    EXPECT_EQ(taken.error().get(), second.get());
    EXPECT_EQ(second.strong_count(), 2u);
    EXPECT_EQ(second->value(), 7);
}

struct Page {
    mutable int reads;
};

TEST(Arc, it_travels_when_its_value_travels_and_can_be_read_by_all) {
    EXPECT_TRUE(fearless::Send<Arc<int>>);
    EXPECT_TRUE(fearless::Send<Arc<std::vector<std::string>>>);
    EXPECT_TRUE(fearless::Sync<const Arc<int>>);
    EXPECT_FALSE(fearless::Sync<Arc<int>>) << "one thread assigns to it, the other one copies it";
    EXPECT_FALSE(fearless::Send<Arc<Page>>) << "whoever reads a Page changes its count";
    EXPECT_FALSE(fearless::Send<Arc<int*>>);
}

// Explored: one owner a thread.

// Its memory is plain: whoever destroys it must come after whoever reads it.
struct Plain {
    explicit Plain(int number) : number(number) {}
    ~Plain() { number = 0; }
    int number;
};

INTERLEAVE_TEST(Arc, nobody_destroys_what_another_owner_still_reads) {
    auto arc = make_arc<Plain>(7);
    std::thread other([own = arc] { EXPECT_EQ(own->number, 7); });
    {
        const Arc<Plain> own = std::move(arc);
        EXPECT_EQ(own->number, 7);
    }
    other.join();
}

// Counts where no other owner reads it.
struct Grave {
    explicit Grave(std::atomic<int>& buried) : buried(buried) {}
    ~Grave() { ++buried; }
    std::atomic<int>& buried;
};

INTERLEAVE_TEST(Arc, the_value_is_destroyed_once_in_every_order) {
    std::atomic<int> buried = 0;
    {
        auto arc = make_arc<Grave>(buried);
        std::thread other([own = arc]() mutable { own = make_arc<Grave>(own->buried); });
        Arc<Grave> mine = std::move(arc);
        mine = make_arc<Grave>(buried);
        other.join();
    }
    EXPECT_EQ(buried, 3);
}

INTERLEAVE_TEST(Arc, an_owner_may_make_copies_while_others_go) {
    std::atomic<int> buried = 0;
    {
        auto arc = make_arc<Grave>(buried);
        std::thread other([own = arc]() mutable {
            Arc<Grave> copy = own;
            Arc<Grave> last = std::move(own);
        });
        {
            const Arc<Grave> copy = arc, last = std::move(arc);
        }
        other.join();
    }
    EXPECT_EQ(buried, 1);
}

INTERLEAVE_TEST(Arc, who_may_change_the_value_comes_after_all_who_have_read_it) {
    auto arc = make_arc<Plain>(7);
    std::thread other([own = arc] { EXPECT_EQ(own->number, 7); });
    if (Plain* const only = arc.get_mut()) only->number = 8;
    other.join();
}

INTERLEAVE_TEST(Arc, of_two_owners_who_want_the_value_out_at_most_one_gets_it) {
    auto arc = make_arc<std::unique_ptr<int>>(std::make_unique<int>(7));
    const auto take = [](Arc<std::unique_ptr<int>> own) {
        auto taken = std::move(own).try_unwrap();
        return taken ? **taken : 0;
    };
    int first = 0, second = 0;
    std::thread other([own = arc, &first, take]() mutable { first = take(std::move(own)); });
    second = take(std::move(arc));
    other.join();
    EXPECT_TRUE(first + second == 0 || first + second == 7);
}

// To move a unique_ptr out is to write to it.
INTERLEAVE_TEST(Arc, who_takes_the_value_out_comes_after_all_who_have_read_it) {
    auto arc = make_arc<std::unique_ptr<int>>(std::make_unique<int>(7));
    std::thread other([own = arc] { EXPECT_EQ(**own, 7); });
    const auto taken = std::move(arc).try_unwrap();
    if (taken) EXPECT_EQ(**taken, 7);
    other.join();
}

}  // namespace
