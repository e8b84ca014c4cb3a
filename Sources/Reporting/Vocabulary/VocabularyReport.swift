/// Words that staff use and requesters don't, for `readback vocabulary`.
public struct VocabularyReport: Sendable {
  /// The shape of the JSON.
  public static let schema = "readback.vocabulary/1"

  /// One word.
  public struct Word: Sendable, Equatable {
    /// In small letters.
    public var word: String
    /// Public staff messages that use it.
    public var staffMessages: Int
    /// Requesters' messages that use it.
    public var requesterMessages: Int
    /// Natural logarithm of the odds ratio, staff against requesters.
    public var logOddsRatio: Double
    /// That ÷ its standard error: what words are ranked by.
    public var z: Double
    /// A ticket in which staff use it.
    public var ticket: String

    /// A word and how it is used.
    public init(
      word: String, staffMessages: Int, requesterMessages: Int, logOddsRatio: Double, z: Double,
      ticket: String
    ) {
      self.word = word
      self.staffMessages = staffMessages
      self.requesterMessages = requesterMessages
      self.logOddsRatio = logOddsRatio
      self.z = z
      self.ticket = ticket
    }
  }

  /// Public staff messages read.
  public var staffMessages: Int
  /// Requesters' messages read.
  public var requesterMessages: Int
  /// The words, those that stand out most first.
  public var words: [Word] = []

  /// A report without words.
  public init(staffMessages: Int, requesterMessages: Int) {
    self.staffMessages = staffMessages
    self.requesterMessages = requesterMessages
  }
}

extension VocabularyReport {
  /// The report as text. - Complexity: O(words).
  public func text(width: Int, hasColour: Bool) -> [UInt8] {
    var canvas = TerminalCanvas(width: width, hasColour: hasColour)
    canvas.heading("Words of this desk")
    if words.isEmpty {
      canvas.paragraph(
        StyledText("No word stands out: staff and requesters write alike, or there is too little text."))
      return canvas.output
    }
    var table = TerminalTable([
      .init(head: ["", "Word"], isFlexible: true), .init(head: ["Staff", "messages"], alignment: .right),
      .init(head: ["Requesters’", "messages"], alignment: .right), .init(head: ["", "For example"]),
    ])
    for one in words {
      table.append([
        StyledText(PlainText.trimmed(one.word)), StyledText(NumberText.grouped(one.staffMessages)),
        StyledText(NumberText.grouped(one.requesterMessages)),
        StyledText(PlainText.trimmed(one.ticket), .dim),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
    canvas.blank()
    canvas.paragraph(
      StyledText(
        "Of \(Words.counted(staffMessages, "staff message", "staff messages")) and "
          + "\(Words.counted(requesterMessages, "message", "messages")) of requesters: words that staff use more, those "
          + "that stand out most first. Nothing is called jargon until a person says that it is: --write makes a file "
          + "to go through.", .dim))
    return canvas.output
  }

  /// The report for machines. - Complexity: O(words).
  public func json() -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.field("schema", Self.schema)
      $0.field("staff_messages", staffMessages)
      $0.field("requester_messages", requesterMessages)
      $0.field("words") {
        $0.array(words) { writer, one in
          writer.object {
            $0.field("word", one.word)
            $0.field("staff_messages", one.staffMessages)
            $0.field("requester_messages", one.requesterMessages)
            $0.field("log_odds_ratio", one.logOddsRatio)
            $0.field("z", one.z)
            $0.field("ticket", one.ticket)
          }
        }
      }
    }
    writer.endLine()
    return writer.output
  }

  /// A vocabulary file that lists every word as one of this desk's own (`local:`), all of them commented out: that a
  /// word is jargon here is for a person to say.
  public func vocabularyFile() -> [UInt8] {
    var lines = [
      "# Words that staff use and requesters don't. Take the mark away before those that requesters have to look up:",
      "# jargon.local finds them from then on. Move those that everybody here knows to `accept`, and write what a word",
      "# means under `glossary`, such as  MTU: the size of the largest packet that the line takes",
      "version: 1", "accept:", "reject:", "glossary:", "local:",
    ]
    // A word is letters, digits, apostrophes and underscores; quoted all the same, since NO is a word.
    lines += words.map {
      "  # - \"\($0.word)\"  # \($0.staffMessages) staff messages, \($0.requesterMessages) of requesters"
    }
    lines.append("")
    return Array(lines.joined(separator: "\n").utf8)
  }
}
