// verdict: wrong_result
// test: JoinHandle.a_callable_with_a_name_is_copied_and_stays_as_it_was
// why: std::move takes the callable from a caller who only lent it; std::forward looks first.

    // [spawn]
    using Handle = JoinHandle<std::invoke_result_t<std::decay_t<F>>>;
    auto packet = std::make_shared<typename Handle::Packet>();
    std::thread thread(
        [f = std::decay_t<F>(std::move(f)), packet]() mutable { Handle::run(f, *packet); });
    return Handle(std::move(thread), std::move(packet));
    // [spawn]
