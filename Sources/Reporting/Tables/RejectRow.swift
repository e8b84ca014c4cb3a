/// One row or record that could not be used, in the table `rejects`: with all of its raw text, so that it can
/// be put right and read again.
public struct RejectRow: TidyRow {
  /// The file's name.
  public var file: String
  /// Line of its first byte, from 1; 0 if not known.
  public var line: Int
  /// Offset of its first byte.
  public var offset: Int64
  /// Why it could not be used.
  public var reason: String
  /// What stands there, invalid UTF-8 repaired.
  public var raw: String

  /// A row of `file` that could not be used.
  public init(file: String, line: Int, offset: Int64, reason: String, raw: String) {
    self.file = file
    self.line = line
    self.offset = offset
    self.reason = reason
    self.raw = raw
  }

  /// `rejects`
  public static let table = "rejects"
  /// One column a property.
  public static let columns = ["file", "line", "offset", "reason", "raw"]

  /// Writes the reject's cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(file)
    writer.number(line)
    writer.number(Int(offset))
    writer.text(reason)
    writer.text(raw)
  }
}
