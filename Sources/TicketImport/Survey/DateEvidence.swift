/// What the dates of a table say about the order of day and month.
struct DateEvidence: Sendable {
  /// Dates whose order is open.
  var open = 0
  /// Of these, dates that can only be day first: 31/12.
  var dayFirst = 0
  /// Of these, dates that can only be month first: 12/31.
  var monthFirst = 0
  /// Of these, dates that are the same either way: 7/7.
  var same = 0
  /// An example of an open date: its two numbers.
  var example: (Int, Int) = (0, 0)

  /// Looks at one date.
  mutating func add(_ date: WrittenDate) {
    guard date.isOrderOpen else { return }
    open += 1
    // `month` holds the first number while the order is open.
    if date.month > 12 {
      dayFirst += 1
    } else if date.day > 12 {
      monthFirst += 1
    } else if date.month == date.day {
      same += 1
    } else {
      example = (date.month, date.day)
    }
  }

  /// Adds what another table's dates say.
  mutating func merge(_ other: DateEvidence) {
    open += other.open
    dayFirst += other.dayFirst
    monthFirst += other.monthFirst
    same += other.same
    if example == (0, 0) { example = other.example }
  }

  /// The order that the dates prove; `nil` if they prove none or both.
  var proven: DateOrder? {
    switch (dayFirst > 0, monthFirst > 0) {
    case (true, false): .dayFirst
    case (false, true): .monthFirst
    default: nil
    }
  }
}
