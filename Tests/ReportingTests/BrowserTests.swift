import Foundation
import Testing

@testable import Reporting

/// The page in a real browser: nothing on the console, readable contrast everywhere, names for what has a role, no
/// sideways scrolling on a phone, everything there with scripts off. Skipped where there is no Chromium.
@Suite(.serialized, .enabled(if: Chromium.path != nil, "needs Chromium")) struct BrowserTests {
  @Test func isReadableOnEveryScreen() throws {
    try withPage(SampleReport.full) { (browser: Chromium) throws in
      for (width, isDark) in [(1200, false), (1200, true), (760, false), (390, false), (390, true)] {
        try browser.show(width: width, isDark: isDark)
        #expect(try browser.evaluate(Self.lowContrast) as? [String] == [], "\(width)")
        #expect(try browser.evaluate(Self.clippedText) as? [String] == [], "\(width)")
        let overhang = try browser.evaluate("document.documentElement.scrollWidth - innerWidth") as? Int
        #expect(overhang.map { $0 <= 0 } == true, "\(width)")
      }
      #expect(browser.problems == [])
    }
  }

  @Test func everyKindOfReportLoadsWithoutComplaint() throws {
    let browser = try Chromium()
    for sample in SampleReport.all {
      try show(text(sample.report), in: browser)
      #expect(browser.problems == [], "\(sample.testDescription)")
      #expect(try browser.evaluate("document.images.length + document.forms.length") as? Int == 0)
    }
  }

  /// The checks themselves see what they are there for.
  @Test func checksSeeWhatIsWrong() throws {
    let broken = text(SampleReport.full)
      .replacing(
        "<p class=\"kicker\">",
        with: "<script>1</script><p class=\"kicker\"><svg width=\"9\"><text x=\"5\">wide</text></svg>"
      )
      .replacing(PageStyle.text, with: PageStyle.text.replacing("--quiet: #57626c", with: "--quiet: #a0a8ae"))
      .replacing(
        SHA256.base64(PageStyle.text),
        with: SHA256.base64(PageStyle.text.replacing("--quiet: #57626c", with: "--quiet: #a0a8ae")))
    try withPage(text: broken) { (browser: Chromium) throws in
      try browser.show(width: 1200, isDark: false)
      #expect(
        try (browser.evaluate(Self.lowContrast) as? [String])?.contains {
          $0.contains("READBACK") || $0.contains("Readback report")
        } == true)
      #expect(try browser.evaluate(Self.clippedText) as? [String] == ["wide"])
      #expect(browser.problems.contains { $0.contains("Content Security Policy") })
    }
  }

  @Test func tellsAScreenReaderWhatThingsAre() throws {
    try withPage(SampleReport.full) { (browser: Chromium) throws in
      let tree = try browser.accessibilityTree()
      let named: Set = [
        "image", "link", "button", "heading", "table", "navigation", "region", "columnheader", "rowheader",
      ]
      for node in tree where named.contains(node.role) && !["columnheader"].contains(node.role) {
        #expect(!node.name.isEmpty, "a \(node.role) has no name")
      }
      let roles = Set(tree.map(\.role))
      for role in ["main", "navigation", "heading", "table", "image", "link", "list"] {
        #expect(roles.contains(role))
      }
      #expect(tree.count { $0.role == "heading" } > 15)
      #expect(tree.contains { $0.role == "image" && $0.name.contains("+6.6 reopens per 100 tickets") })
    }
  }

  @Test func worksByKeyboard() throws {
    try withPage(SampleReport.full) { (browser: Chromium) throws in
      try browser.press("Tab", code: 9)
      #expect(try browser.evaluate("document.activeElement.className") as? String == "skip")
      #expect(
        try browser.evaluate("document.activeElement.getBoundingClientRect().left >= 0") as? Bool == true)
      // Sorting by a head of a column: the widest difference comes first, and the head says so.
      let sort = """
        (() => {
          const table = document.querySelector("#gaps table");
          const button = [...table.tHead.querySelectorAll("button")].find(b => b.textContent.startsWith("Found"));
          button.click();
          const head = button.closest("th").getAttribute("aria-sort");
          const first = table.tBodies[0].rows[0].cells[1].textContent.trim();
          button.click(); button.click();
          return [head, first, table.tBodies[0].rows[0].cells[0].textContent.trim().split("\\n")[0]];
        })()
        """
      let result = try browser.evaluate(sort) as? [String]
      #expect(result?[0] == "descending")
      #expect(result?[1] == "55%")
      #expect(result?[2].hasPrefix("Closing notes that say nothing") == true)
    }
  }

  /// With scripts off nothing is missing: the page's own code adds only buttons and a search field.
  @Test func scriptAddsNoContent() throws {
    let page = text(SampleReport.full)
    let bare = page.replacing(PageScript.text, with: "")
    #expect(bare != page)
    let browser = try Chromium()
    let texts = try [page, bare].map { version in
      try show(version, in: browser)
      return try browser.evaluate("document.body.innerText.replace(/\\s+/g, ' ')") as? String ?? ""
    }
    #expect(texts[1].count > 5_000)
    #expect(texts[0] == texts[1])
  }

  @Test func indexIsReadable() throws {
    let index = IndexPage(
      column: "group", whole: .init(value: "", file: "report.html", report: SampleReport.full),
      entries: [.init(value: "Service Desk", file: "desk.html", report: SampleReport.full)])
    var output: [UInt8] = []
    index.append(to: &output)
    try withPage(text: String(decoding: output, as: UTF8.self)) { (browser: Chromium) throws in
      #expect(try browser.evaluate(Self.lowContrast) as? [String] == [])
      #expect(browser.problems == [])
    }
  }

  // MARK: -

  private func text(_ report: Report) -> String {
    String(decoding: HTMLReporter().bytes(report), as: UTF8.self)
  }

  private func withPage(_ report: Report, _ body: (Chromium) throws -> Void) throws {
    try withPage(text: text(report), body)
  }

  private func withPage(text: String, _ body: (Chromium) throws -> Void) throws {
    let browser = try Chromium()
    try show(text, in: browser)
    try body(browser)
  }

  private func show(_ text: String, in browser: Chromium) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "readback-\(UUID().uuidString).html")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try browser.open(file)
  }

  /// Text below the contrast of WCAG 2.2, 1.4.3 (4.5, or 3 for large text), by its own formula: relative luminance of
  /// the text against the nearest opaque background; letters in drawings against the page.
  private static let lowContrast = #"""
    (() => {
      const channel = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
      const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
      const parse = text => (text.match(/[\d.]+/g) || []).map(Number);
      const background = element => {
        for (let at = element; at; at = at.parentElement) {
          const c = parse(getComputedStyle(at).backgroundColor);
          if (c.length === 3 || c[3] === 1) return c;
        }
        return [255, 255, 255];
      };
      const low = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim();
        const element = walker.currentNode.parentElement;
        if (!text || ["SCRIPT", "STYLE", "title", "desc"].includes(element.tagName)) continue;
        if (!element.getClientRects().length) continue;
        const style = getComputedStyle(element);
        const ink = parse(element instanceof SVGElement ? style.fill : style.color);
        const a = luminance(ink), b = luminance(background(element));
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
        if (ratio < (isLarge ? 3 : 4.5)) low.push(`${ratio.toFixed(2)} ${element.tagName} ${text.slice(0, 40)}`);
      }
      return low;
    })()
    """#

  /// Letters of drawings that lie outside of their drawing, where they are cut off.
  private static let clippedText = #"""
    [...document.querySelectorAll("svg text")].filter(text => {
      const box = text.getBoundingClientRect();
      if (!box.width) return false;
      const frame = text.closest("svg").getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
        || box.bottom > frame.bottom + 1;
    }).map(text => text.textContent)
    """#
}
