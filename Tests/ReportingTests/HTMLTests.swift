import Foundation
import Outcomes
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct HTMLTests {
  @Test func looksAsAgreed() throws {
    try expectGolden(text(SampleReport.full), "reporting/report.html")
  }

  @Test func indexLooksAsAgreed() throws {
    var desk = SampleReport.full
    desk.scope = "group: Service Desk"
    desk.reopened = Proportion(events: 231, total: 2_704)
    desk.reopenInterval = SampleReport.wilson(231, 2_704)
    let index = IndexPage(
      column: "group", whole: .init(value: "", file: "report.html", report: SampleReport.full),
      entries: [
        .init(
          value: "Network & Operations", file: "groups/network & operations.html",
          report: SampleReport.outcomesOnly),
        .init(value: "Service Desk", file: "groups/service-desk.html", report: desk),
        .init(value: "", file: "groups/not-said.html", report: SampleReport.textOnly),
      ])
    var output: [UInt8] = []
    index.append(to: &output)
    try expectGolden(String(decoding: output, as: UTF8.self), "reporting/index.html")
    let page = HTMLStructure(String(decoding: output, as: UTF8.self))
    #expect(page.problems == [])
    #expect(page.elements.contains { $0.attributes["href"] == "groups/network%20%26%20operations.html" })
  }

  /// What a screen reader and a keyboard need, and what makes a page the same in every browser.
  @Test(arguments: SampleReport.all)
  func isWellBuilt(_ sample: SampleReport.Sample) throws {
    let page = HTMLStructure(text(sample.report))
    #expect(page.problems == [])
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)

    var lastHeading = 0
    for element in page.elements {
      for reference in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(reference)))
      }
      if let link = element.attributes["href"] {
        #expect(link.hasPrefix("https://") || ids.contains(String(link.dropFirst())), "\(link)")
      }
      // Inline styles and handlers would need the policy to be looser.
      #expect(element.attributes["style"] == nil)
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
      #expect(!["img", "link", "iframe", "object", "embed", "form"].contains(element.name))
      switch element.name {
      case "svg":
        #expect(element.attributes["role"] == "img")
        #expect(element.attributes["aria-labelledby"] != nil)
      case "th": #expect(["row", "col"].contains(element.attributes["scope"]))
      case "h1", "h2", "h3":
        let level = Int(element.name.dropFirst()) ?? 0
        #expect(level <= lastHeading + 1, "\(element.text)")
        lastHeading = level
      default: break
      }
    }
    for title in page.elements where title.name == "title" { #expect(!title.text.isEmpty) }
    for (at, table) in page.elements.enumerated() where table.name == "table" {
      let inside = page.elements.filter { $0.parents.contains(at) }
      #expect(inside.contains { $0.name == "caption" && !$0.text.isEmpty })
      let rows = page.elements.indices.filter {
        page.elements[$0].name == "tr" && page.elements[$0].parents.contains(at)
      }
      let widths = rows.map { row in
        page.elements.count { ["th", "td"].contains($0.name) && $0.parents.last == row }
      }
      #expect(Set(widths).count == 1)
    }
  }

  @Test func textFromTicketsStaysText() throws {
    let page = HTMLStructure(text(SampleReport.hostile))
    #expect(page.elements.count { $0.name == "script" } == 1)
    #expect(page.elements.count { $0.name == "style" } == 1)
    let quote = try #require(page.elements.first { $0.name == "mark" })
    #expect(quote.text.hasPrefix("&lt;/style&gt;&lt;script&gt;alert(1)"))
    #expect(!text(SampleReport.hostile).unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func policyAllowsJustItsOwnCode() throws {
    let page = HTMLStructure(text(SampleReport.full))
    let policy = try #require(
      page.elements.compactMap { $0.attributes["content"] }.first { $0.contains("default-src") })
    for name in ["style", "script"] {
      let code = try #require(page.elements.first { $0.name == name })
      #expect(policy.contains("\(name)-src &#39;sha256-\(SHA256.base64(code.text))&#39;"))
    }
    #expect(policy.hasPrefix("default-src &#39;none&#39;;"))
    #expect(!policy.contains("unsafe"))
  }

  @Test func staysSmallHoweverMuchWasRead() {
    var report = SampleReport.full
    let week = report.weeks[3]
    report.weeks = (0..<520).map {
      .init(
        start: week.start.adding(seconds: Int64($0) * 604_800), reopened: week.reopened,
        interval: week.interval)
    }
    for at in report.breakdowns.indices {
      report.breakdowns[at].rows = (0..<5_000).map { number in
        var row = report.breakdowns[0].rows[1]
        row.value = "value \(number)"
        return row
      }
    }
    report.rules = (0..<10).flatMap { _ in SampleReport.rules }
    report.associations = (0..<10).flatMap { _ in SampleReport.associations }
    #expect(HTMLReporter().bytes(report).count < 2_000_000)
  }

  /// Vectors of FIPS 180-4 and of `printf '%0.sa' $(seq N) | sha256sum` round the length of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  ])
  func digests(_ text: String, _ expected: String) {
    let hex = SHA256.digest(text.utf8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    #expect(hex.joined() == expected)
  }

  @Test func base64AsFoundationWritesIt() {
    for count in 0..<8 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 201) }
      #expect(SHA256.base64(bytes) == Data(bytes).base64EncodedString())
    }
  }

  private func text(_ report: Report) -> String {
    String(decoding: HTMLReporter().bytes(report), as: UTF8.self)
  }
}
