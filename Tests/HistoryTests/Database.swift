import Foundation
import GRDB

/// A history as another program sees it.
enum Database {
  /// The rows that a query gives, their values by `|`.
  static func rows(_ sql: String, _ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map(text).joined(separator: "|")
      }
    }
  }

  /// Every row of every table, after the table's name.
  static func dump(_ path: String) throws -> [String] {
    try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", path).flatMap { table in
      try rows("SELECT * FROM \(table)", path).map { "\(table)|\($0)" }
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .blob(let bytes): Data(bytes).base64EncodedString()
    }
  }
}
