// What may not travel is refused with a sentence, and the compiler names the types beside it.
#include <fearless/rc.hpp>
#include <fearless/spawn_send.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bakery {

class Oven {
  public:
    int degrees() const { return degrees_; }

  private:
    int degrees_ = 200;
};

struct Loaf {
    int grams;
    std::vector<const Oven*> baked_in;
};

struct Kitchen {
    std::string name;
    Oven oven;
};

}  // namespace bakery

namespace {

void use(const auto&...) {}

}  // namespace

// case POINTER: Type may not go to another thread because of Culprit: a raw pointer
// and POINTER: spawn_argument
void spawn_with_a_pointer(int number) {
    const auto read = [](auto given) { use(given); };
#ifdef POINTER
    fearless::spawn_send(read, &number).join();
#else
    fearless::spawn_send(read, number).join();
#endif
}

// case IN_A_STRUCT: Type may not go to another thread because of Culprit: a raw pointer
// and IN_A_STRUCT: bakery::Loaf
// and IN_A_STRUCT: const bakery::Oven*
void spawn_with_a_pointer_in_a_vector_in_a_struct() {
    using namespace bakery;
    const auto weigh = [](int, auto given) { use(given); };
#ifdef IN_A_STRUCT
    fearless::spawn_send(weigh, 1, Loaf{500, {}}).join();
#else
    fearless::spawn_send(weigh, 1, 500).join();
#endif
}

// case REFERENCE: Type may not go to another thread because of Culprit: a reference
// and REFERENCE: reference_wrapper<int>
void spawn_with_a_reference(int number) {
    const auto count = [](auto) {};
#ifdef REFERENCE
    fearless::spawn_send(count, std::ref(number)).join();
#else
    fearless::spawn_send(count, number).join();
#endif
}

// case CONST_REFERENCE: Type may not go to another thread because of Culprit: a reference
void spawn_with_a_const_reference(std::string text) {
    const auto read = [](auto given) { use(given); };
#ifdef CONST_REFERENCE
    fearless::spawn_send(read, std::cref(text)).join();
#else
    fearless::spawn_send(read, text).join();
#endif
}

// case STRING_VIEW: Type may not go to another thread because of Culprit: a view borrows
void spawn_with_a_view(std::string text) {
    const auto read = [](auto given) { use(given); };
#ifdef STRING_VIEW
    fearless::spawn_send(read, std::string_view(text)).join();
#else
    fearless::spawn_send(read, text).join();
#endif
}

// case RC_GOES_IN: Type may not go to another thread because of Culprit: nobody
// and RC_GOES_IN: has declared this class Send
// and RC_GOES_IN: Rc<int>
void spawn_with_an_rc(fearless::Rc<int> number) {
    const auto read = [](int, auto given) { use(given); };
#ifdef RC_GOES_IN
    fearless::spawn_send(read, 1, number).join();
#else
    fearless::spawn_send(read, 1, *number).join();
#endif
}

// case SHARED_POINTER: Type may not go to another thread because of Culprit: its copies share
void spawn_with_a_shared_ptr(std::shared_ptr<int> number) {
    const auto read = [](auto given) { use(given); };
#ifdef SHARED_POINTER
    fearless::spawn_send(read, number).join();
#else
    fearless::spawn_send(read, std::make_unique<int>(*number)).join();
#endif
}

// case LAMBDA_WITH_CAPTURE: Type may not go to another thread because of Culprit: what a
// and LAMBDA_WITH_CAPTURE: callable holds cannot be looked into
// and LAMBDA_WITH_CAPTURE: spawn_callable
void spawn_a_lambda_with_a_capture(int number) {
#ifdef LAMBDA_WITH_CAPTURE
    fearless::spawn_send([&number] { ++number; }).join();
#else
    fearless::spawn_send([](int own) { use(own); }, number).join();
#endif
}

// case KITCHEN_COMES_BACK: Type may not go to another thread because of Culprit: nobody
// and KITCHEN_COMES_BACK: spawn_result
// and KITCHEN_COMES_BACK: bakery::Kitchen
// and KITCHEN_COMES_BACK: bakery::Oven
void spawn_for_a_result_that_may_not_come_back() {
    using namespace bakery;
#ifdef KITCHEN_COMES_BACK
    const auto build = [] { return Kitchen{"east", {}}; };
#else
    const auto build = [] { return 0; };
#endif
    (void)fearless::spawn_send(build).join();
}
