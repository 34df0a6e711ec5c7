// verdict: wrong_result
// why: A worker that goes home after its first job leaves the rest.

                // [send]
                (void)out.send(work(*job));
                return;
                // [send]
