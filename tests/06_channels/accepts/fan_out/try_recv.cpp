// why: All jobs are in the channel before a worker starts, so an empty line is the end.

                // [take_a_job]
                const auto job =
                    line.with([](fearless::Receiver<int>& in) { return in.try_recv(); });
                if (!job) return;
                // [take_a_job]
