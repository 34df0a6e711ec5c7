// verdict: wrong_result
// why: The result is computed once more for the send.

                // [send]
                if (work(*job) >= 0) (void)out.send(work(*job));
                // [send]
