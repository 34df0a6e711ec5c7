//! parking_lot: locks of one word, with one table of sleepers for all of them.
use crate::{used, Alone};
use ::parking_lot::{const_mutex, const_rwlock, Mutex, RwLock};

static COUNTER: Alone<Mutex<u64>> = Alone(const_mutex(0));

#[no_mangle]
pub extern "C" fn rust_parking_lot_mutex(times: u64) {
    for _ in 0..times {
        *COUNTER.0.lock() += 1;
    }
}

static SHARED: Alone<RwLock<i32>> = Alone(const_rwlock(0));

#[no_mangle]
pub extern "C" fn rust_parking_lot_rw_lock_read(times: u64) {
    for _ in 0..times {
        used(*SHARED.0.read());
    }
}

#[no_mangle]
pub extern "C" fn rust_parking_lot_rw_lock_write_one_in_a_hundred(times: u64) {
    for turn in 1..=times {
        if turn % 100 == 0 {
            *SHARED.0.write() += 1;
        } else {
            used(*SHARED.0.read());
        }
    }
}
