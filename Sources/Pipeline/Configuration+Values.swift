import Rules
import TicketImport
import Tickets

/// What texts of a configuration mean.
extension Configuration {
  /// yes or no.
  func flag(_ path: String) throws(YAMLError) -> Bool {
    switch text(path) {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default: throw fault(path, "yes or no is expected")
    }
  }

  /// A whole number.
  func number(_ path: String, in range: ClosedRange<Int>) throws(YAMLError) -> Int {
    guard let number = Int(text(path)), range.contains(number) else {
      throw fault(path, "a number from \(range.lowerBound) to \(range.upperBound) is expected")
    }
    return number
  }

  /// A number; `nil` where none is given and none holds.
  func decimal(_ path: String, above least: Double) throws(YAMLError) -> Double? {
    if text(path).isEmpty { return nil }
    guard let number = Double(text(path)), number > least, number.isFinite else {
      throw fault(path, "a number above \(least) is expected")
    }
    return number
  }

  /// A length of time in seconds; `nil` for “none” or “forever”.
  func duration(_ path: String) throws(YAMLError) -> Int64? {
    let text = text(path)
    if text == "none" || text == "forever" { return nil }
    guard let seconds = Self.seconds(text) else {
      throw fault(path, "a length of time such as 90 s, 5 min, 2 h, 14 days or 26 weeks is expected")
    }
    return seconds
  }

  /// "5 min", "400d", "26 weeks"; `nil` for anything else, or more than a century.
  static func seconds(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    let units: [(names: [String], seconds: Int64)] = [
      (["s", "sec", "second", "seconds"], 1), (["min", "minute", "minutes"], 60),
      (["h", "hour", "hours"], 3600),
      (["d", "day", "days"], 86_400), (["w", "week", "weeks"], 7 * 86_400),
    ]
    guard let number = Int64(digits), number <= 3_200_000_000,
      let length = units.first(where: { $0.names.contains(String(unit)) })?.seconds
    else { return nil }
    let (seconds, overflow) = number.multipliedReportingOverflow(by: length)
    return overflow || seconds > 36_600 * 86_400 ? nil : seconds
  }

  /// "12 %" as 0.12.
  static func share(_ text: some StringProtocol) -> Double? {
    let number = String(text.filter { $0 != " " })
    guard number.hasSuffix("%"), let percent = Double(number.dropLast()), (0...100).contains(percent) else {
      return nil
    }
    return percent / 100
  }

  /// A day; `nil` where none is given.
  func day(_ path: String) throws(YAMLError) -> Timestamp? {
    guard let item = given(path).first else { return nil }
    return try day(item)
  }

  func day(_ item: Item) throws(YAMLError) -> Timestamp {
    guard let day = Timestamp(day: item.text) else {
      throw fault(item, "“\(item.text)” is no day such as 2026-01-31")
    }
    return day
  }

  /// One of some words.
  func choice<T>(_ path: String, _ choices: KeyValuePairs<String, T>) throws(YAMLError) -> T {
    if let choice = choices.first(where: { $0.key == text(path) }) { return choice.value }
    throw fault(path, "one of \(choices.map(\.key).joined(separator: ", ")) is expected")
  }

  /// An error at a key, or, where the file doesn't give it, at the file.
  func fault(_ path: String, _ message: String) -> YAMLError {
    let message = "“\(path)”: \(message)"
    return given(path).first.map { fault($0, message) } ?? YAMLError(file: file, message: message)
  }
}
