// verdict: use_after_free
// why: The deleters know the core and do not keep it.

    // [ends_of]
    std::shared_ptr<Core> senders(core.get(), [](Core* shared) { shared->close(); });
    std::shared_ptr<Core> receiver(core.get(), [](Core* shared) { shared->drop_receiver(); });
    return {Sender<T, Core>(std::move(senders)), Receiver<T, Core>(std::move(receiver))};
    // [ends_of]
