// why: The list is shared and never changed: who subscribes makes a new one.

        // [subscribe]
        const std::lock_guard hold(mutex_);
        auto longer = std::make_shared<std::vector<Callback>>(*callbacks_);
        longer->push_back(std::move(callback));
        callbacks_ = std::move(longer);
        // [subscribe]

        // [ring]
        std::shared_ptr<const std::vector<Callback>> callbacks;
        {
            const std::lock_guard hold(mutex_);
            callbacks = callbacks_;
        }
        for (const Callback& callback : *callbacks) callback();
        // [ring]

    // [members]
    std::mutex mutex_;
    std::shared_ptr<const std::vector<Callback>> callbacks_ =
        std::make_shared<std::vector<Callback>>();
    // [members]
