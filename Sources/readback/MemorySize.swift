/// Numbers of bytes as a user writes them: `1500000`, `512K`, `64M`, `1.5G`. K, M and G are powers of 1024, and may be
/// small letters and end with B or iB.
enum MemorySize {
  /// The number of bytes.
  ///
  /// - Returns: `nil` for what is no size, or none that a machine has.
  static func bytes(_ text: String) -> Int? {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let factors: [String: Double] = ["": 1, "k": 0x1p10, "m": 0x1p20, "g": 0x1p30]
    var unit = text.dropFirst(number.count).lowercased()
    if unit.count > 1, unit.hasSuffix("b") { unit.removeLast() }
    if unit.count > 1, unit.hasSuffix("i") { unit.removeLast() }
    guard let count = Double(number), count.isFinite, let factor = factors[unit], count * factor < 0x1p50
    else {
      return nil
    }
    return Int(count * factor)
  }
}
