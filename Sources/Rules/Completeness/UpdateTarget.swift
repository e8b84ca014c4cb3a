import Tickets

/// How long a requester may be left without a public word, by priority.
struct UpdateTarget: Equatable {
  /// Seconds that may go by.
  var seconds: Int64
  /// Whether they are counted round the clock or in hours of work.
  var isRoundTheClock: Bool
  /// As it is said to a reader.
  var words: String

  /// The target of a priority as tools write it: "1 - Critical", "P2", "High", "Sev 3", "4".
  ///
  /// P1 one hour and P2 four hours round the clock, P3 one and P4 three business days. `nil` for a priority that
  /// says nothing.
  init?(priority: ArraySlice<UInt8>, working: WorkingTime) {
    switch Self.rank(priority) {
    case 1: self.init(seconds: 3600, isRoundTheClock: true, words: "an hour")
    case 2: self.init(seconds: 4 * 3600, isRoundTheClock: true, words: "four hours")
    case 3: self.init(seconds: working.day, isRoundTheClock: false, words: "a business day")
    case 4: self.init(seconds: 3 * working.day, isRoundTheClock: false, words: "three business days")
    default: return nil
    }
  }

  private init(seconds: Int64, isRoundTheClock: Bool, words: String) {
    self.seconds = seconds
    self.isRoundTheClock = isRoundTheClock
    self.words = words
  }

  /// 1 for the most urgent … 4; `nil` if it can't be told.
  static func rank(_ priority: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: priority.prefix(40), as: UTF8.self).lowercased()
    // The number decides where there is one: "2 - High", "P2", "Sev-2".
    if let digit = text.first(where: \.isNumber)?.wholeNumberValue {
      return (1...5).contains(digit) ? min(digit, 4) : nil
    }
    let words: [(String, Int)] = [
      ("critical", 1), ("blocker", 1), ("urgent", 1), ("emergency", 1), ("highest", 1), ("high", 2),
      ("major", 2),
      ("medium", 3), ("moderate", 3), ("normal", 3), ("average", 3), ("standard", 3), ("lowest", 4),
      ("low", 4),
      ("minor", 4), ("trivial", 4), ("planning", 4),
    ]
    return words.first { text.contains($0.0) }?.1
  }
}
