public import Tickets

/// A text that was checked before it is sent, and what was found in it.
public struct Draft: Sendable {
  /// Where it is, as a relative path or URI; "-" for standard input.
  public var path: String
  /// All of it, as it was given.
  public var text: [UInt8]
  /// What was found in it, in the order to show.
  public var findings: [Finding]
  /// The four marks of a reply to the requester; none where they have no meaning.
  public var rubric: [RubricMark] = []
  /// Level of listening, 1…5; `nil` if what it answers is not known.
  public var listeningLevel: Int?

  /// A text and what was found in it.
  public init(path: String, text: [UInt8], findings: [Finding]) {
    self.path = path
    self.text = text
    self.findings = findings
  }
}

/// A byte offset as a person counts: line and column from 1, columns in Unicode code points.
struct TextPlace: Equatable {
  private(set) var line = 1
  private(set) var column = 1

  /// The place of the byte at `offset`, or of the end for an offset beyond it. A line ends at LF, CR or CR LF.
  ///
  /// - Complexity: O(offset).
  init(of offset: Int, in text: [UInt8]) {
    var at = 0
    let end = min(max(offset, 0), text.count)
    while at < end {
      let byte = text[at]
      at += 1
      if byte == 13, at < text.count, text[at] == 10 { continue }  // the LF ends the line
      if byte == 10 || byte == 13 {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
