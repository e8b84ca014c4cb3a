import Tickets

/// An observation as bytes, to be kept from run to run.
///
/// All but what a table or a run gives meaning to: the codes of priority, category, group, assignee and the teams that
/// replied, and the hash of the requester. Bits of rules stand in the order of the rule set, which whoever keeps the bytes must remember
/// beside them. Numbers are LEB128, signed ones zigzag (Protocol Buffers, "Encoding"): some 40 bytes a ticket.
extension Observation {
  /// The version of the form; the first byte. Form 1 ended without the reassignments of the whole life.
  private static let form: UInt8 = 2

  /// The bytes. - Complexity: O(1).
  public var packed: [UInt8] {
    var bytes = PackedNumbers()
    bytes.append(byte: Self.form)
    bytes.append(UInt64(Facts(self).bits))
    for time in [cutAt, reopenedAt, openedAt] { bytes.append(optional: time?.seconds) }
    for number in [requestWords, staffMessages, staffWords] { bytes.append(signed: Int64(number)) }
    bytes.append(optional: reassignments.map(Int64.init))
    bytes.append(byte: listeningLevel)
    for rules in [
      looked, found, foundTwice, foundThrice, looked ^ lookedFirmly, found ^ foundFirmly,
    ] {
      bytes.append(rules.low)
      bytes.append(rules.high)
    }
    bytes.append(sketch)
    for time in [secondsFromReply, secondsToClosing, secondsFromCutToClosing] {
      bytes.append(optional: time)
    }
    bytes.append(optional: reassignmentsEver.map(Int64.init))
    return bytes.bytes
  }

  /// Reads what ``packed`` wrote; `nil` for anything else. Times have a precision of seconds. - Complexity: O(1).
  public init?(packed: [UInt8]) {
    var bytes = PackedNumbers(packed)
    guard let form = bytes.byte(), (1...Self.form).contains(form), let bits = bytes.number(),
      let facts = UInt32(exactly: bits).map(Facts.init(bits:))
    else { return nil }
    self.init()
    exclusion = facts.exclusion
    source = facts.source
    reopenReason = facts.reopenReason
    isReopenedEver = facts.isReopenedEver
    sourcesDisagree = facts.sourcesDisagree
    hasSeveralReopens = facts.hasSeveralReopens
    isAsExported = facts.isAsExported
    isReassignedAfterReply = facts.isReassignedAfterReply
    isUnsatisfied = facts.isUnsatisfied
    cutAt = bytes.optional().map { Timestamp(seconds: $0) }
    reopenedAt = bytes.optional().map { Timestamp(seconds: $0) }
    openedAt = bytes.optional().map { Timestamp(seconds: $0) }
    requestWords = Int32(clamping: bytes.signed() ?? 0)
    staffMessages = Int32(clamping: bytes.signed() ?? 0)
    staffWords = Int32(clamping: bytes.signed() ?? 0)
    reassignments = bytes.optional().map { Int32(clamping: $0) }
    listeningLevel = bytes.byte() ?? 0
    looked = bytes.rules()
    found = bytes.rules()
    foundTwice = bytes.rules()
    foundThrice = bytes.rules()
    lookedFirmly = looked ^ bytes.rules()
    foundFirmly = found ^ bytes.rules()
    sketch = bytes.number() ?? 0
    secondsFromReply = bytes.optional()
    secondsToClosing = bytes.optional()
    secondsFromCutToClosing = bytes.optional()
    if form > 1 { reassignmentsEver = bytes.optional().map { Int32(clamping: $0) } }
    guard bytes.isWhole, listeningLevel <= 5 else { return nil }
  }
}

/// Numbers one after the other, small ones in few bytes. Reading past the end gives `nil` and is remembered.
private struct PackedNumbers {
  private(set) var bytes: [UInt8]
  private var place = 0
  private var isBroken = false

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Whether everything was read, and nothing more than there is.
  var isWhole: Bool { !isBroken && place == bytes.count }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(signed number: Int64) { append(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }

  /// A byte says whether there is a number.
  mutating func append(optional number: Int64?) {
    bytes.append(number == nil ? 0 : 1)
    if let number { append(signed: number) }
  }

  mutating func byte() -> UInt8? {
    guard place < bytes.count else {
      isBroken = true
      return nil
    }
    place += 1
    return bytes[place - 1]
  }

  mutating func number() -> UInt64? {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = byte() else { return nil }
      if shift == 63 && byte > 1 { break }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    isBroken = true
    return nil
  }

  mutating func signed() -> Int64? {
    number().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
  }

  mutating func optional() -> Int64? {
    switch byte() {
    case 1: return signed()
    case 0: return nil
    default:
      isBroken = true
      return nil
    }
  }

  mutating func rules() -> RuleBits {
    let low = number() ?? 0
    return RuleBits(low: low, high: number() ?? 0)
  }
}
