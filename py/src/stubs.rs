//! What type stubs say of a type: `upheld/_upheld.pyi` is generated from it.

pub(crate) use pyo3::inspect::PyStaticExpr as TypeOf;
pub(crate) use pyo3::{type_hint_identifier as named, type_hint_subscript as subscript};

use pyo3::inspect::{PyStaticConstant, PyStaticOperator};

/// "...", as in `tuple[int, ...]`.
pub(crate) const ELLIPSIS: TypeOf = TypeOf::Constant { value: PyStaticConstant::Ellipsis };

/// One of two types.
pub(crate) const fn either(left: &'static TypeOf, right: &'static TypeOf) -> TypeOf {
    TypeOf::BinOp { left, op: PyStaticOperator::BitOr, right }
}

/// One of some strings.
macro_rules! literal {
    ($($code:literal)*) => {
        pyo3::type_hint_subscript!(
            pyo3::type_hint_identifier!("typing", "Literal"),
            $(pyo3::inspect::PyStaticExpr::Constant { value: pyo3::inspect::PyStaticConstant::Str($code) }),*
        )
    };
}
pub(crate) use literal;
