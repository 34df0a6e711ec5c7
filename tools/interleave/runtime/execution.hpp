// One execution of the explored program: its threads, its objects, and whose turn it is.
//
// Everything runs on one kernel thread. A thread of the program runs until its next step: there it
// announces the step, and the strategy chooses who goes on. Between two steps a thread touches
// only what no other thread can notice, or else there is a data race, and the execution ends.
#pragma once

#include <unwind.h>

#include <cstdint>
#include <interleave/result.hpp>

#include "interleave/runtime/clock.hpp"
#include "interleave/runtime/fiber.hpp"
#include "interleave/runtime/heap.hpp"
#include "interleave/runtime/recorder.hpp"
#include "interleave/runtime/shadow.hpp"
#include "interleave/runtime/step.hpp"
#include "interleave/runtime/strategy.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::runtime {

struct Thread;

struct Object {
    std::uintptr_t address;
    std::uint32_t next;  // the next object in the same piece of memory
    ObjectType type;
    bool shared;  // more than one thread uses it: its steps are to be ordered
    bool recursive, error_checking;
    bool tried;  // somebody may look without waiting: a release is a step of its own
    std::uint16_t size;
    std::int16_t first_user;
    std::int16_t owner;     // of a lock; -1 nobody
    std::uint32_t count;    // recursion, readers, units of a semaphore, threads at a barrier
    std::uint32_t limit;    // of a barrier
    std::uint32_t version;  // changes with what a spinning reader could see
    std::uint32_t serial;   // of its kind, for names
    std::uint32_t missed;   // notifications that found nobody asleep
    std::uint64_t write_hash, read_hash, writer;
    ThreadSet waiters;  // asleep on it
    ThreadSet holders;  // readers of a read-write lock
    VectorClock released, readers_released;
};

enum class Wake : std::uint8_t { none, notified, early, late, spurious };
const char* reason(Wake wake);  // why a sleeper on a condition or a futex goes on

inline constexpr std::uint32_t kMaxObjects = 1 << 20;
inline constexpr int kMaxSpins = 8;  // places at which one loop looks

struct Spin {
    std::uint32_t object;
    std::uint32_t version;
    std::uint64_t place;  // where in the program
    std::uint64_t stack;  // what the thread's stack held there
    std::uint32_t repeats;
};

// Where the frame of a call ends, and the clock of its thread when it began.
struct FrameMark {
    std::uintptr_t end;
    std::uint32_t begun;
};
inline constexpr std::uintptr_t kNoFrame = ~std::uintptr_t{0};

struct Destructor {
    void (*function)(void*);
    void* argument;
};

// What a thread is in one execution.
struct ThreadState {
    bool finished, detached, joined, yielding, sleeping, timed, spurious, parked, awaiting;
    bool fenced_release;
    bool weak_compare_exchange;  // the next one may fail for no reason
    bool failed_for_no_reason;   // the last one did
    bool tired;                  // had so many turns that the others come first
    void* (*routine)(void*);
    void* argument;
    void* result;

    Step pending;
    Object* object;                // of the pending step
    bool (*ready)(const Thread&);  // null: always
    const Thread* target;          // of a join
    Object* mutex;                 // that a sleeper takes when it is woken
    Wake wake;
    std::uint64_t deadline;         // of a sleep, in nanoseconds of the virtual clock
    int spurious_left, early_left;  // how often it may still wake by itself
    std::uint32_t expected;         // what it saw before it went to sleep on a futex

    std::uint32_t quiet;  // plain accesses since the last step
    std::uint32_t quiet_rounds;
    std::uint64_t yielded_at;   // the number of steps when it gave way last
    std::uint32_t idle_yields;  // since the last step of anybody
    std::uint32_t turns;        // steps taken
    int spin_count;
    std::uint64_t clock_step;
    std::uint64_t trace, reads;
    std::uint32_t steps;  // that wrote atomics
    char name[16];
    void* cleanup;  // the innermost cleanup handler of C
};

struct Thread : ThreadState {
    int id;
    Fiber fiber;
    Epoch now;
    VectorClock clock, fence_acquire, fence_release;

    std::uintptr_t* calls;  // return addresses, outermost first
    std::uintptr_t* call_top;
    FrameMark* frames;  // of the same calls
    Spin spins[kMaxSpins];
    Vector<Call> place;  // where it waits for its turn, if places are kept
    Vector<Destructor> destructors;
    Vector<void*> specific;       // by pthread key
    _Unwind_Exception unwinding;  // of pthread_exit

    // As a thread is before its first step; what takes memory keeps it.
    void renew();
    void tick();
    // A call of something that is not part of the program, for as long as it lasts.
    void push_call(const void* code) {
        frames[call_top - calls].end = kNoFrame;
        *call_top++ = reinterpret_cast<std::uintptr_t>(code);
    }
};

struct Failure {
    Verdict verdict;
    int thread;
    std::uintptr_t address;
    std::uint32_t size;
    bool write, atomic, by_free, stuck;
    Conflict conflict;
    Object* object;
    Block* block;
    char text[1024];
};

struct Limits {
    int spurious = 1;        // early wakes a thread, for condition variables
    int futex_spurious = 1;  // of all threads together, for futexes
    int timeouts = 2;        // timeouts a thread that fire although others could go on
    std::uint64_t steps = 5'000'000;
    bool races_fail = true;  // else plain accesses that race are steps
    bool leaks_fail = true;
};

// What a choice that is not about a turn is about.
enum class Question : std::uint8_t { who_wakes, weak_failure, wakes_at_once, why_early };

class Execution {
  public:
    // --- of the whole exploration ---
    bool prepare();
    void set_body(void (*body)(void*), void* argument);
    End run(Strategy& strategy);
    Limits limits;
    Failure failure;
    bool plain_steps = false;  // plain accesses to what is shared are steps
    bool careful = false;      // accesses take the slow way
    // Who took each step, for a replay that chooses among all of them.
    Vector<std::uint8_t> order;
    Vector<std::uint8_t> values;

    // --- of the running execution ---
    int thread_count() const { return thread_count_; }
    // What pthread_self() will be in the thread with this number.
    unsigned long handle_of(int id);
    Thread& thread(int id) { return threads_[id]; }
    Heap heap;
    Shadow shadow;
    std::uint64_t virtual_time = 0;
    int futex_spurious_left = 0;  // how often a wait on a futex may still end by itself
    std::uint64_t steps_taken = 0;
    int preemptions = 0;
    // Something turned out to be shared in this execution: earlier choices overlooked it.
    bool widened() const { return widened_; }
    std::uint64_t trace_hash() const;
    std::uint64_t reads_hash() const;

    Object& object_at(std::uintptr_t address, std::uint16_t size, ObjectType type);
    Object* find_object(std::uintptr_t address, ObjectType type);
    Object& object(std::uint32_t index) { return objects_[index]; }
    std::uint32_t object_count() const { return object_count_; }
    std::uint32_t index_of(const Object& object) const {
        return static_cast<std::uint32_t>(&object - objects_);
    }

    // Announces the step and returns when the strategy has chosen it. `ready` is asked while it
    // waits; null means that nothing can hold it up.
    void step(Thread& self, Kind kind, Object& object, bool writes,
              bool (*ready)(const Thread&) = nullptr);
    // Goes to sleep: the step touches the mutex that it releases, too.
    void step_with_mutex(Thread& self, Kind kind, Object& object, Object& mutex);
    // The same for a step that was announced for a sleeper when it was woken.
    void commit(Thread& self);
    // A step that never waits and is not chosen among: what it changes can only let others go on.
    void pass(Thread& self, Kind kind, Object& object);
    // Somebody looks at the object without waiting for it.
    void tries(Object& object);
    // Before a step that only looks at the object: finds out whether the thread does nothing but
    // look, for ever. It then waits until there is something new to see. `frame` is where the
    // program's part of the stack begins.
    void spinning(Thread& self, Object& object, std::uintptr_t frame);
    // Waits until `ready`; the waiting itself orders nothing.
    void wait_until(Thread& self, Kind kind, bool (*ready)(const Thread&));
    // After a try that found the object taken.
    void tried_in_vain(Thread& self);
    // Sleeps on the object until woken. With `mutex`, a notified sleeper has its lock step chosen
    // already when this returns.
    Wake sleep(Thread& self, Object& object, Object* mutex, bool timed, std::uint64_t deadline,
               bool spurious);
    void wake(Thread& sleeper, Object* mutex);
    void yield(Thread& self);
    void sleep_until(Thread& self, std::uint64_t deadline);
    // A choice among `count`; `waiters` are those of whom one is woken.
    int choose(int count, Question question, const ThreadSet& waiters = {});
    // Of the choice that the strategy is asked for.
    Question question = Question::who_wakes;
    ThreadSet asked_about;
    const Thread* asker = nullptr;
    // Sleepers were woken to see what happens: nothing of it is part of the execution.
    bool probing() const { return probing_; }

    [[noreturn]] void run_body();
    void begin(Thread& self);
    Thread* create(Thread& self, void* (*routine)(void*), void* argument, bool detached,
                   std::size_t stack_bytes, unsigned long* handle = nullptr);
    // For the searches: what the joined thread did is known now.
    void joined(Thread& self, const Thread& target);
    [[noreturn]] void finish(Thread& self);
    // The program is over, whatever other threads do.
    [[noreturn]] void end_program(Thread& self);
    [[noreturn]] void fail(Verdict verdict, const char* text);
    // Ends the execution at once.
    [[noreturn]] void stop(End end);

    void races(Thread& self, std::uintptr_t address, std::size_t size, bool write, bool atomic,
               Found found, const Conflict& conflict);

    static void acquire(Thread& self, const VectorClock& from) { self.clock.merge(from); }

  private:
    void reset();
    void schedule(Thread* self);
    Thread* find_candidates(ThreadChoice& choice);
    bool let_time_pass(ThreadChoice& choice);
    int standard_of(const ThreadChoice& choice, const Thread& self) const;
    void begin_turn(const ThreadChoice& choice, int chosen, Thread* self);
    void switch_to(Thread& next, Thread* self);
    [[noreturn]] void stuck();
    void use(Thread& self, Object& object);
    void widen(Object& object);
    bool leaks();
    void classify();
    bool any_timed_sleeper() const;
    bool wakes_spuriously(Thread& self, bool timed, bool spurious);
    bool wake_to_see();
    void conclude();
    void watch_for_cycles(Thread& self);

    Thread* threads_ = nullptr;
    int thread_count_ = 0;
    Object* objects_ = nullptr;  // in reserved address space: an object never moves
    std::uint32_t object_count_ = 1;
    std::uint32_t serials_[16] = {};
    Strategy* strategy_ = nullptr;
    bool choose_among_all_ = false;
    void (*body_)(void*) = nullptr;
    void* body_argument_ = nullptr;
    End end_ = End::complete;
    bool widened_ = false;
    int last_runner_ = -1;
    std::uint32_t run_length_ = 0;  // steps that the last runner took in a row
    bool probing_ = false;
    Object* woken_[kMaxThreads] = {};
    std::size_t probed_order_ = 0, probed_values_ = 0;
};

extern Execution execution;
// The thread of the explored program that runs now; null outside executions and inside calls that
// are not explored.
extern Thread* current;
// The thread on whose stack the explorer works at the moment: a stack overflow there is its own.
extern Thread* interrupted;

// The addresses that more than one thread uses, over all executions.
struct Usage {
    bool shared, tried;
};
Usage usage_of(std::uintptr_t address);
void mark_usage(std::uintptr_t address, Usage usage);

void forget_keys();
// Threads of a program's globals, which are made before main: they start together with it.
void start_early_threads(Thread& self);
extern bool collect_early_blocks;

bool lock_is_free(const Thread& thread);
// Whether something is new to a thread that looks again and again.
bool has_changed(const Thread& thread);
// Destructors, then the end.
[[noreturn]] void end_thread(Thread& self);

}  // namespace interleave::runtime
