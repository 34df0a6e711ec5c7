//! The standard library.
use crate::work::{flow, there_and_back, Work};
use crate::{used, Alone};
use std::sync::{mpsc, Arc, Mutex, RwLock};

#[no_mangle]
pub extern "C" fn rust_std_flow(bound: usize, senders: u64, values: u64) -> *mut Work {
    if bound == usize::MAX {
        let send = |tx: &mpsc::Sender<_>, value| tx.send(value).unwrap();
        flow(mpsc::channel(), senders, values, send, |rx| rx.recv().unwrap())
    } else {
        let send = |tx: &mpsc::SyncSender<_>, value| tx.send(value).unwrap();
        flow(mpsc::sync_channel(bound), senders, values, send, |rx| rx.recv().unwrap())
    }
}

#[no_mangle]
pub extern "C" fn rust_std_there_and_back(values: u64) -> *mut Work {
    let send = |tx: &mpsc::Sender<_>, value| tx.send(value).unwrap();
    there_and_back(mpsc::channel, values, send, |rx| rx.recv().unwrap())
}

static COUNTER: Alone<Mutex<u64>> = Alone(Mutex::new(0));

#[no_mangle]
pub extern "C" fn rust_std_mutex(times: u64) {
    for _ in 0..times {
        *COUNTER.0.lock().unwrap() += 1;
    }
}

static SHARED: Alone<RwLock<i32>> = Alone(RwLock::new(0));

#[no_mangle]
pub extern "C" fn rust_std_rw_lock_read(times: u64) {
    for _ in 0..times {
        used(*SHARED.0.read().unwrap());
    }
}

#[no_mangle]
pub extern "C" fn rust_std_rw_lock_write_one_in_a_hundred(times: u64) {
    for turn in 1..=times {
        if turn % 100 == 0 {
            *SHARED.0.write().unwrap() += 1;
        } else {
            used(*SHARED.0.read().unwrap());
        }
    }
}

#[no_mangle]
pub extern "C" fn rust_std_arc_clone(times: u64) {
    // The one that all threads copy.
    static VALUE: Mutex<Option<Arc<i32>>> = Mutex::new(None);
    let value: *const Arc<i32> = VALUE.lock().unwrap().get_or_insert_with(|| Arc::new(7));
    for _ in 0..times {
        // Nobody changes it any more, so it can be read without the lock.
        let copy = Arc::clone(unsafe { &*value });
        used(Arc::as_ptr(&copy));
    }
}

#[no_mangle]
pub extern "C" fn rust_std_arc_make(times: u64) {
    for _ in 0..times {
        used(Arc::as_ptr(&Arc::new(7)));
    }
}
