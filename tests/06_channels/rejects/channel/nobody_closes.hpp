// verdict: wrong_result
// why: The last sender goes, and nothing tells the receiver.

    // [ends_of]
    return {Sender<T, Core>(core), Receiver<T, Core>(core)};
    // [ends_of]
