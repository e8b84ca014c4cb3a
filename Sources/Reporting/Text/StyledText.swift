/// How a piece of text stands out, whatever the format makes of it.
struct TextStyle: OptionSet {
  let rawValue: UInt8
  static let bold = TextStyle(rawValue: 1)
  static let dim = TextStyle(rawValue: 2)
  /// Evidence: the words that a finding is about.
  static let marked = TextStyle(rawValue: 4)
  /// Something that goes with more reopens, or a warning.
  static let warm = TextStyle(rawValue: 8)
  /// Something that goes with fewer.
  static let cool = TextStyle(rawValue: 16)
}

/// Text of one style.
struct TextRun: Equatable {
  var text: String
  var style: TextStyle = []
  /// A web address that the text links to.
  var link: String?
}

/// A line of text in several styles.
struct StyledText: ExpressibleByStringLiteral, Equatable {
  var runs: [TextRun]

  init(_ runs: [TextRun] = []) { self.runs = runs }
  init(_ text: String, _ style: TextStyle = [], link: String? = nil) {
    runs = [TextRun(text: text, style: style, link: link)]
  }
  init(stringLiteral text: String) { self.init(text) }

  static func + (a: StyledText, b: StyledText) -> StyledText { StyledText(a.runs + b.runs) }
  static func += (a: inout StyledText, b: StyledText) { a.runs += b.runs }

  /// Columns it takes up.
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }
  var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  /// The text broken into lines of at most `width` columns, at spaces where there are any.
  ///
  /// Spaces at a break are dropped. A word longer than a line is cut at a character.
  ///
  /// - Complexity: O(n).
  func wrapped(to width: Int) -> [StyledText] {
    let width = max(width, 1)
    var lines: [StyledText] = []
    var line = StyledText()
    var used = 0
    var gap = StyledText()  // spaces since the last word, wanted only if another word follows on the line

    func finish() {
      lines.append(line)
      (line, used, gap) = (StyledText(), 0, StyledText())
    }
    for word in words() {
      if word.isSpace {
        if used > 0 { gap += word.text }
        continue
      }
      var rest = word.text
      if used > 0, used + gap.width + rest.width > width { finish() }
      if used > 0 {
        line += gap
        used += gap.width
        gap = StyledText()
      }
      while rest.width > width {
        let (head, tail) = rest.cut(at: width)
        line = head
        finish()
        rest = tail
      }
      line += rest
      used += rest.width
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines.map(\.joined)
  }

  /// Words and spaces in turn; a word keeps its style changes.
  private func words() -> [(text: StyledText, isSpace: Bool)] {
    var words: [(text: StyledText, isSpace: Bool)] = []
    for run in runs {
      var rest = run.text[...]
      while let first = rest.first {
        let isSpace = first == " "
        let piece = rest.prefix { ($0 == " ") == isSpace }
        let text = StyledText(String(piece), run.style, link: run.link)
        if let last = words.last, last.isSpace == isSpace {
          words[words.count - 1].text += text
        } else {
          words.append((text, isSpace))
        }
        rest = rest.dropFirst(piece.count)
      }
    }
    return words
  }

  /// The first characters that fill at most `width` columns (at least one character), and the others.
  private func cut(at width: Int) -> (StyledText, StyledText) {
    var head = StyledText()
    var tail = StyledText()
    var used = 0
    for run in runs {
      for character in run.text {
        let columns = DisplayWidth.of(character)
        if tail.isEmpty, used + columns <= width || used == 0 {
          head += StyledText(String(character), run.style, link: run.link)
          used += columns
        } else {
          tail += StyledText(String(character), run.style, link: run.link)
        }
      }
    }
    return (head.joined, tail.joined)
  }

  /// The same text with neighbours of equal style in one run.
  var joined: StyledText {
    var result: [TextRun] = []
    for run in runs where !run.text.isEmpty {
      if let last = result.last, last.style == run.style, last.link == run.link {
        result[result.count - 1].text += run.text
      } else {
        result.append(run)
      }
    }
    return StyledText(result)
  }
}
