// What may not travel gets no channel; what stands here without the cases compiles.
#include <fearless/channel.hpp>
#include <memory>
#include <string>

// case POINTER: Type may not go to another thread because of Culprit: a raw pointer
// and POINTER: channel_value
void values_that_point() {
#ifdef POINTER
    auto [tx, rx] = fearless::channel<int*>();
#else
    auto [tx, rx] = fearless::channel<std::unique_ptr<int> >();
#endif
    (void)tx.send({});
}

struct Letter {
    std::string text;
#ifdef POINTER_INSIDE
    const std::string* reply_to;
#endif
};

// case POINTER_INSIDE: because of Culprit: a raw pointer
void values_with_members() {
    auto [tx, rx] = fearless::channel<Letter>();
    (void)tx.send({});
}

// case TWO_RECEIVERS: Receiver
void one_receiver() {
    auto [tx, rx] = fearless::channel<int>();
#ifdef TWO_RECEIVERS
    auto second = rx;
#else
    auto second = std::move(rx);
#endif
    (void)tx.send(1);
    (void)second.recv();
}

int main() {
    values_that_point();
    values_with_members();
    one_receiver();
}
