// verdict: wrong_result
// why: Values are put where nobody will ever take them.

    // [ends_of]
    std::shared_ptr<Core> senders(core.get(), [core](Core* shared) { shared->close(); });
    return {Sender<T, Core>(std::move(senders)), Receiver<T, Core>(core)};
    // [ends_of]
