import Glibc
public import History

/// The file that holds the key with which a history numbers people: 32 hexadecimal digits that only its owner may read.
public enum KeyFile {
  /// Opens a history with its key.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - keyFile: `nil` for `PATH.key`. It is made where there is none and the history has not been given a key yet.
  public static func openHistory(_ path: String, keyFile: String?) throws -> HistoryStore {
    let file = keyFile ?? path + ".key"
    if access(file, F_OK) != 0 {
      if try HistoryStore(path: path).hasKey() {
        throw OutputError(
          path: file,
          reason:
            "the key with which \(path) numbers people is not there; put it back, or begin a new history")
      }
      try make(file)
    }
    return try HistoryStore(path: path, key: try read(file))
  }

  /// Opens a history that must be there already, to read from it.
  ///
  /// - Throws: ``OutputError`` if there is none.
  public static func existing(_ path: String) throws -> HistoryStore {
    guard access(path, R_OK) == 0 else {
      throw MissingHistory(path: path, reason: String(cString: strerror(errno)))
    }
    return try HistoryStore(path: path)
  }

  /// Makes a key from the system's randomness, readable by its owner only.
  public static func make(_ path: String) throws(OutputError) {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<PersonKey.byteCount).map { _ in UInt8.random(in: 0...255, using: &random) }
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try OutputFile.write(Array((digits + "\n").utf8), to: path, mode: 0o600)
  }

  private static func read(_ path: String) throws(OutputError) -> PersonKey {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    let digits = buffer.prefix(max(0, count)).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 2 * PersonKey.byteCount else {
      throw OutputError(
        path: path, reason: "no key: \(2 * PersonKey.byteCount) hexadecimal digits are expected")
    }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    guard let key = PersonKey(bytes) else { throw OutputError(path: path, reason: "no key") }
    return key
  }
}

/// A history that is to be read and isn't there.
public struct MissingHistory: Error, Equatable, Sendable, CustomStringConvertible {
  /// The database as the user named it.
  public var path: String
  /// What the system said.
  public var reason: String

  /// `path: reason`.
  public var description: String { "\(path): \(reason); readback run, or analyze --db, begins a history" }
}
