import Foundation
import History
import TestSupport
import Testing

@testable import Pipeline

@Suite struct InputScanTests {
  static func scan(
    _ folder: URL, known: [String: InputState] = [:], settings: String = "s", settling: Int64 = 0,
    readsAll: Bool = false,
    patterns: [String] = ["*.csv"]
  ) throws -> InputScan {
    try InputScan(
      patterns.map { folder.appending(path: $0).path }, known: known, settings: settings,
      settlingSeconds: settling,
      readsAll: readsAll, now: Int64(Date().timeIntervalSince1970))
  }

  static func names(_ scan: InputScan) -> [String] {
    scan.due.map { URL(filePath: $0.path).lastPathComponent }
  }

  static func withFiles(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for name in ["b.csv", "a.csv", "c.txt"] {
        try Data("id\n1\n".utf8).write(to: folder.appending(path: name))
      }
      try body(folder)
    }
  }

  @Test func newAndChangedFilesAreDue() throws {
    try Self.withFiles { folder in
      let first = try Self.scan(folder)
      #expect(Self.names(first) == ["a.csv", "b.csv"])
      let known = Dictionary(uniqueKeysWithValues: first.due.map { ($0.path, $0.state) })
      #expect(try Self.scan(folder, known: known).due.isEmpty)
      try Data("id\n1\n2\n".utf8).write(to: folder.appending(path: "b.csv"))
      #expect(try Self.names(Self.scan(folder, known: known)) == ["b.csv"])
      #expect(try Self.names(Self.scan(folder, known: known, readsAll: true)) == ["a.csv", "b.csv"])
      #expect(try Self.names(Self.scan(folder, known: known, settings: "t")) == ["a.csv", "b.csv"])
    }
  }

  @Test func aFileBeingWrittenIsLeft() throws {
    try Self.withFiles { folder in
      #expect(try Self.scan(folder, settling: 60).beingWritten.count == 2)
      let past = Date(timeIntervalSinceNow: -120)
      try FileManager.default.setAttributes(
        [.modificationDate: past], ofItemAtPath: folder.appending(path: "a.csv").path)
      #expect(try Self.names(Self.scan(folder, settling: 60)) == ["a.csv"])

      let writer = try FileHandle(forWritingTo: folder.appending(path: "b.csv"))
      let scan = try Self.scan(folder)
      #expect(Self.names(scan) == ["a.csv"] && scan.beingWritten.count == 1)
      try writer.close()
      #expect(try Self.names(Self.scan(folder)) == ["a.csv", "b.csv"])
    }
  }

  @Test func aPatternThatMatchesNothingIsSaid() throws {
    try Self.withFiles { folder in
      let scan = try Self.scan(folder, patterns: ["*.csv", "*.xml"])
      #expect(scan.unmatched == [folder.appending(path: "*.xml").path] && scan.count == 2)
    }
  }
}
