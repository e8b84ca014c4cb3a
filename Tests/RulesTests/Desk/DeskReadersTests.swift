import TestSupport
import Testing
import Tickets

@testable import Rules

/// The desk's own word on who reads its replies.
@Suite struct DeskReadersTests {
  private static let lay = [
    "requester: My screen is black.", "staff: I changed the group policy and the MTU.",
  ]
  private static let fluent = [
    "requester: Our DHCP server gives no leases, and the switch drops the VLAN tags of that port.",
    "staff: I changed the group policy and the MTU.",
  ]

  private func found(_ lines: [String], _ readers: DeskOptions.Readers) throws -> [String] {
    var options = DeskOptions()
    options.readers = readers
    let rules = try RuleSet(PackIndex.builtIn(options: options))
    var judge = Judge(rules)
    var thread = try Thread(rules.packs)
    var written = ExampleThread(lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let found = judge.judgement.marks.map { rules.abouts[Int($0.rule)].id }
      .filter { $0 == "jargon.term" || $0 == "jargon.acronym" }
    thread.end(&written.batch)
    return found.map(\.description).sorted()
  }

  @Test func mixedReadersAreToldByWhatTheyWrite() throws {
    #expect(try found(Self.lay, .mixed) == ["jargon.acronym", "jargon.term"])
    #expect(try found(Self.fluent, .mixed).isEmpty)
  }

  @Test func technicalReadersNeedNoExplanation() throws {
    #expect(try found(Self.lay, .technical).isEmpty)
  }

  @Test func layReadersAlwaysDo() throws {
    #expect(try found(Self.fluent, .lay) == ["jargon.acronym", "jargon.term"])
  }

  @Test func numbersOfDifferentReadersAreNotCompared() throws {
    var options = DeskOptions()
    options.readers = .technical
    #expect(try RuleSet(PackIndex.builtIn(options: options)).hash != RuleSet.builtIn().hash)
  }

  /// A title that names an option, a macro or a call is one programmer's to another.
  @Test(arguments: ["--verbose is ignored", "#[test] does not count", "get() crashes", "std::io is slow"])
  func codeInTheTitleTellsATechnicalReader(title: String) throws {
    #expect(try found(["title: \(title)"] + Self.lay, .mixed).isEmpty)
  }

  @Test(arguments: ["Printer -- again", "Order #12 (urgent)", "Wifi: slow"])
  func otherTitlesDont(title: String) throws {
    #expect(try found(["title: \(title)"] + Self.lay, .mixed).count == 2)
  }
}
