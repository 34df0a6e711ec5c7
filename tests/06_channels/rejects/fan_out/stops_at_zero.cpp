// verdict: wrong_result
// why: A job that is zero is no end.

                // [take_a_job]
                const auto job = line.with([](fearless::Receiver<int>& in) { return in.recv(); });
                if (!job.value_or(0)) return;
                // [take_a_job]
