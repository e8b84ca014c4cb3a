internal import GRDB

/// Why the history could not be read or written.
public struct HistoryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The database as the user named it.
  public var path: String
  /// What SQLite said, or what does not fit.
  public var message: String
  /// Whether another program was writing for longer than we waited: trying again helps.
  public var isBusy = false

  /// `path: message`.
  public var description: String { "\(path): \(message)" }
}

/// What is remembered from run to run, in one SQLite file that other tools may read (``HistoryViews``).
///
/// Writing is idempotent: the same run over the same tickets changes nothing, not even the order of rows. A ticket
/// that has changed replaces its rows, one that has not keeps them, and an older version never replaces a newer one.
/// All of a run is written in one transaction, or nothing; a second writer waits for up to ten seconds.
public final class HistoryStore: Sendable {
  private let queue: DatabaseQueue
  private let path: String
  private let key: PersonKey?

  /// Opens a history, making it if it is not there, and brings it to the newest shape.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - key: what makes numbers of people; `nil` leaves people out. The first key used is the only one that fits.
  public init(path: String, key: PersonKey? = nil) throws(HistoryError) {
    self.path = path
    self.key = key
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.foreignKeysEnabled = true
      configuration.prepareDatabase { db in
        // Readers (a dashboard) and the writer don't wait for each other. Said here, not by `journalMode`, which
        // writes to the file each time it is opened.
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        // What is forgotten is overwritten, not only unlinked.
        try db.execute(sql: "PRAGMA secure_delete = ON")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Migrations.bringUpToDate(queue)
    } catch {
      throw Self.translated(error, path)
    }
    if let key { try claim(key) }
  }

  /// Remembers which key people are numbered with, or refuses another.
  private func claim(_ key: PersonKey) throws(HistoryError) {
    let known: String? = try guarded {
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: "INSERT OR IGNORE INTO property (name, value) VALUES ('key', ?)", arguments: [key.fingerprint])
        return try String.fetchOne(db, sql: "SELECT value FROM property WHERE name = 'key'")
      }
    }
    guard known == key.fingerprint else {
      throw HistoryError(
        path: path,
        message: "people in it are numbered with another key; give the key file that it was begun with")
    }
  }

  /// Whether people in the history at `path` have been numbered with some key already.
  public func hasKey() throws(HistoryError) -> Bool {
    try guarded {
      try queue.read {
        try Bool.fetchOne($0, sql: "SELECT count(*) FROM property WHERE name = 'key'") ?? false
      }
    }
  }

  /// Writes in one transaction that begins at once, so that two runs can't both read and then both write. What `body`
  /// throws takes everything back.
  public func write<T>(_ body: (HistoryWriter) throws -> T) throws -> T {
    try translating {
      var result: T?
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          result = try body(HistoryWriter(db: db, key: key))
          return .commit
        }
      }
      guard let result else { throw HistoryError(path: path, message: "the transaction was not made") }
      return result
    }
  }

  /// Reads a state that no writer changes meanwhile.
  public func read<T>(_ body: (HistoryReader) throws -> T) throws -> T {
    try translating { try queue.read { try body(HistoryReader(db: $0)) } }
  }

  /// Takes the space of deleted rows out of the file and of what was written ahead of it.
  public func compact() throws(HistoryError) {
    try guarded {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        _ = try db.checkpoint(.truncate)
      }
    }
  }

  /// What is wrong with the file as SQLite's own check sees it; empty for nothing.
  public func faults() throws(HistoryError) -> [String] {
    try guarded {
      try queue.read { db in
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
          + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "\($0)" }
      }
    }
  }

  private func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Self.translated(error, path)
    }
  }

  private func guarded<T>(_ body: () throws -> T) throws(HistoryError) -> T {
    do {
      return try body()
    } catch {
      throw Self.translated(error, path)
    }
  }

  private static func translated(_ error: any Error, _ path: String) -> HistoryError {
    guard let error = error as? DatabaseError else { return HistoryError(path: path, message: "\(error)") }
    if error.resultCode == .SQLITE_BUSY {
      return HistoryError(path: path, message: "another program is writing to it", isBusy: true)
    }
    return HistoryError(path: path, message: error.message ?? "\(error)")
  }
}
