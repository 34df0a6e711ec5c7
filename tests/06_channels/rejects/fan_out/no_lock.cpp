// verdict: data_race
// why: Two workers receive from one receiver at the same time.

                // [take_a_job]
                const auto job = line.with([](auto& in) { return &in; })->recv();
                if (!job) return;
                // [take_a_job]
