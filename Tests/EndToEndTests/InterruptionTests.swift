import Foundation
import History
import TestSupport
import Testing

/// What a nightly run leaves when it can't get through.
@Suite(.serialized) struct InterruptionTests {
  static let configuration = "report: {outputs: [json, csv], metrics: readback.prom}"

  /// Files of a run's folders but the manifests, which hold the time.
  static func reports(_ folder: URL) throws -> [String: Data] {
    let root = folder.appending(path: "reports")
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where !path.hasSuffix("run.json") {
      files[path] = FileManager.default.contents(atPath: root.appending(path: path).path)
    }
    return files
  }

  /// A few kills; Benchmarks/kill does two hundred.
  @Test func endedAtAnyMomentTheNextRunDoesTheWork() throws {
    try withTemporaryFolder { folder in
      let calm = try NightTests.Desk(folder.appending(path: "calm"), Self.configuration)
      let wild = try NightTests.Desk(folder.appending(path: "wild"), Self.configuration)
      for desk in [calm, wild] {
        try desk.export("1.csv", 0..<40)
        try Data("000102030405060708090a0b0c0d0e0f\n".utf8)
          .write(to: desk.folder.appending(path: "history.sqlite.key"))
      }
      let began = ContinuousClock.now
      #expect(try calm.run(["--quiet"]).status == 0)
      let duration = (ContinuousClock.now - began) / .seconds(1)

      let database = wild.folder.appending(path: "history.sqlite").path
      var generator = SeededGenerator(seed: 8)
      for _ in 0..<6 {
        let process = Process()
        process.executableURL = commandURL
        process.arguments = ["run", "--quiet"]
        process.currentDirectoryURL = wild.folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: Double.random(in: 0...duration, using: &generator))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if FileManager.default.fileExists(atPath: database) {
          #expect(try HistoryStore(path: database).faults().isEmpty)
        }
        // What can be seen is whole.
        for file in try Self.reports(wild.folder)
        where !file.key.hasPrefix(".") && file.key.hasSuffix("report.json") {
          #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: file.value) }
        }
      }
      #expect(try wild.run(["--quiet"]).status == 0)
      #expect(try Self.reports(wild.folder) == Self.reports(calm.folder))
      #expect(
        try HistoryStore(path: database).read { try $0.counts() }
          == HistoryStore(path: calm.folder.appending(path: "history.sqlite").path).read { try $0.counts() })
      #expect(
        FileManager.default.contents(atPath: wild.folder.appending(path: "readback.prom").path)
          == FileManager.default.contents(atPath: calm.folder.appending(path: "readback.prom").path))
    }
  }

  /// A disk that is full, as a limit on the size of files shows it: what is larger can't be written. First the
  /// database can't be, then the last of the reports.
  @Test func aFullDiskLeavesNothingHalfWritten() throws {
    try withTemporaryFolder { folder in
      let calm = try NightTests.Desk(folder.appending(path: "calm"), Self.configuration)
      try calm.export("1.csv", 0..<40)
      #expect(try calm.run(["--quiet"]).status == 0)
      let report = try FileManager.default.attributesOfItem(
        atPath: calm.folder.appending(path: "reports/latest/report.json").path)
      let kilobytes = (report[.size] as? Int ?? 0) / 1024
      #expect(kilobytes > 50)
      for (place, limit) in [8, kilobytes / 2, kilobytes - 1].enumerated() {
        let desk = try NightTests.Desk(folder.appending(path: "\(place)"), Self.configuration)
        try desk.export("1.csv", 0..<40)
        let run = try readback(["run", "--quiet"], in: desk.folder, fileLimit: limit)
        #expect(run.status == 73, "\(limit): \(run.errors)")
        #expect(desk.folders.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appending(path: "readback.prom").path))
        // With room again, it goes on as if nothing had been.
        #expect(try desk.run(["--quiet"]).status == 0)
        #expect(try (desk.report()["night"] as? [String: Any])?["new"] as? Int == 40)
      }
    }
  }

  @Test func aFolderThatCanNotBeWrittenIsSaid() throws {
    try withTemporaryFolder { folder in
      // No user, not even root, makes folders there.
      let desk = try NightTests.Desk(folder, "report: {folder: /proc/readback, outputs: [json]}")
      try desk.export("1.csv", 0..<20)
      let run = try desk.run(["--quiet"])
      #expect(run.status == 73 && run.errors.contains("/proc/readback"), "\(run.errors)")
      let history = try HistoryStore(path: folder.appending(path: "history.sqlite").path)
      #expect(try history.read { try $0.counts() }.tickets == 0)
    }
  }
}
