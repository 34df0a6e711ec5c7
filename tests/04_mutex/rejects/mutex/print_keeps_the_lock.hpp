// verdict: deadlock
// why: Trying a lock means taking it: it has to be given back.

        // [print]
        if (!mutex.raw_.try_lock()) return out << "Mutex { <locked> }";
        return out << "Mutex { data: " << mutex.value_ << " }";
        // [print]
