import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct OutputFileTests {
  @Test func aDeviceIsWrittenToAndStaysADevice() throws {
    try OutputFile.write(Array("gone".utf8), to: "/dev/null")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test func whatWasThereStaysUntilTheNewIsWhole() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "r.txt").path
      try OutputFile.write(Array("old".utf8), to: path)
      do {
        var file = try OutputFile(path)
        file.write(Array("half".utf8))
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["r.txt"])
    }
  }

  @Test func aFolderThatIsNotThereIsSaid() {
    #expect(throws: OutputError.self) { _ = try OutputFile("no/such/folder/r.txt") }
  }
}
