//! crossbeam-channel. Its receiver can be cloned; here there is one, as everywhere.
use crate::work::{flow, there_and_back, Work};
use crossbeam_channel::{bounded, unbounded, Sender};

#[no_mangle]
pub extern "C" fn rust_crossbeam_flow(bound: usize, senders: u64, values: u64) -> *mut Work {
    let ends = if bound == usize::MAX { unbounded() } else { bounded(bound) };
    let send = |tx: &Sender<_>, value| tx.send(value).unwrap();
    flow(ends, senders, values, send, |rx| rx.recv().unwrap())
}

#[no_mangle]
pub extern "C" fn rust_crossbeam_there_and_back(values: u64) -> *mut Work {
    let send = |tx: &Sender<_>, value| tx.send(value).unwrap();
    there_and_back(unbounded, values, send, |rx| rx.recv().unwrap())
}
