internal import Tickets

/// In which order a date in digits gives day and month, where the year comes last.
public enum DateOrder: String, Sendable, CaseIterable {
  /// 31/12/2026.
  case dayFirst = "dmy"
  /// 12/31/2026.
  case monthFirst = "mdy"
}

/// A date, and perhaps a time of day, as it was written: before anybody decided in which order day and month
/// stand and in which zone it is.
///
/// Read by hand from bytes, without a formatter and without allocation. What is understood:
///
///     2026-03-01  2026-03-01T09:15:00Z  2026-03-01 09:15:00.123 +0100  2026/03/01 9:15
///     31/12/2026 09:15  31-12-2026  31.12.26 09:15  12/31/2026 9:15:07 PM      order open, but not with points
///     30/Jun/25 9:54 AM  19-Aug-2026 20:13:14  5 Sep 2024 16:12  Sep 5, 2024 4:12 PM
///     Thu, 5 Sep 2024 16:12:18 +0100  Tue Sep 22 12:06:29 2015
///     20260301  20260301091500  1709284500  1709284500123                      epoch seconds, milliseconds
///
/// with the names of months in English, German, French, Spanish, Portuguese, Italian and Dutch.
struct WrittenDate: Equatable {
  /// The year, of two digits 1970…2069.
  var year = 0
  /// The month, or the first number where the order is open.
  var month = 0
  /// The day, or the second number where the order is open.
  var day = 0
  /// Whether day and month may stand either way.
  var isOrderOpen = false
  /// Seconds from midnight.
  var secondOfDay = 0
  /// How much was written.
  var precision = Timestamp.Precision.day
  /// Seconds east of UTC; `nil` where nothing was said.
  var offset: Int?

  /// The moment, given what was decided for the whole column; `nil` where there is no such day.
  func timestamp(order: DateOrder, zone: ZoneRules) -> Timestamp? {
    let swap = isOrderOpen && order == .dayFirst
    let month = swap ? day : self.month
    let day = swap ? self.month : self.day
    guard month >= 1, month <= 12, day >= 1, day <= Self.days(inMonth: month, year: year) else { return nil }
    let local = Timestamp(year: year, month: month, day: day, precision: precision)
      .adding(seconds: Int64(secondOfDay))
    if let offset { return local.adding(seconds: Int64(-offset)) }
    return zone.moment(local: local)
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: - Reading

extension WrittenDate {
  /// Reads a field that holds a date and nothing else but white space around it.
  init?(_ text: Span<UInt8>) {
    let range = text.trimmedRange
    guard range.count >= 6, range.count <= 48 else { return nil }
    let text = text.extracting(range)
    var i = 0
    if text[0].isASCIIDigit {
      guard readFromDigits(text, &i) else { return nil }
    } else {
      guard readFromWord(text, &i) else { return nil }
    }
    guard i == text.count else { return nil }
  }

  /// `2026-…`, `31/…`, `5 Sep …`, `1709284500`.
  private mutating func readFromDigits(_ text: Span<UInt8>, _ i: inout Int) -> Bool {
    guard let (first, digits) = Self.number(text, &i, atMost: 14) else { return false }
    if digits > 4 {
      // Seconds since 1970 may have a fraction.
      if i < text.count, digits == 10, text[i] == .dot {
        i += 1
        while i < text.count, text[i].isASCIIDigit { i += 1 }
      }
      return i == text.count && readRun(first, digits: digits)
    }
    guard i < text.count else { return false }
    let separator = text[i]
    if digits == 4 {
      guard separator == .dash || separator == .slash || separator == .dot else { return false }
      i += 1
      year = first
      guard let (month, _) = Self.number(text, &i, atMost: 2), i < text.count, text[i] == separator
      else { return false }
      i += 1
      guard let (day, _) = Self.number(text, &i, atMost: 2) else { return false }
      self.month = month
      self.day = day
      return readTime(text, &i)
    }
    guard digits <= 2 else { return false }
    i += 1
    if separator == .dot { Self.skipSpaces(text, &i) }
    guard i < text.count else { return false }
    if text[i].isASCIIDigit {
      guard separator == .dash || separator == .slash || separator == .dot,
        let (second, secondDigits) = Self.number(text, &i, atMost: 2), secondDigits <= 2,
        i < text.count, text[i] == separator
      else { return false }
      i += 1
      if separator == .dot { Self.skipSpaces(text, &i) }
      // Points are written day first wherever they are used.
      isOrderOpen = separator != .dot
      month = separator == .dot ? second : first
      day = separator == .dot ? first : second
      if month > 12 && day > 12 { return false }
    } else {
      guard let month = Self.month(text, &i) else { return false }
      self.month = month
      day = first
      guard i < text.count, text[i] == separator || text[i] == .space else { return false }
      i += 1
    }
    return readYear(text, &i) && readTime(text, &i)
  }

  /// `Thu, 5 Sep 2024 …`, `Sep 5, 2024 …`, `Tue Sep 22 12:06:29 2015`.
  private mutating func readFromWord(_ text: Span<UInt8>, _ i: inout Int) -> Bool {
    var monthAt = i
    if let month = Self.month(text, &monthAt), monthAt < text.count, text[monthAt] == .space {
      i = monthAt
      self.month = month
    } else {
      // A day of the week: its name adds nothing.
      var letters = 0
      while i < text.count, text[i].isASCIILetter || text[i] >= 0x80 {
        i += 1
        letters += 1
      }
      guard letters >= 2, letters <= 12, i < text.count else { return false }
      if text[i] == .dot { i += 1 }
      if i < text.count, text[i] == .comma { i += 1 }
      Self.skipSpaces(text, &i)
      guard i < text.count else { return false }
      if text[i].isASCIIDigit { return readFromDigits(text, &i) }
      guard let month = Self.month(text, &i) else { return false }
      self.month = month
    }
    Self.skipSpaces(text, &i)
    guard let (day, _) = Self.number(text, &i, atMost: 2), i < text.count else { return false }
    self.day = day
    if text[i] == .comma { i += 1 }
    Self.skipSpaces(text, &i)
    // The year stands before the time of day, or after it.
    var ahead = i
    if let (_, digits) = Self.number(text, &ahead, atMost: 4), digits <= 2, ahead < text.count,
      text[ahead] == .colon
    {
      guard readClock(text, &i) else { return false }
      Self.skipSpaces(text, &i)
      if i < text.count, !text[i].isASCIIDigit {
        guard readZone(text, &i) else { return false }
        Self.skipSpaces(text, &i)
      }
      return readYear(text, &i)
    }
    return readYear(text, &i) && readTime(text, &i)
  }

  /// A run of digits without separators.
  private mutating func readRun(_ value: Int, digits: Int) -> Bool {
    switch digits {
    case 8:
      (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
      return year >= 1900 && year < 2200
    case 10, 13:
      let moment = Timestamp(seconds: Int64(digits == 10 ? value : value / 1000))
      (year, month, day) = moment.civil
      secondOfDay = Int(moment.seconds % 86_400)
      precision = .second
      offset = 0
      return true
    case 14:
      let date = value / 1_000_000
      (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
      let (hour, minute, second) = (value / 10_000 % 100, value / 100 % 100, value % 100)
      secondOfDay = hour * 3600 + minute * 60 + min(second, 59)
      precision = .second
      return year >= 1900 && year < 2200 && hour < 24 && minute < 60 && second <= 60
    default:
      return false
    }
  }

  private mutating func readYear(_ text: Span<UInt8>, _ i: inout Int) -> Bool {
    guard let (value, digits) = Self.number(text, &i, atMost: 4), digits == 4 || digits == 2 else {
      return false
    }
    year = digits == 4 ? value : value < 70 ? 2000 + value : 1900 + value
    return true
  }

  /// What may follow a date: nothing, or a time of day with a zone.
  private mutating func readTime(_ text: Span<UInt8>, _ i: inout Int) -> Bool {
    if i == text.count { return true }
    if text[i] == .comma { i += 1 }
    if i < text.count, text[i] == UInt8(ascii: "T") || text[i] == UInt8(ascii: "t") {
      i += 1
    } else {
      let start = i
      Self.skipSpaces(text, &i)
      guard i > start else { return false }
    }
    guard readClock(text, &i) else { return false }
    Self.skipSpaces(text, &i)
    return i == text.count || readZone(text, &i)
  }

  /// `9:54`, `09:54:03.250`, `9:54 PM`, `9:54 p.m.`
  private mutating func readClock(_ text: Span<UInt8>, _ i: inout Int) -> Bool {
    guard var (hour, _) = Self.number(text, &i, atMost: 2), i < text.count, text[i] == .colon else {
      return false
    }
    i += 1
    guard let (minute, minuteDigits) = Self.number(text, &i, atMost: 2), minuteDigits == 2, minute < 60
    else { return false }
    var second = 0
    precision = .minute
    if i < text.count, text[i] == .colon {
      i += 1
      guard let (value, digits) = Self.number(text, &i, atMost: 2), digits == 2, value <= 60 else {
        return false
      }
      second = min(value, 59)  // a leap second counts as the one before it
      precision = .second
      if i + 1 < text.count, text[i] == .dot || text[i] == .comma, text[i + 1].isASCIIDigit {
        i += 1
        while i < text.count, text[i].isASCIIDigit { i += 1 }
      }
    }
    if let isAfternoon = Self.halfOfDay(text, &i) {
      guard hour >= 1, hour <= 12 else { return false }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24 else { return false }
    secondOfDay = hour * 3600 + minute * 60 + second
    return true
  }

  /// `Z`, `UTC`, `GMT+1`, `+01:00`, `-0800`, each with a comment such as `(CET)` after it.
  private mutating func readZone(_ text: Span<UInt8>, _ i: inout Int) -> Bool {
    if text[i] == UInt8(ascii: "Z") || text[i] == UInt8(ascii: "z") {
      i += 1
      offset = 0
    } else {
      if i + 3 <= text.count {
        let word = text.extracting(i..<i + 3)
        if word.equalsIgnoringCase("UTC") || word.equalsIgnoringCase("GMT") {
          i += 3
          offset = 0
        }
      }
      if i < text.count, text[i] == .plus || text[i] == .dash {
        let sign = text[i] == .dash ? -1 : 1
        i += 1
        guard let (value, digits) = Self.number(text, &i, atMost: 4) else { return false }
        var (hours, minutes) = digits > 2 ? (value / 100, value % 100) : (value, 0)
        if digits <= 2, i < text.count, text[i] == .colon {
          i += 1
          guard let (value, _) = Self.number(text, &i, atMost: 2) else { return false }
          minutes = value
        }
        guard hours <= 15, minutes < 60 else { return false }
        hours *= 3600
        offset = sign * (hours + minutes * 60)
      }
      guard offset != nil else { return false }
    }
    Self.skipSpaces(text, &i)
    if i < text.count, text[i] == UInt8(ascii: "("), text[text.count - 1] == UInt8(ascii: ")") {
      i = text.count
    }
    return true
  }
}

// MARK: - Parts

extension WrittenDate {
  /// Digits as a number and how many they were.
  private static func number(_ text: Span<UInt8>, _ i: inout Int, atMost limit: Int) -> (Int, Int)? {
    let start = i
    var value = 0
    while i < text.count, text[i].isASCIIDigit, i - start < limit {
      value = value * 10 + Int(text[i] & 15)
      i += 1
    }
    return i == start ? nil : (value, i - start)
  }

  private static func skipSpaces(_ text: Span<UInt8>, _ i: inout Int) {
    while i < text.count {
      if text[i] == .space {
        i += 1
      } else if text[i] == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 {
        i += 2  // U+00A0
      } else if text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x80, text[i + 2] == 0xAF {
        i += 3  // U+202F, before AM and PM in CLDR 42 and later
      } else {
        return
      }
    }
  }

  /// `AM`, `pm`, `a.m.`, `p. m.` after a time; `nil` and nothing read where there is none.
  private static func halfOfDay(_ text: Span<UInt8>, _ i: inout Int) -> Bool? {
    var j = i
    skipSpaces(text, &j)
    guard j < text.count else { return nil }
    let letter = text[j].asciiLowercased
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    j += 1
    if j < text.count, text[j] == .dot { j += 1 }
    skipSpaces(text, &j)
    guard j < text.count, text[j].asciiLowercased == UInt8(ascii: "m") else { return nil }
    j += 1
    if j < text.count, text[j] == .dot { j += 1 }
    i = j
    return letter == UInt8(ascii: "p")
  }

  /// The number of a month from its name, whole or cut short, with or without a point.
  private static func month(_ text: Span<UInt8>, _ i: inout Int) -> Int? {
    var j = i
    while j < text.count, text[j].isASCIILetter || text[j] >= 0x80 { j += 1 }
    guard j - i >= 3, j - i <= 12 else { return nil }
    var letters: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    var count = 0
    FoldedWord.fold(text.extracting(i..<j)) { letter in
      switch count {
      case 0: letters.0 = letter
      case 1: letters.1 = letter
      case 2: letters.2 = letter
      case 3: letters.3 = letter
      default: break
      }
      count += 1
    }
    guard count >= 3, let month = month(letters) else { return nil }
    if j < text.count, text[j] == .dot { j += 1 }
    i = j
    return month
  }

  private static func month(_ name: (UInt8, UInt8, UInt8, UInt8)) -> Int? {
    switch UInt32(name.0) << 16 | UInt32(name.1) << 8 | UInt32(name.2) {
    case pack("jan"), pack("ene"), pack("gen"): 1
    case pack("feb"), pack("fev"): 2
    case pack("mar"), pack("mrz"), pack("mrt"), pack("maa"): 3
    case pack("apr"), pack("avr"), pack("abr"): 4
    case pack("may"), pack("mai"), pack("mag"), pack("mei"): 5
    case pack("jun"), pack("giu"): 6
    case pack("jul"), pack("lug"): 7
    case pack("jui"): name.3 == UInt8(ascii: "n") ? 6 : 7
    case pack("aug"), pack("aou"), pack("ago"): 8
    case pack("sep"), pack("set"): 9
    case pack("oct"), pack("okt"), pack("ott"), pack("out"): 10
    case pack("nov"): 11
    case pack("dec"), pack("dez"), pack("dic"): 12
    default: nil
    }
  }

  /// Three ASCII letters as one number.
  @inline(__always)
  private static func pack(_ word: StaticString) -> UInt32 {
    let start = word.utf8Start
    return UInt32(start[0]) << 16 | UInt32(start[1]) << 8 | UInt32(start[2])
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let dash = UInt8(ascii: "-")
  fileprivate static let slash = UInt8(ascii: "/")
  fileprivate static let dot = UInt8(ascii: ".")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let colon = UInt8(ascii: ":")
  fileprivate static let plus = UInt8(ascii: "+")
}
