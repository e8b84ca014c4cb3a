import Foundation
import Outcomes
import Rules
import TestSupport
import Testing
import TicketImport
import Tickets

@testable import Pipeline

@Suite struct ConfigurationTests {
  static func options(_ text: String) throws -> NightlyOptions {
    try NightlyOptions(
      Configuration("version: 1\n" + text, file: "etc/readback.yml"), temporaryFolder: "/tmp",
      today: Timestamp(year: 2026, month: 7, day: 6))
  }

  @Test func saysNothingAndEverythingHasADefault() throws {
    let options = try Self.options("")
    #expect(options.source == "desk" && options.inputs.isEmpty && options.settlingSeconds == 300)
    #expect(options.keptSeconds == 400 * 86_400 && options.periodSeconds == 26 * 7 * 86_400)
    #expect(options.database == "etc/history.sqlite" && options.folder == "etc/reports")
    #expect(options.analysis.cut.windowDays == 14 && options.analysis.cut.closingDays == nil)
    #expect(options.analysis.rules?.packs.options == DeskOptions())
    #expect(
      options.analysis.isMasked && !options.isRaw && options.outputs == [.html, .json, .csv, .findings])
  }

  @Test func readsEveryKeyOfTheTable() throws {
    // The table's own examples, so that none of them can be wrong.
    var text = ""
    var section = ""
    for key in ConfigurationKey.all where key.path != "version" {
      // Files that are not there are refused; see below.
      if ["rules.packs", "rules.vocabulary", "rules.suppressions", "rules.baseline"].contains(key.path) {
        continue
      }
      if key.section != section, !key.section.isEmpty { text += "\(key.section):\n" }
      section = key.section
      let example =
        key.form == .text && key.example.contains(where: { "*{".contains($0) })
        ? "\"\(key.example)\"" : key.example
      text += (section.isEmpty ? "" : "  ") + "\(key.name): \(example)\n"
    }
    let options = try Self.options(text)
    #expect(options.source == "servicenow" && options.readsAll && options.inputs == ["etc/exports/*.csv"])
    #expect(options.analysis.importing.mapping.map(\.field) == ["status"])
    #expect(options.analysis.importing.states.map(\.category) == [.open])
    #expect(options.analysis.importing.zone != nil && options.analysis.importing.dateOrder == .dayFirst)
    #expect(options.analysis.filter.conditions.map(\.value) == ["network", "desktop"])
    #expect(options.analysis.cut.windowDays == nil && options.analysis.cut.closingDays == 7)
    let desk = try #require(options.analysis.rules?.packs.options)
    #expect(
      desk.working.days == [0, 1, 2, 3, 4, 5] && desk.working.end == 86_400 && desk.working.offset == 3600)
    #expect(desk.working.holidays == [Timestamp(year: 2026, month: 12, day: 25).seconds / 86_400])
    #expect(
      desk.updates.byPriority == [
        UpdateTarget(1, .hours), UpdateTarget(2, .hours), UpdateTarget(1, .businessDays),
      ])
    #expect(options.keptSeconds == nil && options.database == "/var/lib/readback/history.sqlite")
    #expect(options.outputs == [.html, .markdown] && options.isSplitByGroup && options.mostRejects == 0)
    #expect(options.targets.map(\.goal) == [0.08, 0.1] && options.targets[1].rule == "jargon.acronym")
    #expect(options.gates == [.reopenRate(0.12), .newGap])
    #expect(options.digest?.recipients == ["lead@example.org"])
  }

  @Test(arguments: [
    ("windov: 14 days", "etc/readback.yml:2:1: unknown key “windov”"),
    ("reopens:\n  windov: 14 days", "etc/readback.yml:3:3: unknown key “windov”; do you mean “window”?"),
    ("reports:\n  folder: x", "etc/readback.yml:2:1: unknown key “reports”; do you mean “report”?"),
    ("reopens:\n  window: soon", "etc/readback.yml:3:11: “reopens.window”: a length of time"),
    ("reopens:\n  window: [1, 2]", "etc/readback.yml:3:11: “window” takes one value"),
    ("reopens: 14", "etc/readback.yml:2:10: “reopens” is a section"),
    ("import:\n  map: State", "etc/readback.yml:3:8: “map” takes names with values"),
    ("import:\n  states: {On hold: waiting}", "a state means open, resolved"),
    ("import:\n  timezone: Middle/Earth", "etc/readback.yml:3:13:"),
    ("tickets:\n  where: {colour: red}", "etc/readback.yml:3:11: unknown column"),
    ("tickets:\n  since: 2026-02-30", "is no day"),
    ("rules:\n  strictness: very", "default, strict is expected"),
    ("rules:\n  vocabulary: no-such-file.yml", "etc/no-such-file.yml: can't be read"),
    ("calendar:\n  days: [mon, today]", "“today” is none of mon"),
    ("calendar:\n  hours: 17:00-09:00", "hours such as"),
    ("calendar:\n  updates: [soon]", "hours or business days are expected"),
    ("report:\n  outputs: [html, pdf]", "“pdf” is none of html"),
    ("report:\n  mask: perhaps", "yes or no"),
    ("report:\n  ticket_url: https://desk.example.org/", "{id} is missing"),
    (
      "targets: {jargon.acronyms: 10 %}",
      "etc/readback.yml:2:11: no rule is called jargon.acronyms; do you mean jargon.acronym?"
    ),
    ("targets: {reopen_rate: 8}", "a share such as 8 %"),
    ("fail_on: [reopen_rate > many]", "“reopen_rate > many”"),
    ("fail_on: [\"jargon.acronyms > 3 %\"]", "do you mean jargon.acronym?"),
  ]) func saysWhatIsWrongAndWhere(_ text: String, _ message: String) throws {
    let error = #expect(throws: YAMLError.self) { try Self.options(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func aVersionIsRequired() {
    let error = #expect(throws: YAMLError.self) { try Configuration("source: desk\n", file: "r.yml") }
    #expect(error?.description.hasPrefix("r.yml:1:1: “version: 1” is expected") == true)
  }

  @Test func explainsWhereEachValueComesFrom() throws {
    let text = "version: 1\nreopens:\n  window: 21 days\nimport:\n  map: {status: State, text: Notes}\n"
    let rows = try Configuration(text, file: "r.yml").explanation()
    #expect(rows.map(\.key) == ConfigurationKey.all.map(\.path))
    func row(_ key: String) -> String {
      rows.first { $0.key == key }.map { "\($0.value) \($0.origin)" } ?? ""
    }
    #expect(row("reopens.window") == "21 days r.yml:3")
    #expect(row("reopens.auto_close") == "none default")
    #expect(row("import.map") == "status: State, text: Notes r.yml:5")
  }

  @Test(
    arguments: [
      ("90 s", 90), ("5 min", 300), ("2h", 7200), ("400d", 34_560_000), ("26 weeks", 15_724_800),
      ("1 day", 86_400),
      ("0 s", 0), ("", nil), ("5", nil), ("min", nil), ("-1 h", nil), ("5 months", nil),
      ("99999999999999999999 s", nil),
      ("9999999 weeks", nil),
    ] as [(String, Int64?)]) func readsLengthsOfTime(_ text: String, _ seconds: Int64?)
  {
    #expect(Configuration.seconds(text) == seconds)
  }
}

@Suite struct ConfigurationSchemaTests {
  @Test func namesEveryKeyOfTheTable() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.json.utf8)) as? [String: Any]
    let top = try #require(schema?["properties"] as? [String: Any])
    for key in ConfigurationKey.all {
      let own =
        key.section.isEmpty
        ? top : (top[key.section] as? [String: Any])?["properties"] as? [String: Any]
      #expect((own?[key.name] as? [String: Any])?["description"] != nil, "\(key.path)")
    }
    let sections = Set(ConfigurationKey.all.map { $0.section.isEmpty ? $0.name : $0.section })
    #expect(Set(top.keys) == sections)
  }

  @Test func theExampleOfTheFixturesIsRead() throws {
    let text = try String(decoding: Fixtures.bytes("desk/readback.yml"), as: UTF8.self)
    let options = try NightlyOptions(
      Configuration(text, file: "readback.yml"), temporaryFolder: "/tmp",
      today: Timestamp(year: 2026, month: 7, day: 6))
    #expect(options.gates.count == 2 && options.isSplitByGroup)
  }
}
