/// Numbers as a reader sees them, the same on every machine: no locale, no library's choice of rounding.
///
/// A `Double` is rounded half away from zero *as its shortest decimal reads*, so 0.285 gives "0.29" with two
/// digits although the binary value lies a hair below. That is what a person checking by hand gets.
package enum NumberText {
  /// The minus sign of prose and tables, as wide as a plus.
  static let minus = "\u{2212}"

  /// A whole number with a comma at each thousand: "24,918".
  package static func grouped(_ value: Int) -> String {
    grouped(digits: String(value.magnitude), sign: value < 0 ? minus : "")
  }

  /// A number with exactly `digits` decimals, grouped: "1,204.50"; "–" for what is not a number.
  package static func fixed(_ value: Double, _ digits: Int) -> String {
    guard let decimal = Decimal(value) else { return "–" }
    let rounded = decimal.rounded(to: digits)
    return text(of: rounded, digits, sign: rounded.isNegative ? minus : "")
  }

  /// Like `fixed`, with a plus where it is above zero: "+4.1", "−0.3", "0.0".
  package static func signed(_ value: Double, _ digits: Int) -> String {
    guard let decimal = Decimal(value) else { return "–" }
    let rounded = decimal.rounded(to: digits)
    return text(of: rounded, digits, sign: rounded.isZero ? "" : rounded.isNegative ? minus : "+")
  }

  /// A share 0…1 as a percentage: 0.0934 gives "9.3%".
  package static func percent(_ share: Double, _ digits: Int = 1) -> String {
    // Shifting the decimal, not multiplying: 0.285 × 100 is 28.499999999999996.
    guard var decimal = Decimal(share) else { return "–" }
    decimal.point += 2
    let rounded = decimal.rounded(to: digits)
    return text(of: rounded, digits, sign: rounded.isNegative ? minus : "") + "%"
  }

  /// A number for machines: at most `digits` decimals, no trailing zeros, no grouping, "-" for minus: "0.12";
  /// `nil` for what is not a number.
  package static func machine(_ value: Double, _ digits: Int = 4) -> String? {
    guard let decimal = Decimal(value) else { return nil }
    var (whole, part) = decimal.rounded(to: digits).split(digits)
    while part.last == "0" { part.removeLast() }
    if !part.isEmpty { whole += "." + part }
    return decimal.rounded(to: digits).isNegative ? "-" + whole : whole
  }

  private static func text(of rounded: Decimal, _ digits: Int, sign: String) -> String {
    let (whole, part) = rounded.split(digits)
    return grouped(digits: whole, sign: sign) + (part.isEmpty ? "" : "." + part)
  }

  private static func grouped(digits: String, sign: String) -> String {
    var result = sign
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += "," }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return result
  }
}

/// A number's shortest decimal: 0.0934 is digits 9 3 4 with the point at −1.
private struct Decimal {
  /// Digits 0…9 without leading zeros; empty for zero.
  var digits: [UInt8]
  /// Where the point stands, counted from before the first digit.
  var point: Int
  var isNegative: Bool

  /// - Complexity: O(n) in the digits that `Double.description` writes, at most 17 and an exponent.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    digits = []
    isNegative = value < 0
    var exponent = 0
    var pointAt: Int?
    var text = value.magnitude.description.utf8[...]
    if let e = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(Substring(text[text.index(after: e)...])) ?? 0
      text = text[..<e]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") {
        pointAt = digits.count
      } else {
        digits.append(byte &- UInt8(ascii: "0"))
      }
    }
    point = (pointAt ?? digits.count) + exponent
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    if digits.isEmpty { point = 0 }
  }

  var isZero: Bool { digits.isEmpty }

  /// The value to `places` decimals, half away from zero; a negative that becomes zero loses its sign.
  func rounded(to places: Int) -> Decimal {
    var result = self
    let kept = point + places
    if kept < digits.count {
      let roundsUp = kept >= 0 && digits[kept] >= 5
      result.digits = Array(digits.prefix(max(kept, 0)))
      if roundsUp {
        var at = result.digits.count - 1
        while at >= 0, result.digits[at] == 9 {
          result.digits[at] = 0
          at -= 1
        }
        if at >= 0 {
          result.digits[at] += 1
        } else {
          result.digits.insert(1, at: 0)
          result.point += 1
        }
      }
      while result.digits.last == 0 { result.digits.removeLast() }
    }
    if result.digits.isEmpty {
      result.point = 0
      result.isNegative = false
    }
    return result
  }

  /// Digits before the point (at least one) and exactly `places` after it, of a rounded value.
  func split(_ places: Int) -> (whole: String, part: String) {
    func digit(_ at: Int) -> Character {
      digits.indices.contains(at) ? Character(Unicode.Scalar(digits[at] + UInt8(ascii: "0"))) : "0"
    }
    let whole = point > 0 ? String((0..<point).map(digit)) : "0"
    return (whole, String((0..<max(places, 0)).map { digit(point + $0) }))
  }
}
