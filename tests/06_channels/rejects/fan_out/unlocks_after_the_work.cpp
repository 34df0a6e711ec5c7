// verdict: not_concurrent
// why: The work is done inside of with(), so the lock is held during it.

                // [take_a_job]
                const auto job = line.with([&](fearless::Receiver<int>& in) {
                    auto next = in.recv();
                    if (next) next = work(*next);
                    return next;
                });
                if (!job) return;
                (void)out.send(*job);
                continue;
                // [take_a_job]
