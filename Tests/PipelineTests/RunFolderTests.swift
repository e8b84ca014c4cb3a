import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What a run leaves in the folder of reports, ended or not.
@Suite struct RunFolderTests {
  @Test func whatAnEndedRunLeftIsTakenAway() throws {
    try withTemporaryFolder { parent in
      let folder = RunFolder(parent: parent.path, name: "2026-03-02")
      try FileManager.default.createDirectory(
        at: parent.appending(path: ".partial-2026-03-01"), withIntermediateDirectories: true)
      try folder.begin()
      try Data("x".utf8).write(to: URL(filePath: folder.stagingPath + "/report.html"))
      // Ended after the new link was made and before it was put in the place of the old one.
      let link = parent.appending(path: ".latest").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "2026-03-01")
      try folder.publish()
      try folder.publish()
      let names = try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted()
      #expect(names == ["2026-03-02", "latest"])
      let latest = parent.appending(path: "latest").path
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: latest) == "2026-03-02")
    }
  }
}
