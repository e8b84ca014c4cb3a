import Foundation
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct DigestTests {
  private let digest = DigestMessage(
    sender: "Bureau Réponse <readback@desk.example.org>",
    recipients: ["lead@desk.example.org", "second@desk.example.org"],
    date: Timestamp(year: 2026, month: 7, day: 13, hour: 5, minute: 30, second: 7),
    reportAddress: "https://desk.example.org/readback/latest.html")

  @Test func looksAsAgreed() throws {
    var output: [UInt8] = []
    digest.append(SampleReport.full, to: &output)
    try expectGolden(String(decoding: output, as: UTF8.self), "reporting/digest.eml")
  }

  @Test func everyLineKeepsToTheLimits() {
    for sample in SampleReport.all {
      var output: [UInt8] = []
      digest.append(sample.report, to: &output)
      #expect(output.allSatisfy { $0 < 0x80 })
      let text = String(decoding: output, as: UTF8.self)
      for line in text.components(separatedBy: "\r\n") {
        #expect(line.utf8.count <= 78)
        #expect(!line.utf8.contains { $0 == 10 || $0 == 13 })
        #expect(line != ".")
      }
    }
  }

  /// Times from GNU date: date -u -R -d @SECONDS
  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_783_920_607, "Mon, 13 Jul 2026 05:30:07 +0000"),
    (-1, "Wed, 31 Dec 1969 23:59:59 +0000"), (951_827_405, "Tue, 29 Feb 2000 12:30:05 +0000"),
  ])
  func dates(_ seconds: Int, _ expected: String) {
    #expect(DigestMessage.date(Timestamp(seconds: Int64(seconds))) == expected)
  }

  @Test func nothingStartsAnotherHeader() {
    #expect(DigestMessage.address("a@b.example\r\nBcc: x@y.example") == "a@b.example Bcc: x@y.example")
    #expect(!DigestMessage.encodedWords("Subject\r\nX: y").contains("\n"))
  }

  @Test func bodiesComeBack() {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["a", " ", "=", ".", "é", "漢", "\t", "\n", "word", String(repeating: "x", count: 40)]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let encoded = DigestMessage.quotedPrintable(text)
      for line in encoded.components(separatedBy: "\r\n") {
        #expect(line.utf8.count <= 76)
        #expect(line.last != " " && line.last != "\t")
      }
      #expect(decoded(encoded) == text)
    }
  }

  @Test func encodedWordsComeBack() {
    let text = "Readback (Bürgerbüro & 業務システム): 9.3% der gelösten Anfragen wurden wieder geöffnet, sehr lang"
    let lines = DigestMessage.encodedWords(text).components(separatedBy: "\r\n ")
    #expect(lines.count > 1)
    let bytes = lines.flatMap { line -> [UInt8] in
      #expect(line.utf8.count <= 75)
      let payload = line.dropFirst("=?utf-8?B?".count).dropLast(2)
      return Data(base64Encoded: String(payload)).map { [UInt8]($0) } ?? []
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  /// Quoted-printable the other way, straight from RFC 2045.
  private func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.replacing("=\r\n", with: "").replacing("\r\n", with: "\n").utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "=") {
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
