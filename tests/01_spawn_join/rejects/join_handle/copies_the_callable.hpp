// verdict: compile_error
// why: A callable that owns something can be moved into the thread but not copied.

    // [spawn]
    using Handle = JoinHandle<std::invoke_result_t<std::decay_t<F>>>;
    auto packet = std::make_shared<typename Handle::Packet>();
    std::thread thread([f, packet]() mutable { Handle::run(f, *packet); });
    return Handle(std::move(thread), std::move(packet));
    // [spawn]
