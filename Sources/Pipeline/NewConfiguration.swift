public import TicketImport

/// A configuration to begin with: what an export needs said, and all that can be said as comments.
public struct NewConfiguration: Sendable {
  private let files: [String]
  private let given: [String: [(name: String?, text: String)]]
  private let survey: ImportSurvey

  /// - Parameters:
  ///   - files: the export, as it was named.
  ///   - given: values to write down, by the keys' paths.
  ///   - survey: what the export looks like.
  public init(files: [String], given: [String: [(name: String?, text: String)]], survey: ImportSurvey) {
    self.files = files
    self.given = given
    self.survey = survey
  }

  /// The file.
  public var text: String {
    var given = given
    given["version"] = [(nil, "1")]
    given["inputs.files"] = files.map { (nil, $0) }
    if files.count > 1 { given["inputs.read"] = [(nil, "all")] }
    var lines = [
      "# What readback run does every night. Keys that are commented out show their default, or an example."
    ]
    lines.append("# Paths are from the folder of this file. readback config explain shows what holds.")
    for file in survey.files {
      let tables = file.tables.filter { $0.kind != .other }
        .map { "\($0.preset.map { "\($0), " } ?? "")\($0.kind.words)" }
      lines.append("#   \(Self.oneLine(file.file)): \(file.format.format), \(tables.joined(separator: "; "))")
    }
    for warning in survey.warnings { lines.append("#   " + Self.oneLine(warning.message)) }
    var section = ""
    for key in ConfigurationKey.all {
      if key.section != section || key.section.isEmpty { lines.append("") }
      if key.section != section, !key.section.isEmpty {
        let meaning = ConfigurationKey.sections.first { $0.name == key.section }?.meaning
        lines.append("# " + (meaning ?? key.section))
        lines.append(key.section + ":")
      }
      section = key.section
      lines += Self.lines(key, given[key.path] ?? [])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ key: ConfigurationKey, _ values: [(name: String?, text: String)]) -> [String] {
    let indent = key.section.isEmpty ? "" : "  "
    let comment = indent + "# " + key.meaning
    guard let first = values.first else {
      let value = key.standard.isEmpty ? key.example : key.standard
      return [comment, "\(indent)# \(key.name): \(value)"]
    }
    switch key.form {
    case .text, .path: return [comment, "\(indent)\(key.name): \(scalar(first.text))"]
    case .texts, .paths:
      return [comment, "\(indent)\(key.name):"] + values.map { "\(indent)  - \(scalar($0.text))" }
    case .pairs:
      return [comment, "\(indent)\(key.name):"]
        + values.map { "\(indent)  \(scalar($0.name ?? "")): \(scalar($0.text))" }
    }
  }

  /// A YAML scalar: plain where it can be nothing else, else in double quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || "/._-+".unicodeScalars.contains($0)
      } && (text.first?.isLetter ?? false || text.first?.isNumber ?? false || text.first == "/")
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
