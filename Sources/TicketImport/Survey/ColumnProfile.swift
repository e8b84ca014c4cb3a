internal import Tickets

/// What the values of a column look like, from the first rows of its table.
struct ColumnProfile: Sendable {
  /// Rows looked at.
  var rows = 0
  /// Values that are there.
  var filled = 0
  /// Values that are whole or decimal numbers.
  var numbers = 0
  /// Values that are dates.
  var dates = 0
  /// Of these, dates that may be day first or month first.
  var openDates = 0
  /// Of these, times of day without a zone.
  var zonelessTimes = 0
  /// Values that are links.
  var links = 0
  /// Values whose UTF-8 was read as Windows-1252 and written as UTF-8 again.
  var mojibake = 0
  /// Values with HTML in them.
  var markup = 0
  /// Values with `[code]` in them.
  var codeTags = 0
  /// Values with a line break, and values with one written as `\n`.
  var breaks = 0
  var escapedBreaks = 0
  /// Bytes of all values.
  var bytes = 0
  /// Hashes of the different values, up to a limit.
  private var seen: Set<UInt64> = []
  private static let limit = 4096

  /// Number of different values, at most a few thousand.
  var distinct: Int { seen.count }

  /// Looks at one value.
  mutating func add(_ value: Span<UInt8>) {
    rows += 1
    if value.isMissing { return }
    filled += 1
    bytes += value.count
    if value.decimalNumber != nil { numbers += 1 }
    if let date = WrittenDate(value) {
      dates += 1
      if date.isOrderOpen { openDates += 1 }
      if date.offset == nil && date.precision != .day { zonelessTimes += 1 }
    }
    if value.count > 8, value.count < 2048, Self.isLink(value) { links += 1 }
    if value.count >= 24 { lookAtText(value) }
    if seen.count < Self.limit { seen.insert(ContentHash.of(value)) }
  }

  /// Looks at how a longer text is written.
  private mutating func lookAtText(_ value: Span<UInt8>) {
    let head = value.extracting(0..<min(value.count, 4096))
    if head.offset(of: UInt8(ascii: "<"), in: 0..<head.count) != nil,
      head.withUnsafeBytes({ HTMLText.looksLikeHTML([UInt8]($0)[...]) })
    {
      markup += 1
    }
    if Self.holdsMojibake(head) { mojibake += 1 }
    if value.offset(of: "[code]", in: 0..<value.count) != nil { codeTags += 1 }
    if head.offset(of: UInt8(ascii: "\n"), in: 0..<head.count) != nil { breaks += 1 }
    if head.offset(of: "\\n", in: 0..<head.count) != nil { escapedBreaks += 1 }
  }

  /// Whether a text holds `Ã` or `Â` before a character of U+0080…U+00BF, as "Ã¤" for "ä" does, or "â€" as for a
  /// quotation mark: no language writes so.
  private static func holdsMojibake(_ text: Span<UInt8>) -> Bool {
    var from = 0
    while let at = text.offset(of: 0xC3, in: from..<text.count), at + 3 < text.count {
      let isLetter = text[at + 1] == 0x83 || text[at + 1] == 0x82
      if isLetter, text[at + 2] == 0xC2, text[at + 3] & 0xC0 == 0x80 { return true }
      // U+00E2 U+20AC
      if text[at + 1] == 0xA2, text[at + 2] == 0xE2, text[at + 3] == 0x82 { return true }
      from = at + 1
    }
    return false
  }

  /// What has to be undone in the column's texts: HTML where it is common, `\n` where no text has a real line break.
  var repairs: TextRepair {
    var repairs: TextRepair = []
    if codeTags == 0, markup * 5 >= max(filled, 1) { repairs.insert(.html) }
    if codeTags > 0 { repairs.insert(.codeTags) }
    if breaks == 0, escapedBreaks > 0 { repairs.insert(.escapedBreaks) }
    return repairs
  }

  /// Why the column can't be `field`; `nil` if it can. A column without values may be anything.
  func objection(to field: Field) -> String? {
    if filled == 0 { return nil }
    switch field {
    case _ where field.isDate:
      return most(dates) ? nil : "its values are not dates"
    case .reopenCount, .reassignments, .changeNumber:
      return most(numbers) ? nil : "its values are not numbers"
    case .comments, .workNotes, .journal, .messageText:
      return most(numbers) ? "its values are numbers" : most(dates) ? "its values are dates" : nil
    case .description, .summary:
      return most(numbers) && distinct > 1 ? "its values are numbers" : nil
    case .url:
      return most(links) ? nil : "its values are not links"
    case .id:
      return filled * 2 < rows ? "most rows have no value in it" : most(dates) ? "its values are dates" : nil
    case .csat:
      return most(numbers) || distinct <= 8 ? nil : "its values are neither numbers nor a few words"
    default:
      return nil
    }
  }

  /// Whether the values are a few short words over and over: codes ("Fixed", "Duplicate"), not texts.
  var holdsCodes: Bool {
    filled >= 5 && bytes < filled * 40 && distinct <= max(8, filled / 8)
  }

  private func most(_ count: Int) -> Bool { count * 10 >= filled * 9 }

  private static func isLink(_ value: Span<UInt8>) -> Bool {
    let start = value.trimmedRange
    guard start.count > 8 else { return false }
    let head = value.extracting(start.lowerBound..<start.lowerBound + 7)
    return head.equalsIgnoringCase("http://") || head.equalsIgnoringCase("https:/")
  }
}
