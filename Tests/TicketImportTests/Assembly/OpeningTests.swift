import Foundation
import TestSupport
import Testing
import Tickets

@testable import TicketImport

/// What is opened by its path alone, and what the first look says about it.
@Suite struct OpeningTests {
  @Test func aGlanceShowsColumnsAndNoTotals() throws {
    let survey = try Importer.glance(paths: [Fixtures.root.appending(path: "xlsx/tickets.xlsx").path])
    #expect(!survey.isWhole)
    #expect(survey.files.first?.tables.first?.columns.contains { $0.field == .id } == true)
    #expect(survey.tickets == 0)
  }

  @Test func workbooksAreRead() throws {
    let importer = try Importer(paths: [Fixtures.root.appending(path: "xlsx/tickets.xlsx").path])
    #expect(importer.survey.files.first?.format.format == "Excel workbook")
    #expect(importer.survey.tickets > 0)
  }

  @Test func aFolderStandsForItsFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readback-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "below"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let head = "From: joe@example.com\nTo: help@desk.example\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n"
    let answer = "From: ana@desk.example\nTo: joe@example.com\nDate: Mon, 2 Mar 2026 11:00:00 +0000\n"
    try Data((head + "Subject: VPN\nMessage-ID: <1@x>\n\nIt drops.\n").utf8).write(
      to: folder.appending(path: "b.eml"))
    try Data((answer + "Subject: Re: VPN\nIn-Reply-To: <1@x>\n\nTry again.\n").utf8)
      .write(to: folder.appending(path: "below/a.eml"))
    try Data("ignored".utf8).write(to: folder.appending(path: ".hidden"))
    var importer = try Importer(paths: [folder.path])
    #expect(importer.survey.tickets == 1)
    var roles: [Role] = []
    try importer.read(ticketsPerBatch: 10) { batch in
      roles += batch.messages.map(\.role)
      return true
    }
    #expect(roles == [.requester, .staff])
    #expect(throws: ImportError.self) { try Importer(paths: [folder.path + "/nothing.csv"]) }
  }

  @Test func warningsSayWhatToDo() throws {
    let rows = (1...10_000).map { "INC\($0),GrÃ¼ÃŸe aus dem vierten Stock,2026-03-01 10:00:00" }.joined(
      separator: "\n")
    let cropped = "INC0," + String(repeating: "é", count: 32_000) + ",2026-03-01 10:00:00\n"
    let text = "number,short_description,opened_at\n"
    let capped = try Importer(inputs: [InputFile(bytes: Array((text + rows).utf8), name: "t.csv")])
    #expect(capped.survey.warnings.map(\.message).contains { $0.contains("exactly 10000 rows") })
    #expect(capped.survey.warnings.map(\.message).contains { $0.contains("converted to UTF-8 twice") })
    #expect(capped.survey.warnings.map(\.message).contains { $0.contains("--timezone") })
    let long = try Importer(inputs: [
      InputFile(bytes: Array(("number,description,opened_at\n" + cropped).utf8), name: "t.csv")
    ])
    #expect(long.survey.warnings.map(\.message).contains { $0.contains("32000 characters") })
  }
}
