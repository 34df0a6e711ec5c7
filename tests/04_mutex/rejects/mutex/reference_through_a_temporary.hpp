// verdict: should_not_compile
// why: A reference gets out of a guard that is gone at the end of the line.

    // [temporaries]
    T& operator*() const&& { return mutex_->value_; }
    T* operator->() const&& { return &mutex_->value_; }

    // Lets others have the lock while f runs.
    // [temporaries]
