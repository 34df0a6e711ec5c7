// verdict: data_race
// why: The last sender destroys what was sent.

    // [ends_of]
    std::shared_ptr<Core> senders(core.get(), [core](Core* shared) { shared->drop_receiver(); });
    std::shared_ptr<Core> receiver(core.get(), [core](Core* shared) { shared->close(); });
    return {Sender<T, Core>(std::move(senders)), Receiver<T, Core>(std::move(receiver))};
    // [ends_of]
