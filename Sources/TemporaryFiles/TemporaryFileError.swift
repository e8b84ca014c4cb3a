/// Why a temporary file could not be created, written or read.
public struct TemporaryFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The folder it was to be in.
  public var folder: String
  /// What was tried, and what the system said.
  public var reason: String

  /// A failure in `folder`.
  public init(folder: String, reason: String) {
    self.folder = folder
    self.reason = reason
  }

  /// `folder: reason`.
  public var description: String { "\(folder): \(reason)" }
}
