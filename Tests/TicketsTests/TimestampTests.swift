import Testing
import Tickets

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:30:05Z", 951_827_405), ("1969-12-31T23:59:59Z", -1),
    ("2026-11-21T00:00:00Z", 1_795_219_200),
  ])
  func knownSeconds(_ text: String, _ seconds: Int) {
    // Seconds from GNU date: date -u -d TEXT +%s
    #expect(Timestamp(seconds: Int64(seconds)).iso8601 == text)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for day in stride(from: -80_000, through: 80_000, by: 7) {
      let (year, month, date) = Timestamp(seconds: Int64(day) * 86_400).civil
      #expect(Timestamp(year: year, month: month, day: date).seconds == Int64(day) * 86_400)
    }
  }

  @Test func daysAreReadAndNothingElse() {
    #expect(Timestamp(day: "2024-02-29") == Timestamp(year: 2024, month: 2, day: 29, precision: .day))
    for text in [
      "2023-02-29", "2024-13-01", "2024-00-10", "24-02-29", "2024-2-3x", "2024/02/03", "", "2024-02",
      "-024-01-01",
    ] {
      #expect(Timestamp(day: text) == nil, "\(text)")
    }
  }
}
