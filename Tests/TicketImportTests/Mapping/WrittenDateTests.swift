import Foundation
import TestSupport
import Testing
import Tickets

@testable import TicketImport

@Suite struct WrittenDateTests {
  private func moment(_ text: String, _ order: DateOrder = .dayFirst, zone: ZoneRules = .utc) -> Timestamp? {
    onBytes(of: text) { WrittenDate($0)?.timestamp(order: order, zone: zone) }
  }

  /// Expected values are from GNU `date -u -d … +%FT%TZ`.
  @Test(arguments: [
    ("2026-03-01T09:15:00Z", "2026-03-01T09:15:00Z"),
    ("2026-03-01 09:15:00", "2026-03-01T09:15:00Z"),
    ("  2026-03-01 9:15 ", "2026-03-01T09:15:00Z"),
    ("2026-03-01T09:15:00.123+01:00", "2026-03-01T08:15:00Z"),
    ("2022-01-02 11:12:51+00:00", "2022-01-02T11:12:51Z"),
    ("2012-03-22T19:01:56-03:00", "2012-03-22T22:01:56Z"),
    ("2009-06-10 16:55:32 +0200", "2009-06-10T14:55:32Z"),
    ("2026/03/01 23:59:59", "2026-03-01T23:59:59Z"),
    ("2026-03-01", "2026-03-01"),
    ("29/2/2016 01:16", "2016-02-29T01:16:00Z"),
    ("05-03-2016 12:00", "2016-03-05T12:00:00Z"),
    ("31.12.26 09:15", "2026-12-31T09:15:00Z"),
    ("31. 12. 2026", "2026-12-31"),
    ("30/Jun/25 9:54 AM", "2025-06-30T09:54:00Z"),
    ("03/Jan/26 3:50 PM", "2026-01-03T15:50:00Z"),
    ("30/Sep/21 17:20", "2021-09-30T17:20:00Z"),
    ("18/jul/26 12:05 a. m.", "2026-07-18T00:05:00Z"),
    ("04/nov/25", "2025-11-04"),
    ("19-Aug-2026 20:13:14", "2026-08-19T20:13:14Z"),
    ("5. März 2026 08:00", "2026-03-05T08:00:00Z"),
    ("12 août 2025 07:30", "2025-08-12T07:30:00Z"),
    ("1 dez 2024", "2024-12-01"),
    ("14 juil. 2024 10:00", "2024-07-14T10:00:00Z"),
    ("14 juin 2024 10:00", "2024-06-14T10:00:00Z"),
    ("Thu, 5 Sep 2024 16:12:18 +0100", "2024-09-05T15:12:18Z"),
    ("Tue, 5 Mar 2024 18:39:11 -0800 (PST)", "2024-03-06T02:39:11Z"),
    ("Tue Sep 22 12:06:29 2015", "2015-09-22T12:06:29Z"),
    ("Fri Feb 04 17:10:22 +0000 2022", "2022-02-04T17:10:22Z"),
    ("Feb 4, 2026, 3:04:05\u{202F}PM", "2026-02-04T15:04:05Z"),
    ("March 4, 2026", "2026-03-04"),
    ("20260301", "2026-03-01"),
    ("20260301091500", "2026-03-01T09:15:00Z"),
    ("1709284500", "2024-03-01T09:15:00Z"),
    ("1709284500123", "2024-03-01T09:15:00Z"),
    ("12/31/2026 12:00:07 AM UTC", "2026-12-31T00:00:07Z"),
    ("2016-12-31 23:59:60", "2016-12-31T23:59:59Z"),
  ]) func isRead(_ text: String, _ expected: String) {
    let order: DateOrder = text.hasPrefix("12/31") ? .monthFirst : .dayFirst
    #expect(moment(text, order)?.iso8601 == expected)
  }

  @Test(arguments: [
    "", "hello", "12", "2026", "2026-13-01", "2026-02-29", "31/02/2026", "2026-03-01 25:00",
    "2026-03-01 09:60",
    "1.2.3", "10.0.0.12", "2026-03-01 and more", "13:15 PM", "2026-03-01 13:15 PM", "1,2,3", "0",
    "99/99/2026", "v1.2.3",
    "INC0010023", "2026-03-01T", "31/12", "0/0/2026", "+49 30 123456", "3/4 of it",
  ]) func isNoDate(_ text: String) {
    #expect(moment(text) == nil)
  }

  @Test func orderIsOpenOnlyWhereItIs() {
    func isOpen(_ text: String) -> Bool? {
      onBytes(of: text) { WrittenDate($0)?.isOrderOpen }
    }
    #expect(isOpen("03/04/2026") == true)
    #expect(isOpen("03-04-2026 10:00") == true)
    #expect(isOpen("03.04.2026") == false)
    #expect(isOpen("2026-03-04") == false)
    #expect(isOpen("3/Apr/26") == false)
    #expect(moment("03/04/2026", .dayFirst)?.iso8601 == "2026-04-03")
    #expect(moment("03/04/2026", .monthFirst)?.iso8601 == "2026-03-04")
  }

  @Test func precisionIsWhatWasWritten() {
    #expect(moment("2026-03-01")?.precision == .day)
    #expect(moment("2026-03-01 10:00")?.precision == .minute)
    #expect(moment("2026-03-01 10:00:00")?.precision == .second)
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("0123456789/-.: TZ+,amPpJunSep \u{e9}\u{202f}".utf8)
    for _ in 0..<20_000 {
      let text = (0..<Int(random.next() % 30)).map { _ in
        alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      if let moment = WrittenDate(text.span)?.timestamp(order: .dayFirst, zone: .utc) {
        #expect(moment.civil.month <= 12)
      }
    }
  }

  @Test func zones() throws {
    #expect(moment("2026-03-01 10:00", zone: ZoneRules(offset: 3600))?.iso8601 == "2026-03-01T09:00:00Z")
    #expect(moment("2026-03-01 10:00Z", zone: ZoneRules(offset: 3600))?.iso8601 == "2026-03-01T10:00:00Z")
    #expect(try #require(ZoneRules(offset: "-03:30")) == ZoneRules(offset: -12_600))
    #expect(ZoneRules(offset: "Mars/Olympus") == nil)
  }

  /// Oracle: Foundation, which has a time zone database of its own.
  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Cairo", "UTC",
  ])
  func namedZonesAgreeWithFoundation(_ name: String) throws {
    let rules = try ZoneRules(named: name)
    let foundation = try #require(TimeZone(identifier: name))
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      // 2000…2037; Cairo brought summer time back in 2023, which databases of 2022 don't know.
      let end: UInt64 = name == "Africa/Cairo" ? 700_000_000 : 1_190_000_000
      let moment = 946_684_800 + Int64(random.next() % end)
      let offset = Int64(foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
      let read = rules.moment(local: Timestamp(seconds: moment + offset))
      if read.seconds == moment { continue }
      // An hour that happens twice: the earlier moment shows the same local time.
      #expect(read.seconds < moment)
      let earlier = Int64(foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(read.seconds))))
      #expect(read.seconds + earlier == moment + offset)
    }
  }

  @Test(arguments: ["", "Nowhere/Atall", "../../etc/passwd", "/etc/passwd", "Europe"])
  func unknownZonesAreRefused(_ name: String) {
    #expect(throws: ImportError.self) { try ZoneRules(named: name) }
  }

  /// A file without transitions, whose rule says all (as `zic -b slim` writes them).
  @Test func theRuleInTheFooterHoldsForLaterYears() throws {
    var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let header: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
    let block: [UInt8] = [0, 0, 0x0E, 0x10, 0, 0] + Array("CET\0".utf8)
    bytes += header + block + Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + header + block
    bytes += Array("\nCET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
    let rules = try #require(ZoneRules(tzif: bytes))
    #expect(moment("2026-07-10 12:00", zone: rules)?.iso8601 == "2026-07-10T10:00:00Z")
    #expect(moment("2026-03-29 01:59", zone: rules)?.iso8601 == "2026-03-29T00:59:00Z")
    #expect(moment("2026-03-29 03:00", zone: rules)?.iso8601 == "2026-03-29T01:00:00Z")
    #expect(moment("2026-12-10 12:00", zone: rules)?.iso8601 == "2026-12-10T11:00:00Z")
    #expect(ZoneRules(tzif: Array("TZif2 and nothing else".utf8)) == nil)
    #expect(ZoneRules(tzif: Array(bytes.dropLast(60))) == nil)
  }

  /// Berlin in 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
  @Test func clockChanges() {
    let berlin = ZoneRules(
      first: 3600,
      changes: [
        (Timestamp(year: 2026, month: 3, day: 29, hour: 1).seconds, 7200),
        (Timestamp(year: 2026, month: 10, day: 25, hour: 1).seconds, 3600),
      ])
    func utc(_ text: String) -> String? { moment(text, zone: berlin)?.iso8601 }
    #expect(utc("2026-01-10 12:00") == "2026-01-10T11:00:00Z")
    #expect(utc("2026-07-10 12:00") == "2026-07-10T10:00:00Z")
    #expect(utc("2026-03-29 01:59") == "2026-03-29T00:59:00Z")
    #expect(utc("2026-03-29 02:30") == "2026-03-29T01:30:00Z")  // does not exist
    #expect(utc("2026-03-29 03:00") == "2026-03-29T01:00:00Z")
    #expect(utc("2026-10-25 01:59") == "2026-10-24T23:59:00Z")
    #expect(utc("2026-10-25 02:30") == "2026-10-25T00:30:00Z")  // twice: the earlier one
    #expect(utc("2026-10-25 03:00") == "2026-10-25T02:00:00Z")
  }
}
