// why: A guard in a block of its own.

                // [take_a_job]
                std::expected<int, fearless::RecvError> job;
                {
                    const auto in = line.lock();
                    job = in->recv();
                }
                if (!job) return;
                // [take_a_job]
