import Reporting
import Testing

@Suite struct ProgressLineTests {
  @Test(arguments: [
    (0, 200, 0, 0.0, "░░░░░░░░░░░░░░░░░░░░ 0 %  0 of 200 tickets"),
    (50, 200, 8_000_000, 1.0, "█████░░░░░░░░░░░░░░░ 25 %  50 of 200 tickets · 2 of 8 MB"),
    (50, 200, 999_999, 10.0, "█████░░░░░░░░░░░░░░░ 25 %  50 of 200 tickets · 30 s left"),
    (10, 200, 0, 60.0, "█░░░░░░░░░░░░░░░░░░░ 5 %  10 of 200 tickets"),
    (100, 200, 0, 61.0, "██████████░░░░░░░░░░ 50 %  100 of 200 tickets · 2 min left"),
    (200, 200, 3_000_000, 9.0, "████████████████████ 100 %  200 of 200 tickets · 3 of 3 MB"),
    (300, 200, 0, 9.0, "████████████████████ 100 %  300 of 200 tickets"),
  ])
  func saysHowFarAndHowLong(_ done: Int, _ total: Int, _ bytes: Int, _ seconds: Double, _ line: String) {
    #expect(ProgressLine.text(done, of: total, bytes: bytes, seconds: seconds) == line)
  }
}
