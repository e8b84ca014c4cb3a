import Reporting
import TestSupport
import Testing

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
}
