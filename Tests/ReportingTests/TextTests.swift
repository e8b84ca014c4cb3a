import Foundation
import Glibc
import TestSupport
import Testing

@testable import Reporting

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.285, 2, "0.29"), (1.005, 2, "1.01"), (-0.04, 1, "0.0"), (-0.06, 1, "−0.1"), (999.95, 1, "1,000.0"),
    (1e-7, 3, "0.000"), (1.5e9, 0, "1,500,000,000"), (0, 2, "0.00"), (9.5, 0, "10"), (.infinity, 1, "–"),
    (.leastNonzeroMagnitude, 4, "0.0000"), (0.95, 0, "1"), (0.05, 0, "0"),
    (1e22, 0, "10,000,000,000,000,000,000,000"),
  ])
  func fixedDigits(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(NumberText.fixed(value, digits) == expected)
  }

  @Test func groupsByThousands() {
    #expect(NumberText.grouped(0) == "0")
    #expect(NumberText.grouped(999) == "999")
    #expect(NumberText.grouped(-24_918) == "−24,918")
    #expect(NumberText.grouped(.min) == "−9,223,372,036,854,775,808")
  }

  @Test func signsAndShares() {
    #expect(NumberText.signed(4.13, 1) == "+4.1")
    #expect(NumberText.signed(-0.34, 1) == "−0.3")
    #expect(NumberText.signed(0.04, 1) == "0.0")
    #expect(NumberText.percent(0.0934) == "9.3%")
    #expect(NumberText.percent(0.285, 0) == "29%")
    #expect(NumberText.percent(1) == "100.0%")
  }

  @Test func machineNumbersHaveNoNoise() {
    #expect(NumberText.machine(0.1 + 0.2) == "0.3")
    #expect(NumberText.machine(-1.00004) == "-1")
    #expect(NumberText.machine(-0.00001) == "0")
    #expect(NumberText.machine(12_345.67891) == "12345.6789")
    #expect(NumberText.machine(.nan) == nil)
  }

  /// Foundation's decimal arithmetic is the second opinion, on the decimal that the value prints as.
  @Test func roundsAsDecimalArithmeticDoes() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 0...6, using: &generator)
      let magnitude = Double.random(in: -6...6, using: &generator)
      // Half of them end in a 5 right where they are cut.
      var value = Double.random(in: -1...1, using: &generator) * pow(10, magnitude)
      if Bool.random(using: &generator) {
        let scale = pow(10, Double(digits))
        value = (floor(value * scale) * 10 + 5) / (scale * 10)
      }
      var exact = try #require(Decimal(string: "\(value)", locale: Locale(identifier: "en_US_POSIX")))
      var rounded = Decimal()
      // .plain is half away from zero.
      NSDecimalRound(&rounded, &exact, digits, .plain)
      let machine = try #require(NumberText.machine(value, digits))
      let ours = try #require(Decimal(string: machine, locale: Locale(identifier: "en_US_POSIX")))
      #expect(ours == rounded, "\(value) to \(digits)")
    }
  }
}

@Suite struct DisplayWidthTests {
  /// glibc's own table is the second opinion. It counts unassigned and private scalars its own way, and sets
  /// the soft hyphen and some format characters apart.
  @Test func agreesWithTheSystem() throws {
    // The overlay hides wcwidth behind a feature macro, so it is looked up by name.
    let symbol = try #require(dlsym(dlopen(nil, RTLD_NOW), "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    var differing: [UInt32] = []
    var compared = 0
    for value in UInt32(0x20)...0x3FFFD {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        continue
      default: break
      }
      let theirs = wcwidth(wchar_t(bitPattern: value))
      guard theirs >= 0 else { continue }  // newer than the system's tables
      compared += 1
      if DisplayWidth.of(scalar) != Int(theirs) { differing.append(value) }
    }
    #expect(compared > 100_000)
    #expect(differing.count < 4, "\(differing.map { String($0, radix: 16) })")
  }

  @Test(arguments: [
    ("abc", 3), ("業務システム", 12), ("e\u{301}", 1), ("👩‍💻", 2), ("🇩🇪", 2), ("☎️", 2), ("한글", 4), ("ä", 1), ("", 0),
  ])
  func textOfSeveralScripts(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}

@Suite struct WrappingTests {
  @Test func neverWiderThanAskedAndLosesNothing() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "bc", " ", "  ", "業務", "naïve", "x̂", "👍", "averyverylongword", "-"]
    for _ in 0..<2_000 {
      let runs = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        TextRun(
          text: pieces.randomElement(using: &generator) ?? "",
          style: Bool.random(using: &generator) ? .bold : [])
      }
      let text = StyledText(runs)
      let width = Int.random(in: 2...20, using: &generator)
      let lines = text.wrapped(to: width)
      for line in lines { #expect(line.width <= width) }
      func letters(_ text: StyledText) -> String { text.runs.map(\.text).joined().filter { $0 != " " } }
      #expect(letters(StyledText(lines.flatMap(\.runs))) == letters(text))
    }
  }

  @Test func controlCharactersNeverReachTheTerminal() {
    #expect(PlainText.line("a\u{1B}[31mred\u{202E}x\t\r\n y\u{9B}2J") == "a[31mredx y2J")
    #expect(PlainText.trimmed("  a \n") == "a")
  }

  @Test func onlyWebAddressesBecomeLinks() {
    #expect(PlainText.webAddress("javascript:alert(1)") == nil)
    #expect(PlainText.webAddress("https://a.example/x?q=\"><b") == "https://a.example/x?q=%22%3E%3Cb")
    #expect(PlainText.webAddress("HTTP://a.example/ü") == "HTTP://a.example/%C3%BC")
    #expect(PlainText.webAddress(nil) == nil)
  }
}
