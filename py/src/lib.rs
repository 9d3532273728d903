//! upheld for Python
