import Foundation
import TestSupport
import Testing

@testable import TicketImport

/// What the system's own tool makes of bytes.
private func packed(_ bytes: [UInt8], with tool: [String]) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "packed-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let input = folder.appending(path: "in")
  let output = folder.appending(path: "out")
  try Data(bytes).write(to: input)
  try Data().write(to: output)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = tool
  process.standardInput = try FileHandle(forReadingFrom: input)
  process.standardOutput = try FileHandle(forWritingTo: output)
  try process.run()
  process.waitUntilExit()
  return Array(try Data(contentsOf: output))
}

private let tools: [[String]] = [["gzip", "-c"], ["zstd", "-qc"], ["zstd", "-qc19"]]

@Suite struct DecoderTests {
  private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = try InputFile(bytes: bytes, name: "t", temporaryFolder: NSTemporaryDirectory()).unpacked()
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  /// Compressible, not compressible, empty, and more than any buffer.
  private func samples() -> [[UInt8]] {
    var random = SeededGenerator(seed: 1)
    let text = Array("number,text\n1,hello\n".utf8)
    return [
      [], text, (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) },
      Array(repeatElement(text, count: 100_000).joined()),
    ]
  }

  @Test(arguments: tools)
  func unpacksWhatTheToolPacks(tool: [String]) throws {
    for bytes in samples() {
      let once = try packed(bytes, with: tool)
      #expect(try unpacked(once) == bytes)
      // Files put one after the other unpack to their texts one after the other.
      #expect(try unpacked(once + once) == bytes + bytes)
    }
  }

  @Test(arguments: tools)
  func aFileThatBreaksOffSaysSo(tool: [String]) throws {
    let bytes = try packed(samples()[2], with: tool)
    for count in [5, 11, bytes.count / 2, bytes.count - 1] {
      let error = #expect(throws: ImportError.self) { try unpacked(Array(bytes.prefix(count))) }
      #expect(error?.kind == .cutShort, "\(count) of \(bytes.count) bytes")
    }
  }

  @Test func damageIsFound() throws {
    var bytes = try packed(samples()[3], with: ["gzip", "-c"])
    bytes[bytes.count - 6] ^= 1  // in the checksum
    let error = #expect(throws: ImportError.self) { try unpacked(bytes) }
    #expect(error?.kind == .unreadable && error?.message.contains("2000000 unpacked bytes") == true)
  }

  @Test func zerosAfterGzipArePassedOver() throws {
    let text = Array("a,b\n".utf8)
    let bytes = try packed(text, with: ["gzip", "-c"])
    #expect(try unpacked(bytes + [UInt8](repeating: 0, count: 512)) == text)
  }

  @Test(arguments: 0..<20)
  func anyBytesGiveAnErrorAtMost(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for head in [[0x1F, 0x8B, 0x08], [0x28, 0xB5, 0x2F, 0xFD]] as [[UInt8]] {
      for _ in 0..<50 {
        _ = try? unpacked(head + (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) })
      }
    }
  }

  @Test func aCSVFileIsUnpackedAndOthersAreRefused() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "tickets-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(packed(Array("id,text\n1,a\n".utf8), with: ["gzip", "-c"])).write(to: url)
    var reader = try CSVReader(InputFile.open(url.path, temporaryFolder: NSTemporaryDirectory()))
    #expect(try remainingRows(&reader) == [["1", "a"]])
    for (head, word) in [
      ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "xls"),
      (Array("BZh91AY".utf8), "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
    ] as [([UInt8], String)] {
      let error = #expect(throws: ImportError.self) { try openCSV(head + Array("x,y\n1,2\n".utf8)) }
      #expect(error?.kind == .unusable && error?.message.contains(word) == true)
    }
  }
}
