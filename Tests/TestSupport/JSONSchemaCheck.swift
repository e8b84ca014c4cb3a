import Foundation

/// The part of JSON Schema that our own schemas use, enough to hold an output to them.
///
/// `type` (one or several), `const`, `enum`, `properties`, `required`, `additionalProperties` (false, or a schema),
/// `items`, `anyOf`, `minItems`, `maxItems`, `minimum`, `maximum`, `pattern` (through Foundation) and `$ref` within the
/// document.
/// A keyword that is not known is an error: a schema must not promise what is not checked.
public struct JSONSchemaCheck {
  private let root: [String: Any]

  /// Reads a schema.
  public init(_ schema: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a document, each with its path.
  public func problems(_ json: [UInt8]) throws -> [String] {
    problems(of: try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed))
  }

  /// What is wrong with a value made of dictionaries, arrays, strings and numbers.
  public func problems(of value: Any) -> [String] { check(value, root, "$") }

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var problems: [String] = []
    for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) where !Self.annotations.contains(keyword) {
      problems += check(value, keyword, rule, schema, path)
    }
    return problems
  }

  private func check(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    func fails(_ isWrong: Bool) -> [String] {
      isWrong ? ["\(path): \(keyword) \(rule) fails for \(value)"] : []
    }
    let object = value as? [String: Any]
    let array = value as? [Any]
    let number = Self.typeNames(of: value).contains("number") ? (value as? NSNumber)?.doubleValue : nil
    switch keyword {
    case "$ref":
      let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(path): nothing at \(rule)"]
      }
      return check(value, target, path)
    case "type":
      let allowed = rule as? [String] ?? [rule as? String ?? ""]
      return fails(Self.typeNames(of: value).isDisjoint(with: allowed))
    case "const": return fails(!(value as? NSObject == rule as? NSObject))
    case "enum": return fails(!(rule as? [Any] ?? []).contains { $0 as? NSObject == value as? NSObject })
    case "required":
      guard let object else { return [] }
      return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
    case "additionalProperties":
      let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      let others = (object ?? [:]).filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      guard let allowed = rule as? [String: Any] else {
        return others.map { "\(path): \($0.key) is not in the schema" }
      }
      return others.flatMap { check($0.value, allowed, "\(path).\($0.key)") }
    case "anyOf":
      let schemas = rule as? [[String: Any]] ?? []
      return fails(!schemas.contains { check(value, $0, path).isEmpty })
    case "properties":
      let properties = rule as? [String: [String: Any]] ?? [:]
      return properties.sorted { $0.key < $1.key }.flatMap { name, schema in
        object?[name].map { check($0, schema, "\(path).\(name)") } ?? []
      }
    case "items":
      let schema = rule as? [String: Any] ?? [:]
      return (array ?? []).enumerated().flatMap { check($0.element, schema, "\(path)[\($0.offset)]") }
    case "minItems": return fails(array.map { $0.count < rule as? Int ?? 0 } ?? false)
    case "maxItems": return fails(array.map { $0.count > rule as? Int ?? 0 } ?? false)
    case "minimum": return fails(number.map { $0 < rule as? Double ?? 0 } ?? false)
    case "maximum": return fails(number.map { $0 > rule as? Double ?? 0 } ?? false)
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return fails(text.range(of: pattern, options: .regularExpression) == nil)
    default: return ["\(path): keyword \(keyword) is not checked here"]
    }
  }

  private static func typeNames(of value: Any) -> Set<String> {
    switch value {
    case is NSNull: return ["null"]
    case is String: return ["string"]
    case is [Any]: return ["array"]
    case is [String: Any]: return ["object"]
    case let number as NSNumber:
      if String(cString: number.objCType) == "c" { return ["boolean"] }
      return number.doubleValue == number.doubleValue.rounded() ? ["number", "integer"] : ["number"]
    default: return []
    }
  }
}
