/// The JSON Schema of `readback.yml`, made from the table of its keys, for editors.
public enum ConfigurationSchema {
  /// The schema (draft 2020-12).
  public static var json: String {
    var members: [String] = []
    for key in ConfigurationKey.all where key.section.isEmpty { members.append(member(key, indent: "    ")) }
    for section in ConfigurationKey.sections where section.name != "targets" {
      let keys = ConfigurationKey.all.filter { $0.section == section.name }
      members.append(
        """
            \(quoted(section.name)): {
              "type": ["object", "null"], "additionalProperties": false, "description": \(quoted(section.meaning)),
              "properties": {
        \(keys.map { member($0, indent: "        ") }.joined(separator: ",\n"))
              }
            }
        """)
    }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "readback.yml",
        "type": "object", "additionalProperties": false, "required": ["version"],
        "properties": {
      \(members.joined(separator: ",\n"))
        }
      }

      """
  }

  private static func member(_ key: ConfigurationKey, indent: String) -> String {
    let scalar = "\"type\": [\"string\", \"number\", \"boolean\", \"null\"]"
    let list = "{ \"type\": \"array\", \"items\": { \(scalar) } }"
    let form =
      switch key.form {
      case .text, .path: scalar
      case .texts, .paths: "\"anyOf\": [{ \(scalar) }, \(list)]"
      case .pairs:
        "\"type\": [\"object\", \"null\"], \"additionalProperties\": { \"anyOf\": [{ \(scalar) }, \(list)] }"
      }
    let meaning = key.meaning + (key.standard.isEmpty ? "" : " (default: \(key.standard))")
    return "\(indent)\(quoted(key.name)): { \(form), \"description\": \(quoted(meaning)) }"
  }

  /// A JSON string; the table holds no control characters.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
