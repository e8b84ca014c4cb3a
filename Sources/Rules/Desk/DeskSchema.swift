internal import Tickets

/// The JSON Schemas of the YAML files that a desk keeps, for editors; made from the keys that the readers know.
///
/// Every scalar of these files is read as it is written (`NO`, `1.10`), so that editors may take it for a string, a
/// number or a truth value.
public enum DeskSchema: String, CaseIterable, Sendable {
  /// A pack of rules or words.
  case pack
  /// `vocabulary.yml`.
  case vocabulary
  /// `suppressions.yml`.
  case suppressions

  /// The schema (draft 2020-12).
  public var json: String {
    let keys =
      switch self {
      case .pack: Self.packKeys
      case .vocabulary: Self.vocabularyKeys
      case .suppressions: Self.suppressionsKeys
      }
    return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": "
      + Self.quoted("readback " + rawValue) + ",\n" + Self.members(of: keys, indent: "  ") + "\n}\n"
  }

  /// What may stand at a key.
  private indirect enum Form: Sendable {
    /// Any scalar.
    case text
    /// A scalar or a list of them.
    case texts
    /// One of some words.
    case word([String])
    /// A mapping of scalars to scalars.
    case pairs
    /// A mapping with these keys.
    case object([Key])
    /// A list of mappings with these keys, or of scalars too.
    case list(of: [Key], orText: Bool)
  }

  private struct Key: Sendable {
    var name: String
    var form: Form
    var meaning: String
    var isRequired: Bool

    init(_ name: String, _ form: Form, _ meaning: String, isRequired: Bool = false) {
      self.name = name
      self.form = form
      self.meaning = meaning
      self.isRequired = isRequired
    }
  }

  private static let version = Key("version", .text, "the version of this form: 1", isRequired: true)

  private static let suppressionsKeys = [
    version,
    Key(
      "suppressions",
      .list(
        of: [
          Key("rule", .text, "a rule's name, or family.*", isRequired: true),
          Key("ticket", .text, "only in this ticket"),
          Key("person", .text, "only in what this person wrote, as the export names them"),
          Key("reason", .text, "why it need not be heard of", isRequired: true),
          Key("expires", .text, "the last day on which it holds, such as 2026-12-31", isRequired: true),
        ], orText: false), "what the desk has decided not to hear of"),
  ]

  private static let vocabularyKeys = [
    version,
    Key("language", .text, "the language of the words (default: en)"),
    Key("accept", .texts, "words and terms that requesters of this desk know"),
    Key(
      "reject",
      .list(
        of: [
          Key("find", .text, "the phrase, as packs write phrases", isRequired: true),
          Key("use", .text, "what to write instead"), Key("reason", .text, "why"),
        ], orText: true), "phrases that are not to be written"),
    Key("glossary", .pairs, "terms, and what each means in plain words"),
    Key("local", .texts, "words that staff use and requesters don't"),
  ]

  private static let packKeys: [Key] =
    [
      version,
      Key("pack", .text, "the rule or the list that these entries belong to", isRequired: true),
      Key("extends", .word(Pack.Form.allCases.map(\.rawValue)), "how its entries are looked for"),
      Key("revision", .text, "a number that grows when the pack's meaning changes"),
      Key("language", .text, "the language of its texts (default: en)"),
      Key(
        "level", .word(PackSource.levels.map(\.0)),
        "warning and error are on by default, suggestion with --strictness strict"),
      Key("message", .text, "what is said of a finding; %s stands for the words found"),
      Key("suggestion", .text, "what to write instead"),
      Key("max", .text, "occurrence: how many are not yet too many"),
      Key("tokens", .texts, "phrases to look for"),
      Key("swap", .pairs, "phrases, and what to write instead of each"),
      Key("first", .texts, "conditional: what needs something else in the same text"),
      Key("second", .texts, "conditional: what it needs"),
      Key("formula", .text, "metric: a sum over counts of the text"),
      Key("condition", .text, "metric: what the sum is compared with, such as > 8"),
      Key("exceptions", .texts, "phrases in which the others are right"),
      Key("unless", .texts, "phrases beside which the others are right"),
      Key(
        "entries", .list(of: entryKeys, orText: false), "phrases, terms or names with what is known of each"),
      Key(
        "examples",
        .object([
          Key("finds", .texts, "texts with what is to be found between ‹ and ›"),
          Key("ignores", .texts, "texts in which nothing is to be found"),
        ]), "texts that `readback rules test` tries"),
    ] + descriptionKeys

  private static let entryKeys = [
    Key("term", .text, "a term, as it is written"),
    Key("name", .text, "a name, as it is written"),
    Key("find", .text, "a phrase"),
    Key("use", .texts, "what to write instead"),
    Key("expansion", .text, "what an acronym stands for"),
    Key("plain", .text, "what it means in plain words"),
    Key("level", .text, "everyday, office, technical or specialist"),
    Key("also", .texts, "other ways to write it"),
    Key("context", .texts, "words one of which must stand in the same sentence"),
    Key("category", .text, "what kind of thing it is"),
    Key("kind", .text, "what kind of phrase it is"),
    Key("ambiguous", .word(["true", "false"]), "whether it is an ordinary word too"),
    Key("others", .texts, "other expansions of the same letters"),
    Key("except", .texts, "phrases in which it is right"),
    Key("reply", .text, "what staff may answer"),
  ]

  private static let descriptionKeys = [
    Key("title", .text, "the rule's name in lists; with it the pack is a rule of its own"),
    Key("rationale", .text, "why it matters"),
    Key("practice", .text, "what to do instead"),
    Key("source", .text, "where it comes from"),
    Key("link", .text, "where to read more"),
    Key("kind", .text, "gap or strength"),
    Key(
      "anchor", .word(Anchor.allCases.map(\.name)), "which text of the ticket is compared with its outcome"),
    Key(
      "scope", .word(RuleDescription.Scope.allCases.map(\.rawValue)), "which messages are looked at"),
    Key(
      "audience", .word(RuleDescription.Audience.allCases.map(\.rawValue)), "who has to be able to read them"),
  ]

  /// The names of a pack's keys and of its entries' keys, for the test that the reader knows the same.
  static var packKeyNames: (pack: Set<String>, entry: Set<String>) {
    (Set(packKeys.map(\.name)), Set(entryKeys.map(\.name)))
  }

  // MARK: - Writing

  private static func members(of keys: [Key], indent: String) -> String {
    let required = keys.filter(\.isRequired).map { quoted($0.name) }.joined(separator: ", ")
    let properties = keys.map { "\(indent)  \(quoted($0.name)): \(schema(of: $0, indent: indent + "  "))" }
    return
      "\(indent)\"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"required\": [\(required)],\n"
      + "\(indent)\"properties\": {\n\(properties.joined(separator: ",\n"))\n\(indent)}"
  }

  private static let scalar = "{ \"type\": [\"string\", \"number\", \"boolean\", \"null\"] }"

  private static func schema(of key: Key, indent: String) -> String {
    let meaning = "\"description\": \(quoted(key.meaning))"
    switch key.form {
    case .text: return "{ \"type\": [\"string\", \"number\", \"boolean\", \"null\"], \(meaning) }"
    case .texts:
      return
        "{ \"type\": [\"string\", \"number\", \"boolean\", \"array\", \"null\"], \"items\": \(scalar), \(meaning) }"
    case .word(let words):
      // YAML takes a bare true for a truth value.
      let values = words.map { quoted($0) + ($0 == "true" || $0 == "false" ? ", " + $0 : "") }
      return "{ \"enum\": [\(values.joined(separator: ", "))], \(meaning) }"
    case .pairs:
      return "{ \"type\": [\"object\", \"null\"], \"additionalProperties\": \(scalar), \(meaning) }"
    case .object(let keys):
      return "{\n\(indent)  \(meaning),\n\(members(of: keys, indent: indent + "  "))\n\(indent)}"
    case .list(let keys, let orText):
      let item = "{\n\(members(of: keys, indent: indent + "    "))\n\(indent)  }"
      let items = orText ? "{ \"anyOf\": [\(scalar), \(item)] }" : item
      return
        "{\n\(indent)  \"type\": [\"array\", \"null\"], \(meaning),\n\(indent)  \"items\": \(items)\n\(indent)}"
    }
  }

  /// A JSON string; the tables hold no control characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
