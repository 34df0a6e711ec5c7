// verdict: data_race
// test: Mutex.printing_reads_the_value_under_the_lock
// why: Printing reads the value while another thread writes it.

        // [print]
        return out << "Mutex { data: " << mutex.value_ << " }";
        // [print]
