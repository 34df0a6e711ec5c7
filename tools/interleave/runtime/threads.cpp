// Threads, their keys and their ends.
#include <pthread.h>
#include <setjmp.h>
#include <unwind.h>

#include <cerrno>
#include <cstring>

#include "interleave/runtime/code_ranges.hpp"
#include "interleave/runtime/execution.hpp"
#include "interleave/runtime/real.hpp"

extern "C" {
int __cxa_thread_atexit(void (*)(void*), void*, void*);
int __cxa_thread_atexit_impl(void (*)(void*), void*, void*);
}

namespace interleave::runtime {
namespace {

bool target_has_finished(const Thread& thread) {
    return thread.target->finished;
}

Thread* thread_with(pthread_t handle) {
    for (int id = 0; id < execution.thread_count(); ++id)
        if (execution.thread(id).fiber.self() == handle) return &execution.thread(id);
    return nullptr;
}

// The destructors of keys. Keys from before the exploration are the C library's; those of an
// execution come after them and are forgotten with it.
constexpr std::size_t kFirstKey = 1024;
void (*native_destructors[kFirstKey])(void*);
Vector<void (*)(void*)> destructors;

void (*destructor_of(std::size_t key))(void*) {
    return key < kFirstKey ? native_destructors[key] : destructors[key - kFirstKey];
}

// C++ destructs thread_local objects before pthread destructs what hangs on keys.
void run_destructors(Thread& self) {
    bool by_library = false;
    while (!self.destructors.empty()) {
        const Destructor last = self.destructors.back();
        self.destructors.pop_back();
        last.function(last.argument);
        if (is_library(reinterpret_cast<void*>(last.function))) by_library = true;
    }
    for (int round = 0; round < 4; ++round) {
        bool again = false;
        for (std::size_t key = 0; key < self.specific.size(); ++key) {
            void* value = self.specific[key];
            const auto destructor = destructor_of(key);
            if (!value || !destructor) continue;
            self.specific[key] = nullptr;
            destructor(value);
            again = true;
            if (is_library(reinterpret_cast<void*>(destructor))) by_library = true;
        }
        if (!again) break;
    }
    // What is made ready at a thread's exit is stored in code that is not seen: whoever looks at
    // it afterwards counts as having synchronised.
    if (!by_library) return;
    for (int id = 0; id < execution.thread_count(); ++id)
        if (id != self.id) execution.thread(id).clock.merge(self.clock);
    self.tick();
}

int join(Thread& self, pthread_t handle, void** result, bool wait) {
    Thread* target = thread_with(handle);
    if (!target || target->joined || target->detached) return ESRCH;
    if (target == &self) return EDEADLK;
    if (!wait && !target->finished) return EBUSY;
    self.target = target;
    if (recorder.on && !target->finished) {
        recorder.note(self, Kind::join, 0, 0, 0, 0, nullptr, target->id);
        recorder.notes.back().blocked = true;
    }
    execution.wait_until(self, Kind::join, target_has_finished);
    target->joined = true;
    Execution::acquire(self, target->clock);
    execution.joined(self, *target);
    if (recorder.on) recorder.note(self, Kind::join, 0, 0, 0, 0, nullptr, target->id);
    if (result) *result = target->result;
    return 0;
}

}  // namespace

struct EarlyThread {
    void* (*routine)(void*);
    void* argument;
};
Vector<EarlyThread> early_threads;

pthread_t start_with_main(void* (*routine)(void*), void* argument) {
    early_threads.push_back({routine, argument});
    return execution.handle_of(static_cast<int>(early_threads.size()));
}

void start_early_threads(Thread& self) {
    for (const EarlyThread& early : early_threads)
        execution.create(self, early.routine, early.argument, false, 0);
}

[[noreturn]] void end_thread(Thread& self) {
    run_destructors(self);
    execution.finish(self);
}

void forget_keys() {
    destructors.clear();
}

}  // namespace interleave::runtime

using namespace interleave::runtime;

INTERLEAVE_EXPORT int pthread_create(pthread_t* handle, const pthread_attr_t* attributes,
                                     void* (*routine)(void*), void* argument) {
    if (!current && collect_early_blocks && !is_ours(__builtin_return_address(0))) {
        *handle = start_with_main(routine, argument);
        return 0;
    }
    if (!current) return REAL(pthread_create)(handle, attributes, routine, argument);
    int detached = PTHREAD_CREATE_JOINABLE;
    std::size_t stack_bytes = 0;
    if (attributes) {
        pthread_attr_getdetachstate(attributes, &detached);
        pthread_attr_getstacksize(attributes, &stack_bytes);
    }
    // The handle is there before the thread runs: its own steps come later anyway.
    execution.create(*current, routine, argument, detached == PTHREAD_CREATE_DETACHED, stack_bytes,
                     handle);
    return 0;
}

INTERLEAVE_EXPORT pthread_t pthread_self() {
    return current ? current->fiber.self() : REAL(pthread_self)();
}

INTERLEAVE_EXPORT int pthread_join(pthread_t handle, void** result) {
    if (!current) return REAL(pthread_join)(handle, result);
    return join(*current, handle, result, true);
}

INTERLEAVE_EXPORT int pthread_tryjoin_np(pthread_t handle, void** result) {
    if (!current) return REAL(pthread_tryjoin_np)(handle, result);
    return join(*current, handle, result, false);
}

INTERLEAVE_EXPORT int pthread_detach(pthread_t handle) {
    if (!current) return REAL(pthread_detach)(handle);
    Thread* target = thread_with(handle);
    if (!target) return ESRCH;
    if (target->detached) return EINVAL;
    target->detached = true;
    return 0;
}

// Ends the thread from inside of its calls: C++ destructors run, and cleanup handlers of C.
namespace {

_Unwind_Reason_Code until_the_end(int, _Unwind_Action actions, _Unwind_Exception_Class,
                                  _Unwind_Exception*, _Unwind_Context*, void*) {
    if (actions & _UA_END_OF_STACK) end_thread(*current);
    return _URC_NO_REASON;
}

void forget_exception(_Unwind_Reason_Code, _Unwind_Exception*) {}

[[noreturn]] void unwind(Thread& self) {
    if (self.cleanup) {
        auto* buffer = static_cast<__pthread_unwind_buf_t*>(self.cleanup);
        longjmp(reinterpret_cast<__jmp_buf_tag*>(buffer->__cancel_jmp_buf), 1);
    }
    self.unwinding.exception_class = 0;
    self.unwinding.exception_cleanup = forget_exception;
    _Unwind_ForcedUnwind(&self.unwinding, until_the_end, nullptr);
    end_thread(self);
}

}  // namespace

INTERLEAVE_EXPORT void pthread_exit(void* result) {
    if (!current) {
        REAL(pthread_exit)(result);
        __builtin_unreachable();
    }
    current->result = result;
    unwind(*current);
}

extern "C" {
void __pthread_register_cancel(__pthread_unwind_buf_t*);
void __pthread_unregister_cancel(__pthread_unwind_buf_t*);
[[noreturn]] void __pthread_unwind_next(__pthread_unwind_buf_t*);
}

INTERLEAVE_EXPORT void __pthread_register_cancel(__pthread_unwind_buf_t* buffer) {
    if (!current) return REAL(__pthread_register_cancel)(buffer);
    buffer->__pad[0] = current->cleanup;
    current->cleanup = buffer;
}

INTERLEAVE_EXPORT void __pthread_unregister_cancel(__pthread_unwind_buf_t* buffer) {
    if (!current) return REAL(__pthread_unregister_cancel)(buffer);
    current->cleanup = buffer->__pad[0];
}

INTERLEAVE_EXPORT void __pthread_unwind_next(__pthread_unwind_buf_t* buffer) {
    if (!current) REAL(__pthread_unwind_next)(buffer);
    current->cleanup = buffer->__pad[0];
    unwind(*current);
}

INTERLEAVE_EXPORT int pthread_setname_np(pthread_t handle, const char* name) {
    if (!current) return REAL(pthread_setname_np)(handle, name);
    if (Thread* target = thread_with(handle)) {
        if (std::strlen(name) >= sizeof target->name) return ERANGE;
        std::strcpy(target->name, name);
    }
    return 0;
}

INTERLEAVE_EXPORT int pthread_key_create(pthread_key_t* key, void (*destructor)(void*)) {
    // A library remembers its keys beyond an execution.
    if (!current || is_library(__builtin_return_address(0))) {
        const int result = REAL(pthread_key_create)(key, destructor);
        if (result == 0 && *key < kFirstKey) native_destructors[*key] = destructor;
        return result;
    }
    destructors.push_back(destructor);
    *key = static_cast<pthread_key_t>(kFirstKey + destructors.size() - 1);
    return 0;
}

INTERLEAVE_EXPORT int pthread_key_delete(pthread_key_t key) {
    if (!current) return REAL(pthread_key_delete)(key);
    if (key >= kFirstKey && key - kFirstKey < destructors.size())
        destructors[key - kFirstKey] = nullptr;
    return 0;
}

INTERLEAVE_EXPORT void* pthread_getspecific(pthread_key_t key) {
    if (!current) return REAL(pthread_getspecific)(key);
    return key < current->specific.size() ? current->specific[key] : nullptr;
}

INTERLEAVE_EXPORT int pthread_setspecific(pthread_key_t key, const void* value) {
    if (!current) return REAL(pthread_setspecific)(key, value);
    if (key >= kFirstKey + destructors.size()) return EINVAL;
    while (current->specific.size() <= key) current->specific.push_back(nullptr);
    current->specific[key] = const_cast<void*>(value);
    return 0;
}

INTERLEAVE_EXPORT int __cxa_thread_atexit(void (*destructor)(void*), void* object, void* library) {
    if (!current) return REAL(__cxa_thread_atexit)(destructor, object, library);
    current->destructors.push_back({destructor, object});
    return 0;
}

INTERLEAVE_EXPORT int __cxa_thread_atexit_impl(void (*destructor)(void*), void* object,
                                               void* library) {
    if (!current) return REAL(__cxa_thread_atexit_impl)(destructor, object, library);
    current->destructors.push_back({destructor, object});
    return 0;
}
