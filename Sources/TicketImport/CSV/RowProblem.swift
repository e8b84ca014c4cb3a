/// What is wrong with one row of a file.
public struct RowProblem: Sendable, Equatable {
  /// The kinds of trouble.
  public enum Kind: Sendable, Equatable {
    /// It has another number of fields than the header, and the difference is not just empty fields at the end.
    case fieldCount(Int, expected: Int)
    /// Text follows closing quotes, that many times: quotes inside a field were not escaped.
    case strayQuotes(Int)
    /// A field (from 1) or the row is larger than is kept.
    case overlong(field: Int)
    /// A quoted field is never closed.
    case unclosedQuote
  }

  /// What it is.
  public var kind: Kind
  /// Whether the row was left out; else it was given as it is.
  public var isLost: Bool
  /// Line where the row begins, from 1; for an unclosed quote the line of the quote.
  public var line: Int
  /// Offset of the row's first byte.
  public var offset: Int64
  /// Number of its bytes.
  public var length: Int64

  /// What was found and what was expected, for the rejects file.
  public var message: String {
    switch kind {
    case .fieldCount(let count, let expected): "row has \(count) fields, the header has \(expected)"
    case .strayQuotes(let count):
      "text after a closing quote, \(count) times; quotes inside text must be doubled"
    case .overlong(let field): "field \(field) is too large to be one ticket's text"
    case .unclosedQuote: "quoted field opened here is never closed"
    }
  }
}
