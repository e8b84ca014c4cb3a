/// One key of `readback.yml`: the same table reads the file, explains it, writes a new one and fills the manual.
public struct ConfigurationKey: Sendable {
  /// What may stand behind it.
  public enum Form: Sendable {
    /// One text.
    case text
    /// One path, from the folder of the file.
    case path
    /// Texts; a single one may stand without being a list.
    case texts
    /// Paths, likewise.
    case paths
    /// Names of the user's own, each with a text or a list of them.
    case pairs
  }

  /// Section and name: `reopens.window`, or a name alone.
  public var path: String
  /// What may stand behind it.
  public var form: Form
  /// What holds where the file says nothing, as it would be written; empty for nothing.
  public var standard: String
  /// What may be written instead, for a comment.
  public var example: String
  /// What it means, in a line.
  public var meaning: String

  /// The section; empty for none.
  public var section: String { path.contains(".") ? String(path.prefix { $0 != "." }) : "" }
  /// The name within the section.
  public var name: String { path.contains(".") ? String(path.drop { $0 != "." }.dropFirst()) : path }

  private init(_ path: String, _ form: Form, _ standard: String, _ example: String, _ meaning: String) {
    self.path = path
    self.form = form
    self.standard = standard
    self.example = example
    self.meaning = meaning
  }

  /// What a section is for.
  public static let sections: [(name: String, meaning: String)] = [
    ("inputs", "where the exports are"), ("import", "how to read them, where that is not recognised"),
    ("tickets", "which tickets to look at"), ("reopens", "what counts as a reopen"),
    ("rules", "what to look for"), ("calendar", "when the desk works, for silences that are too long"),
    ("history", "what is remembered from night to night"), ("report", "what is written, and where"),
    ("digest", "the report as a mail; it is written, never sent"), ("targets", "shares to reach"),
  ]

  /// All keys, in the order of a new file.
  public static let all: [ConfigurationKey] = [
    .init("version", .text, "", "1", "the form of this file"),
    .init("source", .text, "desk", "servicenow", "what to call the system the tickets come from"),

    .init(
      "inputs.files", .paths, "", "exports/*.csv",
      "files, folders and patterns; new and changed files are read"),
    .init(
      "inputs.read", .text, "new", "all",
      "new: only files that are new or have changed; all: all of them once one is new, where tickets and messages are "
        + "in separate files"),
    .init("inputs.settle", .text, "5 min", "1 h", "a file changed less long ago is left for the next run"),

    .init("import.map", .pairs, "", "{status: State}", "which column holds what"),
    .init(
      "import.states", .pairs, "", "{On hold: open}", "what states mean: open, resolved, closed or cancelled"),
    .init("import.timezone", .text, "", "Europe/Berlin", "zone of times that are written without one"),
    .init("import.date_order", .text, "", "dmy", "dmy or mdy, where dates don't tell"),
    .init(
      "import.staff", .texts, "", "[\"*@desk.example.org\"]", "names or addresses of staff, * for anything"),
    .init("import.requesters", .texts, "", "[\"*@example.org\"]", "names or addresses of requesters"),
    .init("import.encoding", .text, "", "windows-1252", "encoding of files that are not UTF-8"),
    .init("import.sheet", .text, "", "Tickets", "sheet of a workbook"),
    .init("import.xml_record", .text, "", "issues/issue", "element of an XML file that is a ticket"),
    .init("import.xml_message", .text, "", "journals/journal", "element within it that is a message"),
    .init("import.recover", .text, "no", "yes", "read on past control characters that XML forbids"),
    .init("import.max_field", .text, "10000000", "1000000", "longest field in bytes"),

    .init("tickets.since", .text, "", "2026-01-01", "only tickets opened on this day or later"),
    .init("tickets.until", .text, "", "2026-07-01", "only tickets opened before this day"),
    .init("tickets.where", .pairs, "", "{group: [Network, Desktop]}", "only tickets with these values"),

    .init("reopens.window", .text, "14 days", "none", "how long after the first resolution a reopen counts"),
    .init("reopens.auto_close", .text, "none", "7 days", "after this the tool closes tickets for good"),

    .init("rules.strictness", .text, "default", "strict", "strict adds suggestions"),
    .init(
      "rules.readers", .text, "mixed", "lay",
      "who reads the replies: lay and technical people know no jargon or all of it, mixed is told ticket by ticket"
    ),
    .init("rules.packs", .paths, "", "[packs]", "packs of the desk's own"),
    .init("rules.vocabulary", .path, "", "vocabulary.yml", "words this desk accepts, rejects and explains"),
    .init("rules.suppressions", .path, "", "suppressions.yml", "what the desk has decided not to hear of"),
    .init("rules.baseline", .path, "", "baseline.tsv", "findings that are known"),

    .init(
      "calendar.days", .texts, "[mon, tue, wed, thu, fri]", "[mon, tue, wed, thu, fri, sat]", "days of work"),
    .init("calendar.hours", .text, "09:00-17:00", "00:00-24:00", "hours of work"),
    .init("calendar.utc_offset", .text, "+00:00", "+01:00", "how far the desk's clock is ahead of UTC"),
    .init("calendar.holidays", .texts, "", "[2026-12-25]", "days without work"),
    .init(
      "calendar.updates", .texts, "[1 h, 4 h, 1 business day, 3 business days]", "[1 h, 2 h, 1 business day]",
      "how long a requester may be left without a word, by priority, the most urgent first"),

    .init("history.db", .path, "history.sqlite", "/var/lib/readback/history.sqlite", "the database"),
    .init(
      "history.key_file", .path, "", "/etc/readback/key",
      "the key people are numbered with; DB.key unless given"),
    .init("history.keep", .text, "400 days", "forever", "tickets first resolved longer ago are forgotten"),

    .init("report.folder", .path, "reports", "/srv/www/readback", "each run makes a folder in it"),
    .init("report.period", .text, "26 weeks", "52 weeks", "how far back tickets are compared"),
    .init(
      "report.outputs", .texts, "[html, json, csv, findings]", "[html, markdown]",
      "html, json, csv (tables), findings (NDJSON), markdown"),
    .init("report.split_by", .text, "none", "group", "group: one more page a team"),
    .init("report.metrics", .path, "", "/var/lib/node_exporter/readback.prom", "gauges for Prometheus"),
    .init("report.ticket_url", .text, "", "https://desk.example.org/{id}", "link to a ticket"),
    .init("report.mask", .text, "yes", "no", "hide names, addresses and numbers in what is quoted"),
    .init(
      "report.guard", .text, "yes", "no", "keep spreadsheets from running cells of the tables as formulas"),
    .init(
      "report.smallest_effect", .text, "1.25", "1.5",
      "risk ratio below which a difference is too small to matter"),
    .init(
      "report.max_rejects", .text, "1 %", "0 %", "share of rows that may be lost before the exit code says so"
    ),
    .init(
      "report.hours_per_reopen", .text, "", "1.5", "what a reopen costs, to say avoidable reopens in hours"),

    .init("digest.from", .text, "", "Readback <readback@example.org>", "who the mail is from"),
    .init("digest.to", .texts, "", "[lead@example.org]", "who it is to"),
    .init(
      "digest.report_url", .text, "", "https://reports.example.org/latest/report.html",
      "where the report is seen"),

    .init(
      "targets", .pairs, "", "{reopen_rate: 8 %, jargon.acronym: 10 %}", "at most, for a strength at least"),
    .init(
      "fail_on", .texts, "", "[\"reopen_rate > 12 %\", new_gap]",
      "exit 1 on: reopen_rate > N %, reopen_rate_with_gap > N %, RULE > N %, RULE < N %, new_gap, trend"),
  ]

  static let byPath = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
}
