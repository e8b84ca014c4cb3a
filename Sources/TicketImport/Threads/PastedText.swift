internal import Tickets

/// Finds what was pasted into a message: code between fences or tags, logs, stack traces.
enum PastedText {
  /// Marks code and logs.
  static func mark(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    markFences(text, &lines)
    markLogs(text, &lines)
  }

  // MARK: Code

  /// Lines from a fence to the next of its kind.
  private static func markFences(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    var i = 0
    while i < lines.count {
      guard let fence = Fence(text, lines[i]) else {
        i += 1
        continue
      }
      var end = i + 1
      if !fence.isClosedOnItsLine {
        while end < lines.count, !fence.isClosed(by: lines[end], text) { end += 1 }
        // Without its end it is text: somebody's quotation marks, or a slip.
        if end == lines.count {
          i += 1
          continue
        }
        end += 1
      }
      for j in i..<end { lines[j].kind = .code }
      i = end
    }
  }

  /// What opens a block of code.
  private struct Fence {
    private enum Kind { case backticks, tildes, bracketed, braced, unformatted }
    private var kind: Kind
    private var length = 0
    /// Whether the block ends where it begins.
    var isClosedOnItsLine = false

    init?(_ text: Span<UInt8>, _ line: TextLine) {
      guard line.count >= 3 else { return nil }
      let byte = text[line.first]
      switch byte {
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        while line.first + length < line.end, text[line.first + length] == byte { length += 1 }
        guard length >= 3 else { return nil }
        kind = byte == UInt8(ascii: "`") ? .backticks : .tildes
        // Inline code of three backticks, `like this`, has more of them on its line.
        let rest = line.first + length..<line.end
        if kind == .backticks, text.offset(of: byte, in: rest) != nil { return nil }
      case UInt8(ascii: "["):
        guard text.has("[code]", at: line.first) else { return nil }
        kind = .bracketed
        isClosedOnItsLine = text.contains("[/code]", in: line.content)
      case UInt8(ascii: "{"):
        if text.has("{code", at: line.first) {
          kind = .braced
          isClosedOnItsLine = line.count > 6 && text.contains("{code}", in: line.first + 1..<line.end)
        } else if text.has("{noformat", at: line.first) {
          kind = .unformatted
          isClosedOnItsLine = line.count > 10 && text.contains("{noformat}", in: line.first + 1..<line.end)
        } else {
          return nil
        }
      default: return nil
      }
    }

    func isClosed(by line: TextLine, _ text: Span<UInt8>) -> Bool {
      switch kind {
      case .backticks, .tildes:
        let byte = kind == .backticks ? UInt8(ascii: "`") : UInt8(ascii: "~")
        guard line.count >= length else { return false }
        for i in line.content where text[i] != byte { return false }
        return true
      case .bracketed: return text.contains("[/code]", in: line.content)
      case .braced: return text.contains("{code}", in: line.content)
      case .unformatted: return text.contains("{noformat}", in: line.content)
      }
    }
  }

  // MARK: Logs

  /// Runs of lines of which each looks like a line of a log or of a stack trace. One line alone is not enough.
  private static func markLogs(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    var i = 0
    while i < lines.count {
      guard lines[i].kind == .body, isLogLine(text, lines[i]) else {
        i += 1
        continue
      }
      var end = i
      var count = 0
      while end < lines.count, lines[end].kind == .body {
        if isLogLine(text, lines[end]) {
          count += 1
        } else if !isContinuation(text, lines, end) {
          break
        }
        end += 1
      }
      if count >= 2 {
        for j in i..<end { lines[j].kind = .log }
      }
      i = max(end, i + 1)
    }
  }

  /// A blank or short line between two that look like a log's.
  private static func isContinuation(_ text: Span<UInt8>, _ lines: [TextLine], _ i: Int) -> Bool {
    i + 1 < lines.count && lines[i + 1].kind == .body && isLogLine(text, lines[i + 1]) && !lines[i].isBlank
      && lines[i].count < 200 && lines[i].first > lines[i].start
  }

  private static func isLogLine(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 8 else { return false }
    let start = line.first
    let byte = text[start]
    if byte.isASCIIDigit || byte == UInt8(ascii: "[") { return isStamped(text, line) }
    switch byte {
    case UInt8(ascii: "a"):
      // at com.example.Printer.print(Printer.java:12)
      return text.has("at ", at: start) && text.contains("(", in: line.content)
        && text.contains(".", in: line.content)
        && text[line.end - 1] == UInt8(ascii: ")")
    case UInt8(ascii: "."): return text.has("... ", at: start) && text.has("more", at: line.end - 4)
    case UInt8(ascii: "C"): return text.has("Caused by: ", at: start)
    case UInt8(ascii: "E"): return text.has("Exception in thread ", at: start)
    case UInt8(ascii: "T"): return text.has("Traceback (most recent call last)", at: start)
    case UInt8(ascii: "F"):
      return text.has("File \"", at: start) && text.contains(", line ", in: line.content)
    case UInt8(ascii: "#"): return text[start + 1].isASCIIDigit && text.contains(" 0x", in: line.content)
    default: return isMonthStamped(text, line)
    }
  }

  /// A date or a time of day, and something after it: `2026-05-01 10:00:00,123 ERROR …`, `[10:00:00] …`.
  private static func isStamped(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    var i = line.first
    if text[i] == UInt8(ascii: "[") { i += 1 }
    var colons = 0
    var digits = 0
    let limit = min(line.end, i + 26)
    while i < limit {
      let byte = text[i]
      if byte.isASCIIDigit {
        digits += 1
      } else if byte == UInt8(ascii: ":") {
        colons += 1
      } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "."),
        byte != UInt8(ascii: "T"),
        byte != UInt8(ascii: ","), byte != UInt8(ascii: " "), byte != UInt8(ascii: "Z"),
        byte != UInt8(ascii: "+")
      {
        break
      }
      i += 1
    }
    return colons >= 2 && digits >= 6 && i < line.end
  }

  /// `Mar  3 10:00:01 host sshd[12]: …`
  private static func isMonthStamped(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 20, text[line.first].isASCIILetter, text[line.first + 3] == UInt8(ascii: " ") else {
      return false
    }
    let i = line.first
    return text[i + 5].isASCIIDigit && text[i + 6] == UInt8(ascii: " ") && text[i + 9] == UInt8(ascii: ":")
      && text[i + 12] == UInt8(ascii: ":")
  }
}
