/// How a CSV file sets its fields apart.
public struct CSVDialect: Sendable, Equatable {
  /// How a quote that belongs to a quoted field's text is written.
  public enum QuoteEscape: Sendable, Equatable, CaseIterable {
    /// As two quotes, by RFC 4180: `"say ""hi"""`.
    case doubled
    /// As two quotes, but a quote after a backslash stands alone and the backslash stays: what PHP's `fputcsv`
    /// writes for text that has `\"` in it. Any number of backslashes before the quote count as one.
    case php
    /// After a backslash, which goes away, as Spark and MySQL write it; a doubled quote is understood too.
    /// `\\` is one backslash; before anything else a backslash stays what it is.
    case backslash
    /// Not at all: a quote closes the field only if the delimiter, a line end or the end of the file follows.
    case none
  }

  /// The byte between fields: ASCII, and neither a quote nor a line end.
  public var delimiter: UInt8
  /// How quotes inside quoted fields are written.
  public var quoteEscape: QuoteEscape
  /// Whether spaces after a delimiter are dropped, so that in `1, "a, b"` the quote opens a field.
  public var skipsInitialSpace: Bool

  /// Commas and doubled quotes unless told otherwise.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quoteEscape: QuoteEscape = .doubled, skipsInitialSpace: Bool = false
  ) {
    self.delimiter = delimiter
    self.quoteEscape = quoteEscape
    self.skipsInitialSpace = skipsInitialSpace
  }
}
