//! What Rust has of the parts, as functions for C++. Each does its work many times in one call.
mod rust_std;
mod work;

#[cfg(feature = "crossbeam")]
mod crossbeam;
#[cfg(feature = "parking_lot")]
mod parking_lot;

/// A cache line of its own.
#[repr(align(64))]
struct Alone<T>(T);

/// The compiler has to have the value, and cannot know what becomes of it. (`std::hint::black_box`
/// is newer than the Rust of Debian 12.)
fn used<T: Copy>(value: T) {
    unsafe { std::ptr::read_volatile(&value) };
}
