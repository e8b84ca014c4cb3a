/// Why a file could not be read (further), with the place.
public struct ImportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What went wrong, for exit codes.
  public enum Kind: Sendable, Equatable {
    /// The file is not there or can't be opened.
    case unreadable
    /// The file is not in a format that is known, or holds no ticket.
    case unusable
    /// The file breaks off or is not well-formed: what came before the place is good.
    case cutShort
    /// The user's mapping or option doesn't fit the file.
    case options
  }

  /// What went wrong.
  public var kind: Kind
  /// The file as the user named it.
  public var file: String
  /// Line from 1; 0 if it does not apply.
  public var line: Int
  /// Column in bytes from 1; 0 if it does not apply.
  public var column: Int
  /// What was found, what was expected, and what to do: lower case, no full stop.
  public var message: String

  /// An error at a place in `file`.
  public init(_ kind: Kind, file: String, line: Int = 0, column: Int = 0, _ message: String) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`, leaving out what does not apply.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0 && column > 0 { place += ":\(column)" }
    return place + ": " + message
  }
}
