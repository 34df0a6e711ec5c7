// why: The deleter keeps the core in a class with a name.

    // [ends_of]
    struct Close {
        std::shared_ptr<Core> kept;
        void operator()(Core*) const { kept->close(); }
    };
    struct DropReceiver {
        std::shared_ptr<Core> kept;
        void operator()(Core*) const { kept->drop_receiver(); }
    };
    return {Sender<T, Core>(std::shared_ptr<Core>(core.get(), Close{core})),
            Receiver<T, Core>(std::shared_ptr<Core>(core.get(), DropReceiver{core}))};
    // [ends_of]
