private import Tickets

/// How a sheet shows a number, as far as it makes a difference to what is meant: dates are numbers of days.
enum NumberStyle: Equatable {
  case number, date, dateAndTime, time
  /// Hours that may be more than 24.
  case duration

  // MARK: Formats

  /// The styles that cells name by number, from the part that lists them.
  static func all(
    in part: String, of archive: WorkbookArchive
  ) throws(ImportError) -> [NumberStyle] {
    var formats: [Int: NumberStyle] = [:]
    var styles: [NumberStyle] = []
    var isInCellFormats = false
    var element = WorkbookArchive.Name.other
    var format = 0
    _ = try archive.read(part) { (event) throws(ImportError) in
      switch event {
      case .start(let name):
        element = name
        if name == .cellFormats { isInCellFormats = true }
        if name == .format && isInCellFormats { styles.append(.number) }
      case .end(.cellFormats): isInCellFormats = false
      case .attribute(.numberFormatID, let value):
        format = Int(String(decoding: value, as: UTF8.self)) ?? 0
        if element == .format && isInCellFormats && !styles.isEmpty {
          styles[styles.count - 1] = formats[format] ?? NumberStyle(builtIn: format)
        }
      case .attribute(.formatCode, let value) where element == .numberFormat:
        formats[format] = NumberStyle(formatCode: String(decoding: value, as: UTF8.self))
      default: break
      }
    }
    return styles
  }

  /// The style of a format that files need not spell out. ECMA-376 part 1, 18.8.30 (numFmt).
  init(builtIn format: Int) {
    switch format {
    case 14...17, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35, 45, 47: self = .time
    case 22: self = .dateAndTime
    case 46: self = .duration
    default: self = .number
    }
  }

  /// The style of a format's code: `yyyy\-mm\-dd hh:mm`, `[h]:mm`, `0.00 "m²"`.
  init(formatCode: String) {
    var letters = Set<Character>()
    var isElapsed = false
    var rest = formatCode.lowercased()[...]
    scan: while let next = rest.popFirst() {
      switch next {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          isElapsed = true
        }
        rest = rest.dropFirst(inside.count + 1)
      case ";": break scan  // for negative numbers and others
      default: letters.insert(next)
      }
    }
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDate =
      letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime && !isElapsed)
    switch (hasDate, hasTime, isElapsed) {
    case (_, _, true): self = .duration
    case (true, true, _): self = .dateAndTime
    case (true, false, _): self = .date
    case (false, true, _): self = .time
    default: self = .number
    }
  }

  // MARK: Values

  /// A cell's number as text: dates as `2026-01-05` or `2026-01-05 10:00:00`, times as `10:00:00`, whole numbers
  /// without an exponent, and others as they stand.
  func text(_ number: String, startsIn1904: Bool) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    // The last day is 9999-12-31.
    if self != .number, value >= 0, value < 2_958_466 {
      return moment(value, startsIn1904: startsIn1904)
    }
    if number.contains(where: { $0 == "E" || $0 == "e" || $0 == "." }), let whole = Int(exactly: value),
      whole.magnitude < 1_000_000_000_000_000_000
    {
      return String(whole)
    }
    return number
  }

  private func moment(_ days: Double, startsIn1904: Bool) -> String {
    let seconds = Int64((days * 86_400).rounded())
    if self == .duration {
      return "\(seconds / 3600):\(Self.padded(seconds / 60 % 60)):\(Self.padded(seconds % 60))"
    }
    let time =
      Self.padded(seconds / 3600 % 24) + ":" + Self.padded(seconds / 60 % 60) + ":"
      + Self.padded(seconds % 60)
    if self == .time { return time }
    // Excel's first year, 1900, has a 29th of February, number 60, which keeps its place here as the 28th's
    // double; before it the numbers are those of days from one day later on.
    let isBeforeLeapDay = !startsIn1904 && days < 60
    let epoch =
      startsIn1904
      ? Timestamp(year: 1904, month: 1, day: 1)
      : Timestamp(year: 1899, month: 12, day: isBeforeLeapDay ? 31 : 30)
    let date = String(epoch.adding(seconds: seconds).iso8601.prefix(10))
    return self == .date ? date : date + " " + time
  }

  private static func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
