internal import Tickets
internal import Yams

// The keys that make a pack a rule.
extension PackSource {
  static let descriptionKeys: Set<String> = [
    "title", "rationale", "practice", "source", "link", "kind", "anchor", "scope", "audience",
  ]

  /// The rule that a pack is; `nil` without a title.
  func description(of mapping: Node.Mapping) throws(YAMLError) -> Pack.Description? {
    let level = try file.choice("level", of: Self.levels, in: mapping)
    guard let title = try file.string("title", in: mapping) else { return nil }
    var rule = Pack.Description(title: title)
    rule.rationale = try file.string("rationale", in: mapping) ?? ""
    rule.practice = try file.string("practice", in: mapping) ?? ""
    rule.source = try file.string(mapping["source"] != nil ? "source" : "link", in: mapping) ?? ""
    rule.level = level ?? rule.level
    rule.kind =
      try file.choice("kind", of: [("gap", .gap), ("strength", .strength)], in: mapping) ?? rule.kind
    rule.anchor =
      try file.choice("anchor", of: Anchor.allCases.map { ($0.name, $0) }, in: mapping) ?? rule.anchor
    rule.scope =
      try file.choice("scope", of: RuleDescription.Scope.allCases.map { ($0.rawValue, $0) }, in: mapping)
      ?? rule.scope
    rule.audience =
      try file.choice(
        "audience", of: RuleDescription.Audience.allCases.map { ($0.rawValue, $0) }, in: mapping)
      ?? rule.audience
    return rule
  }

  /// Levels as packs write them; the last two say what the first two do.
  static let levels: [(String, RuleLevel)] = [
    ("suggestion", .suggestion), ("warning", .warning), ("error", .error), ("strict", .suggestion),
    ("default", .warning),
  ]
}
