internal import Glibc
internal import Tickets

/// One entry of a journal. Ranges are offsets in the bytes that were scanned.
struct JournalEntry {
  /// When it was written; `nil` for text before the first header.
  var date: WrittenDate?
  /// Who wrote it.
  var author: Range<Int>
  /// What its label says; `nil` without one.
  var visibility: Visibility?
  /// What was written, without the white space around it.
  var text: Range<Int>
}

/// Goes through a journal: all comments and work notes of a ticket in one field.
///
///     19-Aug-2026 20:13:14 - Ana Ruiz (Work notes)          header: date - author (label)
///     Restarted the spooler.
///
///     Still no luck, asking Print.                          a blank line is part of an entry
///
///     19-Aug-2026 19:55:01 - Joe (Infor) (Additional comments)
///     My printer is dead.
///
/// Jira's `30/Jun/25 9:54 AM;account;text`, one comment a field, is understood too.
///
/// Entries are told apart by their header lines and by nothing else. A header is a line with a full date and
/// time, ` - `, an author, and perhaps a label. Authors may contain parentheses: only a last pair that holds a
/// known label is one. A line without a label counts only after a blank line or at the very start, so that a
/// pasted log line ("2026-05-01 10:00:00 - service stopped") in the middle of a paragraph stays text.
/// Order is as found; sort by date.
struct JournalScanner {
  private let end: Int
  private var position: Int
  private var pending: Header?
  private var isStarted = false
  private var cell: JournalEntry?

  private struct Header {
    var date: WrittenDate
    var author: Range<Int>
    var visibility: Visibility?
    var line: Int
    var next: Int
  }

  /// Goes through the bytes of `range`.
  init(_ range: Range<Int>, of bytes: Span<UInt8>) {
    position = range.lowerBound
    end = range.upperBound
    cell = Self.cell(bytes, range)
  }

  /// The entry of a field that holds just one: a date, an account and a text with semicolons between.
  private static func cell(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JournalEntry? {
    guard range.count >= 12, bytes[range.lowerBound].isASCIIDigit else { return nil }
    let head = range.lowerBound..<min(range.lowerBound + 40, range.upperBound)
    guard let first = bytes.offset(of: UInt8(ascii: ";"), in: head),
      let date = WrittenDate(bytes.extracting(range.lowerBound..<first)),
      let second = bytes.offset(of: UInt8(ascii: ";"), in: first + 1..<min(first + 200, range.upperBound))
    else { return nil }
    return JournalEntry(
      date: date, author: trim(bytes, first + 1..<second), visibility: nil,
      text: trim(bytes, second + 1..<range.upperBound))
  }

  /// The next entry; `nil` at the end. The same bytes must be given at every call.
  mutating func next(_ bytes: Span<UInt8>) -> JournalEntry? {
    if let cell {
      self.cell = nil
      position = end
      isStarted = true
      return cell
    }
    if !isStarted {
      isStarted = true
      pending = header(bytes, at: position, afterBlank: true)
      if let pending {
        position = pending.next
      } else {
        let start = position
        pending = find(bytes)
        let text = Self.trim(bytes, start..<(pending?.line ?? end))
        if !text.isEmpty { return JournalEntry(date: nil, author: 0..<0, visibility: nil, text: text) }
      }
    }
    guard let header = pending else { return nil }
    let start = position
    pending = find(bytes)
    return JournalEntry(
      date: header.date, author: header.author, visibility: header.visibility,
      text: Self.trim(bytes, start..<(pending?.line ?? end)))
  }

  /// The first header after `position`, which is moved behind it.
  private mutating func find(_ bytes: Span<UInt8>) -> Header? {
    var isBlank = false
    while position < end {
      if bytes[position].isASCIIDigit, let found = header(bytes, at: position, afterBlank: isBlank) {
        position = found.next
        return found
      }
      let lineEnd = bytes.offset(of: UInt8(ascii: "\n"), in: position..<end) ?? end
      isBlank = lineEnd == position || (lineEnd == position + 1 && bytes[position] == UInt8(ascii: "\r"))
      position = min(lineEnd + 1, end)
    }
    return nil
  }

  /// Reads the line at `start` as a header.
  private func header(_ bytes: Span<UInt8>, at start: Int, afterBlank: Bool) -> Header? {
    // ` - ` is looked for where a date may end.
    var dash = start + 8
    let limit = min(end - 2, start + 48)
    while dash < limit {
      if bytes[dash] == UInt8(ascii: "\n") { return nil }
      if bytes[dash] == UInt8(ascii: "-"), bytes[dash - 1] == UInt8(ascii: " "),
        bytes[dash + 1] == UInt8(ascii: " ")
      {
        break
      }
      dash += 1
    }
    guard dash < limit, let date = WrittenDate(bytes.extracting(start..<dash - 1)), date.precision != .day
    else {
      return nil
    }
    let lineEnd = bytes.offset(of: UInt8(ascii: "\n"), in: dash..<end) ?? end
    var author = Self.trim(bytes, dash + 1..<lineEnd)
    guard !author.isEmpty, author.count <= Self.longestAuthor else { return nil }
    var visibility: Visibility?
    if bytes[author.upperBound - 1] == UInt8(ascii: ")") {
      var open = author.upperBound - 1
      while open > author.lowerBound, bytes[open] != UInt8(ascii: "(") { open -= 1 }
      if bytes[open] == UInt8(ascii: "("),
        let known = Self.labels[FoldedWord(bytes.extracting(open + 1..<author.upperBound - 1)).hash]
      {
        visibility = known
        author = Self.trim(bytes, author.lowerBound..<open)
      }
    }
    if visibility == nil && !afterBlank { return nil }
    return Header(
      date: date, author: author, visibility: visibility, line: start, next: min(lineEnd + 1, end))
  }

  /// Longer than any name with its label; log lines are longer.
  private static let longestAuthor = 120

  private static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    if range.isEmpty { return range.lowerBound..<range.lowerBound }
    let trimmed = bytes.extracting(range).trimmedRange
    return range.lowerBound + trimmed.lowerBound..<range.lowerBound + trimmed.upperBound
  }

  /// What stands in the last parentheses of a header, as ServiceNow has it in its languages.
  private static let labels: [UInt64: Visibility] = {
    var labels: [UInt64: Visibility] = [:]
    for name in [
      "Additional comments", "Additional comment", "Comments", "Comment", "Customer visible",
      "Additional comments (Customer visible)", "Zusätzliche Kommentare", "Weitere Kommentare",
      "Commentaires supplémentaires", "Commentaires additionnels", "Comentarios adicionales",
      "Comentários adicionais", "Commenti aggiuntivi", "Commenti supplementari", "Aanvullende opmerkingen",
      "Extra opmerkingen",
    ] { labels[FoldedWord(name).hash] = .public }
    for name in [
      "Work notes", "Work note", "Worknotes", "Internal", "Private", "Arbeitsnotizen", "Arbeitshinweise",
      "Notes de travail", "Notas de trabajo", "Notas de trabalho", "Note di lavoro", "Note sul lavoro",
      "Werknotities",
    ] { labels[FoldedWord(name).hash] = .internal }
    return labels
  }()
}

extension Span where Element == UInt8 {
  /// The offset of the first occurrence of an ASCII phrase, in its case, in a range; `nil` if there is none.
  ///
  /// - Complexity: O(n) where its first byte is rare.
  func offset(of phrase: StaticString, in range: Range<Int>) -> Int? {
    let length = phrase.utf8CodeUnitCount
    let letters = phrase.utf8Start
    var from = range.lowerBound
    while from + length <= range.upperBound,
      let found = offset(of: letters[0], in: from..<range.upperBound - length + 1)
    {
      var i = 1
      while i < length, self[found + i] == letters[i] { i += 1 }
      if i == length { return found }
      from = found + 1
    }
    return nil
  }

  /// The offset of the first `byte` in a range; `nil` if there is none. - Complexity: O(n), by `memchr`.
  func offset(of byte: UInt8, in range: Range<Int>) -> Int? {
    if range.isEmpty { return nil }
    return extracting(range).withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count) else {
        return nil
      }
      return range.lowerBound + (UnsafeRawPointer(found) - base)
    }
  }
}
