// why: The senders are counted in a count of their own.

    // [ends_of]
    struct Side {
        Side(std::shared_ptr<Core> core, void (Core::*leave)())
            : core(std::move(core)), leave(leave) {}
        Side(const Side&) = delete;
        ~Side() { ((*core).*leave)(); }
        std::shared_ptr<Core> core;
        void (Core::*leave)();
    };
    const auto senders = std::make_shared<Side>(core, &Core::close);
    const auto receiver = std::make_shared<Side>(core, &Core::drop_receiver);
    return {Sender<T, Core>(std::shared_ptr<Core>(senders, core.get())),
            Receiver<T, Core>(std::shared_ptr<Core>(receiver, core.get()))};
    // [ends_of]
