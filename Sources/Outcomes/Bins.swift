/// Counts as small numbers: what models adjust for, and what is merged, are bins.
enum Bins {
  /// Bins of words: 0, then half-octaves (1, 2, 3, 4–5, 6–7, 8–11, 12–15, 16–22, …) up to 2¹⁵ words and more.
  static let words = 31
  /// Bins of messages: 0…19, then 20 and more.
  static let messages = 21
  /// Bins of reassignments: 0…3, then 4 and more, then not known.
  static let reassignments = 6
  /// The bin of reassignments that are not known.
  static let unknownReassignments: UInt8 = 5

  /// The half-octave of a number of words. Integers only: 2b + 1 + (words² ≥ 2^(2b+1)) with b = ⌊log₂ words⌋.
  static func words(_ count: Int32) -> UInt8 {
    guard count > 0 else { return 0 }
    let octave = 31 - count.leadingZeroBitCount
    if octave >= 15 { return UInt8(words - 1) }
    let isUpper = Int64(count) * Int64(count) >= (Int64(1) << Int64(2 * octave + 1))
    return UInt8(min(words - 1, 2 * octave + 1 + (isUpper ? 1 : 0)))
  }

  static func messages(_ count: Int32) -> UInt8 { UInt8(min(Int32(messages - 1), max(0, count))) }

  static func reassignments(_ count: Int32?) -> UInt8 {
    count.map { UInt8(min(4, max(0, $0))) } ?? unknownReassignments
  }

  /// What the bins of words stand for in a model: the logarithm, shifted and scaled to the size of the other
  /// columns.
  static let wordScores = (0..<words).map { (Double($0) - 12) / 6 }
  /// The same of messages: log₂ of one more.
  static let messageScores = (0..<messages).map { bin in
    var (count, log) = (Double(bin + 1), 0.0)
    while count >= 2 {
      count /= 2
      log += 1
    }
    // Linear between powers of two is near enough for a score, and needs no library.
    return (log + count - 1 - 1.5) / 1.5
  }
}
