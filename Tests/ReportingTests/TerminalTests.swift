import TestSupport
import Testing

@testable import Reporting

@Suite struct TerminalTests {
  @Test(arguments: [80, 120])
  func looksAsAgreed(_ width: Int) throws {
    let bytes = TerminalReporter(width: width).bytes(SampleReport.full)
    try expectGolden(String(decoding: bytes, as: UTF8.self), "reporting/terminal-\(width).txt")
  }

  @Test func outcomesAloneShowRatesByKind() throws {
    let bytes = TerminalReporter(width: 80).bytes(SampleReport.outcomesOnly)
    try expectGolden(String(decoding: bytes, as: UTF8.self), "reporting/terminal-outcomes-only.txt")
  }

  @Test func warnsOnEveryTableWhereNumbersLeak() throws {
    let text = String(decoding: TerminalReporter(width: 80).bytes(SampleReport.leaky), as: UTF8.self)
    try expectGolden(text, "reporting/terminal-leaky.txt")
    #expect(
      text.split(separator: "! These numbers may hold text", omittingEmptySubsequences: false).count == 5)
  }

  @Test func textWithoutOutcomesShowsWhatWasFound() throws {
    let bytes = TerminalReporter(width: 100).bytes(SampleReport.textOnly)
    try expectGolden(String(decoding: bytes, as: UTF8.self), "reporting/terminal-text-only.txt")
  }

  @Test func coloursUnderlineAndLink() throws {
    let bytes = TerminalReporter(width: 80, hasColour: true).bytes(SampleReport.full)
    try expectGolden(
      String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "␛"), "reporting/terminal-colour.txt")
  }

  /// Addresses are the one thing that may stand out: a broken link is no link.
  @Test(arguments: SampleReport.all)
  func fitsEveryWidth(_ sample: SampleReport.Sample) {
    for width in [72, 80, 100, 120, 200] {
      let text = String(decoding: TerminalReporter(width: width).bytes(sample.report), as: UTF8.self)
      for line in text.split(separator: "\n") where !line.contains("https://") {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
      #expect(!text.unicodeScalars.contains { $0 != "\n" && PlainText.isUnsafe($0) })
    }
  }

  /// Colour adds escape sequences and takes away the carets, the guillemets round long evidence and the
  /// written-out links, nothing else.
  @Test func colourChangesNoWord() {
    var coloured = String(
      decoding: TerminalReporter(width: 80, hasColour: true).bytes(SampleReport.full), as: UTF8.self)
    coloured.replace(/\u{1B}\]8;;[^\u{1B}]*\u{1B}\\|\u{1B}\[[0-9;]*m/, with: "")
    let plain = String(decoding: TerminalReporter(width: 80).bytes(SampleReport.full), as: UTF8.self)
    func words(_ text: String) -> [Substring] {
      text.filter { !"«»".contains($0) }.split(separator: "\n").filter {
        !$0.allSatisfy { " ^".contains($0) }
      }
      .flatMap { $0.split(separator: " ") }.filter { !$0.hasPrefix("https://") }
    }
    #expect(words(coloured) == words(plain))
  }
}
