/// Why bytes are not the JSON that was expected, with the place.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Line from 1.
  public var line: Int
  /// Column in bytes from 1.
  public var column: Int
  /// What was found and what was expected: lower case, no full stop.
  public var message: String

  /// An error at a place.
  public init(line: Int, column: Int, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// `line:column: message`.
  public var description: String { "\(line):\(column): \(message)" }
}
