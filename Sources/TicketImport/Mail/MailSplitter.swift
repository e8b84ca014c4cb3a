/// Cuts a file into messages, keeping no more than one of them in memory.
///
/// In an mbox a line parts messages if it looks like `From address date`, and comes after a blank line or
/// before a header field (writers that forget the blank line are common, writers that forget both are not).
struct MailSplitter {
  /// Where a message stands in the file.
  struct Place {
    var line: Int
    var offset: Int64
    var length: Int64
    var isCut: Bool
  }

  private let format: MailFormat
  private let limit: Int
  private let next: () throws(ImportError) -> ArraySlice<UInt8>

  /// What was read and not given out yet, and where that begins in the file.
  private var window: [UInt8] = []
  private var windowOffset: Int64 = 0
  /// In the window: start of the message, start of the line that is looked at, and up to where it has no end.
  private var start = 0
  private var lineStart = 0
  private var searched = 0
  private var line = 1
  private var messageLine = 1
  private var messageOffset: Int64 = 0
  private var followsBlank = true
  /// Whether the line began before `lineStart`, its beginning being dropped already.
  private var isContinued = false
  /// The beginning of a message that is too long.
  private var head: [UInt8]?
  private var isAtEnd = false

  init(
    _ format: MailFormat, limit: Int, next: @escaping () throws(ImportError) -> ArraySlice<UInt8>
  ) {
    self.format = format
    self.limit = limit
    self.next = next
  }

  /// Fills `message` with the bytes of the next one, its separator included; `nil` at the end.
  mutating func read(into message: inout [UInt8]) throws(ImportError) -> Place? {
    while true {
      while let end = lineEnd() {
        if lineStart > start || head != nil {
          guard let parts = isSeparator(lineStart..<end) else { break }  // the next line has to be seen too
          if parts, let place = give(upTo: lineStart, to: &message) { return place }
        }
        let isBlank = window[lineStart..<end].allSatisfy {
          $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        followsBlank = isBlank && !isContinued
        isContinued = false
        line += 1
        lineStart = end
      }
      if isAtEnd {
        return give(upTo: window.count, to: &message)
      }
      try readMore()
    }
  }

  /// The index after the end of the line; `nil` if the window doesn't hold it yet.
  private mutating func lineEnd() -> Int? {
    searched = max(searched, lineStart)
    guard let newline = window[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = window.count
      return nil
    }
    searched = newline
    return newline + 1
  }

  /// Whether the line there parts messages; `nil` if more has to be read to tell.
  private func isSeparator(_ line: Range<Int>) -> Bool? {
    guard format == .mbox, !isContinued, window[line].starts(with: MboxSeparator.prefix),
      MboxSeparator.isSeparator(window[line])
    else { return false }
    let rest = window[line.upperBound...]
    let nextEnd = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    if nextEnd == rest.endIndex && !isAtEnd && rest.count < 1000 { return nil }
    let following = rest[..<nextEnd]
    if MboxSeparator.isFieldStart(following) { return true }
    return followsBlank && following.allSatisfy { $0 == UInt8(ascii: "\r") }
  }

  /// Gives out what lies before `end` and starts a new message there; `nil` if it is nothing but space.
  private mutating func give(upTo end: Int, to message: inout [UInt8]) -> Place? {
    message.removeAll(keepingCapacity: true)
    if let head { message.append(contentsOf: head) } else { message.append(contentsOf: window[start..<end]) }
    let place = Place(
      line: messageLine, offset: messageOffset, length: windowOffset + Int64(end) - messageOffset,
      isCut: head != nil)
    head = nil
    start = end
    messageLine = line
    messageOffset = windowOffset + Int64(end)
    if message.allSatisfy({ $0 <= UInt8(ascii: " ") }) { return nil }
    if format == .mbox {
      dropBlankLine(&message)
      MboxSeparator.unquote(&message)
    }
    return place
  }

  /// The blank line before a separator belongs to the mbox.
  private func dropBlankLine(_ message: inout [UInt8]) {
    let ends: [[UInt8]] = [Array("\n\r\n".utf8), Array("\n\n".utf8)]
    if let end = ends.first(where: { message.suffix($0.count).elementsEqual($0) }) {
      message.removeLast(end.count - 1)
    }
  }

  private mutating func readMore() throws(ImportError) {
    if head == nil && lineStart - start > limit { head = Array(window[start..<start + limit]) }
    if window.count - lineStart > limit {
      // A line without end; nobody reads it.
      if head == nil { head = Array(window[start...].prefix(limit)) }
      lineStart = window.count
      isContinued = true
    }
    if head != nil { start = lineStart }
    window.removeFirst(start)
    windowOffset += Int64(start)
    lineStart -= start
    searched = max(0, searched - start)
    start = 0
    let piece = try next()
    isAtEnd = piece.isEmpty
    window.append(contentsOf: piece)
  }
}
