//! What is measured of channels, as in channel.hpp: the other threads run from the start, and the
//! measured one does its part in `rust_run`.
use crate::used;
use std::thread::{self, JoinHandle};

pub struct Work {
    measured: Box<dyn FnMut(u64)>,
    others: Vec<JoinHandle<()>>,
}

#[no_mangle]
pub unsafe extern "C" fn rust_run(work: *mut Work, times: u64) {
    ((*work).measured)(times);
}

#[no_mangle]
pub unsafe extern "C" fn rust_end(work: *mut Work) {
    for thread in Box::from_raw(work).others {
        thread.join().unwrap();
    }
}

fn begin(others: Vec<JoinHandle<()>>, measured: impl FnMut(u64) + 'static) -> *mut Work {
    Box::into_raw(Box::new(Work { measured: Box::new(measured), others }))
}

/// What is sent: an int, as in C++.
pub type Value = i32;

/// Values from `senders` threads.
pub fn flow<S, R>(
    (tx, rx): (S, R),
    senders: u64,
    values: u64,
    send: impl Fn(&S, Value) + Copy + Send + 'static,
    recv: impl Fn(&R) -> Value + 'static,
) -> *mut Work
where
    S: Clone + Send + 'static,
    R: 'static,
{
    let start = |id| {
        let tx = tx.clone();
        let share = values / senders + u64::from(id < values % senders);
        thread::spawn(move || {
            for _ in 0..share {
                send(&tx, 1);
            }
        })
    };
    begin((0..senders).map(start).collect(), move |times| {
        for _ in 0..times {
            used(recv(&rx));
        }
    })
}

/// One value to another thread and back.
pub fn there_and_back<S, R>(
    make: impl Fn() -> (S, R),
    values: u64,
    send: impl Fn(&S, Value) + Copy + Send + 'static,
    recv: impl Fn(&R) -> Value + Copy + Send + 'static,
) -> *mut Work
where
    S: Send + 'static,
    R: Send + 'static,
{
    let (there, far) = make();
    let (back, near) = make();
    let other = thread::spawn(move || {
        for _ in 0..values {
            used(recv(&far));
            send(&back, 1);
        }
    });
    begin(vec![other], move |times| {
        for _ in 0..times {
            send(&there, 1);
            used(recv(&near));
        }
    })
}
