import Foundation
import Testing

@testable import TicketImport

@Suite struct InputFileTests {
  private let folder = FileManager.default.temporaryDirectory.path

  /// Bytes that do not repeat with the page.
  private func pattern(_ count: Int) -> [UInt8] {
    var bytes = (0..<251).map { UInt8($0) }
    while bytes.count < count { bytes += bytes }
    return Array(bytes.prefix(count))
  }

  private func write(_ bytes: [UInt8]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Empty, read into memory, just mapped, and not a whole number of pages.
  @Test(arguments: [0, 1, 4095, 4096, 4097, InputFile.smallest, InputFile.smallest + 1])
  func givesTheBytesOfAFile(count: Int) throws {
    let bytes = pattern(count)
    let path = try write(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try InputFile.open(path, temporaryFolder: folder)
    #expect(file.count == count)
    #expect(Array(file.bytes) == bytes)
    file.release(0..<count)
    #expect(Array(file.bytes) == bytes)
  }

  @Test func aSmallFileThatIsCutShortStaysWhole() throws {
    let path = try write(Array(repeating: 7, count: 100_000))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try InputFile.open(path, temporaryFolder: folder)
    try Data().write(to: URL(filePath: path), options: [])
    #expect(file.bytes.allSatisfy { $0 == 7 })
  }

  @Test func aPipeIsCopied() throws {
    let pipe = Pipe()
    let bytes = pattern(3_000_000)
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let file = try InputFile.open(
      "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)", temporaryFolder: folder)
    #expect(Array(file.bytes) == bytes)
  }

  @Test func whatCannotBeOpenedSaysWhy() throws {
    let missing = #expect(throws: ImportError.self) {
      try InputFile.open("/no/such/file.csv", temporaryFolder: folder)
    }
    #expect(
      missing
        == ImportError(
          .unreadable, file: "/no/such/file.csv", "can't be opened: no such file or directory"))
    let directory = #expect(throws: ImportError.self) { try InputFile.open(folder, temporaryFolder: folder) }
    #expect(directory?.message == "is a folder; name the files in it")
    let spool = #expect(throws: ImportError.self) {
      try InputFile.open("/dev/null", temporaryFolder: "/no/such/folder")
    }
    #expect(spool?.kind == .unreadable)
  }

  @Test func aSpoolFileHoldsWhatWasWritten() throws {
    let file = InputFile(bytes: [], name: "x", temporaryFolder: folder)
    let chunk = pattern(700_001)
    let derived = try file.derived { (spool) throws(ImportError) in
      for _ in 0..<4 { try spool.write(chunk) }
    }
    #expect(Array(derived.bytes) == chunk + chunk + chunk + chunk)
    #expect(try file.derived { (_) throws(ImportError) in }.count == 0)
  }
}
