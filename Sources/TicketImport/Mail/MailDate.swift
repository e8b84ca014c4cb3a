import Tickets

/// Dates as mail writes them.
enum MailDate {
  /// The moment that a `Date` field names (RFC 5322, section 3.3, obsolete forms included), or the end of an mbox
  /// separator (`Mon Mar  2 07:30:00 2026`); `nil` if there is none to be read. Without a zone it is UTC.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: (hour: Int, minute: Int, second: Int?)?
    var zone: Int?
    for word in words(bytes) {
      if let found = clock(word) {
        time = time ?? found
      } else if let minutes = offset(word), time != nil {
        zone = zone ?? minutes
      } else if let number = ASCII.number(word) {
        if word.count <= 2 && day == nil {
          day = number
        } else if year == nil {
          year = century(number, word.count)
        }
      } else if month == nil, word.count >= 3,
        let index = months.firstIndex(of: ASCII.lowercased(word.prefix(3)))
      {
        month = index + 1
      }
    }
    guard let day, let month, let year, let time, (1900...9999).contains(year), (1...31).contains(day) else {
      return nil
    }
    let local = Timestamp(
      year: year, month: month, day: day, hour: time.hour, minute: time.minute,
      second: min(time.second ?? 0, 59),
      precision: time.second == nil ? .minute : .second)
    guard local.civil.day == day else { return nil }  // the 31st of a month of 30 days
    return local.adding(seconds: Int64(-60 * (zone ?? 0)))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Words between spaces, commas and hyphens within a date; comments in parentheses are left out.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var depth = 0
    for (index, byte) in zip(bytes.indices, bytes) {
      // A hyphen parts "02-Mar-2026" and begins "-0500".
      let parts =
        ASCII.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
        || byte == UInt8(ascii: ")") || (byte == UInt8(ascii: "-") && start != nil)
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      if parts || depth > 0 {
        if let start { words.append(bytes[start..<index]) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let start { words.append(bytes[start...]) }
    return words
  }

  private static func clock(_ word: ArraySlice<UInt8>) -> (hour: Int, minute: Int, second: Int?)? {
    let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = ASCII.number(parts[0]),
      let minute = ASCII.number(parts[1]), hour < 24, minute < 60
    else { return nil }
    guard parts.count == 3 else { return (hour, minute, nil) }
    // Some write fractions of a second.
    guard let second = ASCII.number(parts[2].prefix { $0 != UInt8(ascii: ".") }), second <= 60 else {
      return nil
    }
    return (hour, minute, second)
  }

  /// A zone in minutes east of Greenwich: `+0130`, `-05:00`, or one of the names of RFC 822.
  private static func offset(_ word: ArraySlice<UInt8>) -> Int? {
    if let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      guard let number = ASCII.number(word.dropFirst().filter { $0 != UInt8(ascii: ":") }), number < 2400
      else {
        return nil
      }
      let minutes = number / 100 * 60 + number % 100
      return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
    return switch ASCII.lowercased(word) {
    case "z", "ut", "utc", "gmt": 0
    case "edt": -4 * 60
    case "est", "cdt": -5 * 60
    case "cst", "mdt": -6 * 60
    case "mst", "pdt": -7 * 60
    case "pst": -8 * 60
    // Not in RFC 822, but written, and with one meaning in mail.
    case "cet": 60
    case "cest": 120
    default: nil
    }
  }

  /// Years of two and three digits as RFC 5322, section 4.3, has them.
  private static func century(_ year: Int, _ digits: Int) -> Int {
    switch digits {
    case 2: year < 50 ? 2000 + year : 1900 + year
    case 3: 1900 + year
    default: year
    }
  }
}
