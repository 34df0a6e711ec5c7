// why: The guard lets the lock go while the work is done.

                // [take_a_job]
                auto in = line.lock();
                const auto job = in->recv();
                if (!job) return;
                in.unlocked([&] { (void)out.send(work(*job)); });
                continue;
                // [take_a_job]
