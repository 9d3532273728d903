//! Periods of time and the days on which they end.

use std::error::Error;
use std::fmt;
use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

/// What a period is counted in.
///
/// ```
/// use upheld::Unit;
///
/// assert_eq!(serde_json::to_string(&Unit::WorkingDay).unwrap(), r#""working_day""#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A day, whether or not people work on it.
    Day,
    /// A day that is neither in a weekend nor a bank holiday in England.
    WorkingDay,
    /// Seven days.
    Week,
    /// A calendar month: to the same day of another month, or to its last day if it is shorter.
    Month,
    /// A calendar year.
    Year,
}

/// So many days, working days, weeks, months or years.
///
/// ```
/// use upheld::{Period, Unit};
///
/// assert_eq!(Period { count: 20, unit: Unit::WorkingDay }.to_string(), "20 working days");
/// assert_eq!(Period { count: 1, unit: Unit::Month }.to_string(), "1 month");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "day",
            Unit::WorkingDay => "working day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

/// The last day of a period that runs from `from`, which itself does not count.
///
/// ```
/// use upheld::{Date, Period, Unit, due};
///
/// let decided: Date = "2022-03-31".parse().unwrap();
/// let one_month = Period { count: 1, unit: Unit::Month };
/// assert_eq!(due(decided, one_month).unwrap().to_string(), "2022-04-30");
///
/// // Christmas, Boxing Day and New Year's Day lie between.
/// let decided: Date = "2018-12-13".parse().unwrap();
/// let twenty_days = Period { count: 20, unit: Unit::WorkingDay };
/// assert_eq!(due(decided, twenty_days).unwrap().to_string(), "2019-01-15");
/// ```
///
/// # Errors
///
/// Where working days run into a year outside [`BANK_HOLIDAY_YEARS`], and where the day is beyond the year 9999.
pub fn due(from: Date, period: Period) -> Result<Date, CalendarError> {
    let count = i64::from(period.count);
    let length = match period.unit {
        Unit::WorkingDay => return after_working_days(from, period.count),
        Unit::Day => Span::new().try_days(count),
        // Their number times seven is within i64, a u32 being what it is.
        Unit::Week => Span::new().try_days(count * 7),
        Unit::Month => Span::new().try_months(count),
        Unit::Year => Span::new().try_years(count),
    };
    length.and_then(|length| from.checked_add(length)).map_err(|_| CalendarError::OutOfRange)
}

fn after_working_days(from: Date, count: u32) -> Result<Date, CalendarError> {
    let mut day = from;
    let mut left = count;
    check_year(day)?;
    // Ends with the table of bank holidays if not before, however large the count.
    while left > 0 {
        day = day.checked_add(1.day()).map_err(|_| CalendarError::OutOfRange)?;
        check_year(day)?;
        left -= u32::from(is_working_day(day));
    }
    Ok(day)
}

fn check_year(day: Date) -> Result<(), CalendarError> {
    let year = day.year();
    if BANK_HOLIDAY_YEARS.contains(&year) { Ok(()) } else { Err(CalendarError::NoBankHolidays { year }) }
}

fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && BANK_HOLIDAYS.binary_search(&day).is_err()
}

/// Why no date can be given.
///
/// ```
/// use upheld::{CalendarError, Date, Period, Unit, due};
///
/// let decided: Date = "2011-05-04".parse().unwrap();
/// let error = due(decided, Period { count: 5, unit: Unit::WorkingDay }).unwrap_err();
/// assert_eq!(error, CalendarError::NoBankHolidays { year: 2011 });
/// assert_eq!(error.to_string(), "the bank holidays of 2011 are not known, only those of 2012 to 2028");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CalendarError {
    /// The day is beyond the last that a date can name.
    OutOfRange,
    /// Working days cannot be told from others in this year.
    NoBankHolidays {
        /// The year outside [`BANK_HOLIDAY_YEARS`].
        year: i16,
    },
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange => f.write_str("the date is beyond the year 9999"),
            Self::NoBankHolidays { year } => write!(
                f,
                "the bank holidays of {year} are not known, only those of {} to {}",
                BANK_HOLIDAY_YEARS.start(),
                BANK_HOLIDAY_YEARS.end()
            ),
        }
    }
}

impl Error for CalendarError {}

/// The years whose bank holidays are known: 2012 to 2028. Those to come may yet be given more, as 2022 was for a funeral.
///
/// ```
/// assert!(upheld::BANK_HOLIDAY_YEARS.contains(&2022));
/// ```
pub const BANK_HOLIDAY_YEARS: RangeInclusive<i16> = 2012..=2028;

/// The bank holidays in England (and Wales) that fall on a weekday, in order. Where one falls on a weekend, the weekday
/// kept in its place stands here. Compared with the Python package `holidays` 0.109.
#[rustfmt::skip]
const BANK_HOLIDAYS: &[Date] = &[
    date(2012, 1, 2), date(2012, 4, 6), date(2012, 4, 9), date(2012, 5, 7), date(2012, 6, 4),
    date(2012, 6, 5), date(2012, 8, 27), date(2012, 12, 25), date(2012, 12, 26),
    date(2013, 1, 1), date(2013, 3, 29), date(2013, 4, 1), date(2013, 5, 6), date(2013, 5, 27),
    date(2013, 8, 26), date(2013, 12, 25), date(2013, 12, 26),
    date(2014, 1, 1), date(2014, 4, 18), date(2014, 4, 21), date(2014, 5, 5), date(2014, 5, 26),
    date(2014, 8, 25), date(2014, 12, 25), date(2014, 12, 26),
    date(2015, 1, 1), date(2015, 4, 3), date(2015, 4, 6), date(2015, 5, 4), date(2015, 5, 25),
    date(2015, 8, 31), date(2015, 12, 25), date(2015, 12, 28),
    date(2016, 1, 1), date(2016, 3, 25), date(2016, 3, 28), date(2016, 5, 2), date(2016, 5, 30),
    date(2016, 8, 29), date(2016, 12, 26), date(2016, 12, 27),
    date(2017, 1, 2), date(2017, 4, 14), date(2017, 4, 17), date(2017, 5, 1), date(2017, 5, 29),
    date(2017, 8, 28), date(2017, 12, 25), date(2017, 12, 26),
    date(2018, 1, 1), date(2018, 3, 30), date(2018, 4, 2), date(2018, 5, 7), date(2018, 5, 28),
    date(2018, 8, 27), date(2018, 12, 25), date(2018, 12, 26),
    date(2019, 1, 1), date(2019, 4, 19), date(2019, 4, 22), date(2019, 5, 6), date(2019, 5, 27),
    date(2019, 8, 26), date(2019, 12, 25), date(2019, 12, 26),
    date(2020, 1, 1), date(2020, 4, 10), date(2020, 4, 13), date(2020, 5, 8), date(2020, 5, 25),
    date(2020, 8, 31), date(2020, 12, 25), date(2020, 12, 28),
    date(2021, 1, 1), date(2021, 4, 2), date(2021, 4, 5), date(2021, 5, 3), date(2021, 5, 31),
    date(2021, 8, 30), date(2021, 12, 27), date(2021, 12, 28),
    date(2022, 1, 3), date(2022, 4, 15), date(2022, 4, 18), date(2022, 5, 2), date(2022, 6, 2),
    date(2022, 6, 3), date(2022, 8, 29), date(2022, 9, 19), date(2022, 12, 26), date(2022, 12, 27),
    date(2023, 1, 2), date(2023, 4, 7), date(2023, 4, 10), date(2023, 5, 1), date(2023, 5, 8),
    date(2023, 5, 29), date(2023, 8, 28), date(2023, 12, 25), date(2023, 12, 26),
    date(2024, 1, 1), date(2024, 3, 29), date(2024, 4, 1), date(2024, 5, 6), date(2024, 5, 27),
    date(2024, 8, 26), date(2024, 12, 25), date(2024, 12, 26),
    date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 5), date(2025, 5, 26),
    date(2025, 8, 25), date(2025, 12, 25), date(2025, 12, 26),
    date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25),
    date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28),
    date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 3), date(2027, 5, 31),
    date(2027, 8, 30), date(2027, 12, 27), date(2027, 12, 28),
    date(2028, 1, 3), date(2028, 4, 14), date(2028, 4, 17), date(2028, 5, 1), date(2028, 5, 29),
    date(2028, 8, 28), date(2028, 12, 25), date(2028, 12, 26),
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn after(from: &str, count: u32, unit: Unit) -> String {
        due(from.parse().unwrap(), Period { count, unit }).unwrap().to_string()
    }

    #[test]
    fn months_end_with_the_month() {
        assert_eq!(after("2022-03-31", 1, Unit::Month), "2022-04-30");
        assert_eq!(after("2020-01-31", 1, Unit::Month), "2020-02-29");
        assert_eq!(after("2021-11-30", 3, Unit::Month), "2022-02-28");
        assert_eq!(after("2020-02-29", 1, Unit::Year), "2021-02-28");
    }

    #[test]
    fn days_and_weeks_are_plain() {
        assert_eq!(after("2022-03-31", 28, Unit::Day), "2022-04-28");
        assert_eq!(after("2022-03-31", 4, Unit::Week), "2022-04-28");
        assert_eq!(after("2022-03-31", 0, Unit::WorkingDay), "2022-03-31");
    }

    #[test]
    fn working_days_leave_out_weekends_and_bank_holidays() {
        assert_eq!(after("2019-08-21", 20, Unit::WorkingDay), "2019-09-19");
        assert_eq!(after("2018-12-13", 20, Unit::WorkingDay), "2019-01-15");
        assert_eq!(after("2022-06-01", 1, Unit::WorkingDay), "2022-06-06");
        assert_eq!(after("2022-09-16", 1, Unit::WorkingDay), "2022-09-20");
        assert_eq!(after("2023-05-05", 1, Unit::WorkingDay), "2023-05-09");
        assert_eq!(after("2021-12-24", 1, Unit::WorkingDay), "2021-12-29");
    }

    #[test]
    fn no_date_where_none_can_be_known() {
        let end = date(2028, 12, 28);
        let days = |count| due(end, Period { count, unit: Unit::WorkingDay });
        assert_eq!(days(1), Ok(date(2028, 12, 29)));
        assert_eq!(days(2), Err(CalendarError::NoBankHolidays { year: 2029 }));
        assert_eq!(days(u32::MAX), Err(CalendarError::NoBankHolidays { year: 2029 }));
        for unit in [Unit::Day, Unit::Week, Unit::Month, Unit::Year] {
            assert_eq!(due(end, Period { count: u32::MAX, unit }), Err(CalendarError::OutOfRange));
        }
    }

    #[test]
    fn the_table_is_whole_and_in_order() {
        assert!(BANK_HOLIDAYS.is_sorted());
        for year in BANK_HOLIDAY_YEARS {
            let of_year: Vec<_> = BANK_HOLIDAYS.iter().filter(|day| day.year() == year).collect();
            // Eight a year. The specials are the jubilees of 2012 and 2022, the funeral of 2022, the coronation of 2023;
            // a New Year's Day on a Saturday is kept in the same year.
            let expected = match year {
                2012 | 2023 => 9,
                2022 => 10,
                _ => 8,
            };
            assert_eq!(of_year.len(), expected, "{year}");
            assert!(of_year.iter().all(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)), "{year}");
        }
    }
}
