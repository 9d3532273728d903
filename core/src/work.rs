//! Steps of reading, counted for the tests that hold it linear. Without the feature `counted` nothing is.

#[cfg(feature = "counted")]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts some steps of this thread.
#[inline]
#[cfg_attr(not(feature = "counted"), allow(unused_variables, clippy::missing_const_for_fn))]
pub(crate) fn count(steps: usize) {
    #[cfg(feature = "counted")]
    STEPS.set(STEPS.get() + steps);
}

/// Counts one step, for [`Iterator::inspect`].
#[inline]
pub(crate) fn one<T>(_: &T) {
    count(1);
}

/// The steps of this thread since they were asked for last.
#[cfg(feature = "counted")]
#[allow(clippy::must_use_candidate)] // also called to begin anew
pub fn steps() -> usize {
    STEPS.take()
}
