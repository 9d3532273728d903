//! Sums of money.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A sum of money in pounds sterling, to the penny and never rounded. Printed and serialised as a decimal, `"1300.00"`.
///
/// ```
/// use upheld::Money;
///
/// let distress: Money = "£1,300".parse().unwrap();
/// let trouble: Money = "147.35".parse().unwrap();
/// let sum = distress.checked_add(trouble).unwrap();
/// assert_eq!(sum.to_string(), "1447.35");
/// assert_eq!(serde_json::to_string(&sum).unwrap(), r#""1447.35""#);
/// assert!(trouble < distress);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Money {
    pence: u64,
}

impl Money {
    /// The sum of so many pence.
    ///
    /// ```
    /// assert_eq!(upheld::Money::from_pence(250).to_string(), "2.50");
    /// ```
    #[must_use]
    pub const fn from_pence(pence: u64) -> Self {
        Self { pence }
    }

    /// The number of pence.
    ///
    /// ```
    /// assert_eq!("£2.50".parse::<upheld::Money>().unwrap().pence(), 250);
    /// ```
    #[must_use]
    pub const fn pence(self) -> u64 {
        self.pence
    }

    /// Both sums together; `None` where that is more than can be held.
    ///
    /// ```
    /// use upheld::Money;
    ///
    /// let pound = Money::from_pence(100);
    /// assert_eq!(pound.checked_add(pound), Some(Money::from_pence(200)));
    /// assert_eq!(pound.checked_add(Money::from_pence(u64::MAX)), None);
    /// ```
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.pence.checked_add(other.pence) {
            Some(pence) => Some(Self { pence }),
            None => None,
        }
    }

    /// `pounds` as printed, times `scale`: "1.25" and a million are 1,250,000 pounds. No part of a penny is dropped.
    pub(crate) fn scaled(pounds: &str, scale: u64) -> Result<Self, MoneyError> {
        let (whole, fraction) = pounds.split_once('.').unwrap_or((pounds, "0"));
        let unit = scale.checked_mul(100).ok_or(MoneyError::TooLarge)?;
        let decimals = u32::try_from(fraction.len()).map_err(|_| MoneyError::PartOfPenny)?;
        let parts = number(fraction)?.checked_mul(unit).ok_or(MoneyError::TooLarge)?;
        let divisor = 10_u64.checked_pow(decimals).ok_or(MoneyError::PartOfPenny)?;
        if parts % divisor != 0 {
            return Err(MoneyError::PartOfPenny);
        }
        let whole = number(&ungrouped(whole)?)?.checked_mul(unit).ok_or(MoneyError::TooLarge)?;
        whole.checked_add(parts / divisor).map(Self::from_pence).ok_or(MoneyError::TooLarge)
    }
}

/// The digits without the commas, which must stand before every third one from the right if there are any.
fn ungrouped(whole: &str) -> Result<String, MoneyError> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    if grouped && !(1..=3).contains(&first.len()) || groups.any(|group| group.len() != 3) {
        return Err(MoneyError::Comma);
    }
    Ok(whole.replace(',', ""))
}

/// A number that is all digits; `u64::from_str` would take a sign.
fn number(digits: &str) -> Result<u64, MoneyError> {
    match digits.chars().find(|c| !c.is_ascii_digit()) {
        Some(found) => Err(MoneyError::Unexpected(found)),
        None if digits.is_empty() => Err(MoneyError::NoDigits),
        None => digits.parse().map_err(|_| MoneyError::TooLarge),
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads a sum with or without the pound sign and with or without commas.
    ///
    /// ```
    /// use upheld::{Money, MoneyError};
    ///
    /// assert_eq!("£6179".parse(), Ok(Money::from_pence(617_900)));
    /// assert_eq!("1,147.35".parse(), Ok(Money::from_pence(114_735)));
    /// assert_eq!("two pounds".parse::<Money>(), Err(MoneyError::Unexpected('t')));
    /// ```
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        Self::scaled(text.strip_prefix('£').map_or(text, str::trim_start), 1)
    }
}

/// `1300.00`; with `{:#}` as a reader is used to see it: `£1,300.00`.
///
/// ```
/// let sum = upheld::Money::from_pence(130_000);
/// assert_eq!(format!("{sum} {sum:#}"), "1300.00 £1,300.00");
/// ```
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (pounds, pence) = ((self.pence / 100).to_string(), self.pence % 100);
        if !f.alternate() {
            return f.pad(&format!("{pounds}.{pence:02}"));
        }
        let mut grouped = String::from("£");
        for (at, digit) in pounds.chars().enumerate() {
            if at > 0 && (pounds.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        f.pad(&format!("{grouped}.{pence:02}"))
    }
}

impl TryFrom<String> for Money {
    type Error = MoneyError;

    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Money> for String {
    fn from(sum: Money) -> Self {
        sum.to_string()
    }
}

/// Why a text is no sum of money.
///
/// ```
/// let error = "£1,30".parse::<upheld::Money>().unwrap_err();
/// assert_eq!(error.to_string(), "a comma in a sum of money stands before every third digit from the right");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MoneyError {
    /// There are no digits where there should be some.
    NoDigits,
    /// Something other than digits, commas and one point.
    Unexpected(char),
    /// A comma in the wrong place.
    Comma,
    /// It does not come to a whole number of pence.
    PartOfPenny,
    /// More pence than 64 bits hold.
    TooLarge,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDigits => f.write_str("a sum of money needs digits, as in 1300 or 1,300.00"),
            Self::Unexpected(found) => write!(f, "a sum of money has no {found:?} in it"),
            Self::Comma => f.write_str("a comma in a sum of money stands before every third digit from the right"),
            Self::PartOfPenny => f.write_str("a sum of money comes to whole pence"),
            Self::TooLarge => f.write_str("a sum of money has at most 64 bits of pence"),
        }
    }
}

impl Error for MoneyError {}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn pounds_for_a_reader() {
        let shown = |pence| format!("{:#}", Money::from_pence(pence));
        assert_eq!([shown(5), shown(99_999), shown(130_000_000)], ["£0.05", "£999.99", "£1,300,000.00"]);
    }

    #[test]
    fn reads_and_prints() {
        for (text, printed) in [
            ("150", "150.00"),
            ("£1,300", "1300.00"),
            ("£ 400", "400.00"),
            ("£2.5", "2.50"),
            ("0.07", "0.07"),
            ("£12,345,678.90", "12345678.90"),
            ("1.500", "1.50"),
        ] {
            assert_eq!(text.parse::<Money>().unwrap().to_string(), printed, "{text}");
        }
        assert_eq!(format!("{:>8}", Money::from_pence(250)), "    2.50");
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, error) in [
            ("", MoneyError::NoDigits),
            ("£", MoneyError::NoDigits),
            ("5.", MoneyError::NoDigits),
            (".50", MoneyError::NoDigits),
            ("-5", MoneyError::Unexpected('-')),
            ("+5", MoneyError::Unexpected('+')),
            ("1.2.3", MoneyError::Unexpected('.')),
            ("1,2", MoneyError::Comma),
            ("1234,567", MoneyError::Comma),
            (",123", MoneyError::Comma),
            ("1.005", MoneyError::PartOfPenny),
            ("1.00000000000000000000000000000", MoneyError::PartOfPenny),
            ("184467440737095516.16", MoneyError::TooLarge),
            ("99999999999999999999999", MoneyError::TooLarge),
        ] {
            assert_eq!(text.parse::<Money>(), Err(error), "{text}");
        }
    }

    #[test]
    fn scales_exactly() {
        assert_eq!(Money::scaled("1.234", 1_000_000), Ok(Money::from_pence(123_400_000)));
        assert_eq!(Money::scaled("1.2345678912", 1_000_000), Err(MoneyError::PartOfPenny));
        assert_eq!(Money::scaled("1", u64::MAX), Err(MoneyError::TooLarge));
    }

    #[test]
    fn survives_json() {
        let sum = Money::from_pence(130_000);
        let json = serde_json::to_string(&sum).unwrap();
        assert_eq!(json, r#""1300.00""#);
        assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), sum);
        assert!(serde_json::from_str::<Money>(r#""a lot""#).is_err());
        assert!(serde_json::from_str::<Money>("1300").is_err());
    }
}
