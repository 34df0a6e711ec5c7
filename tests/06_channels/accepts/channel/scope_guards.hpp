// why: The deleter keeps the core in a class with a name.

    // [ends_of]
    struct Close {
        std::shared_ptr<Core> kept;
        void operator()(Core*) const { kept->close(); }
    };
    struct Abandon {
        std::shared_ptr<Core> kept;
        void operator()(Core*) const { kept->abandon(); }
    };
    return {Sender<T, Core>(std::shared_ptr<Core>(core.get(), Close{core})),
            Receiver<T, Core>(std::shared_ptr<Core>(core.get(), Abandon{core}))};
    // [ends_of]
