public import Tickets

/// Findings on drafts as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the text.
///
/// Gaps are results of kind `fail` and level `warning`, strengths of kind `informational` and level `none`. Places
/// are given as lines and columns in Unicode code points, from 1, and as byte offsets.
public struct SARIFWriter: Sendable {
  /// The version of Readback.
  public var version: String
  /// The rules that were looked for, in the order of the catalogue.
  public var rules: [RuleSummary]

  /// A writer for findings of `rules`.
  public init(version: String, rules: [RuleSummary]) {
    self.version = version
    self.rules = rules
  }

  /// Writes one log with one run over all drafts.
  ///
  /// - Complexity: O(bytes of the drafts + findings).
  public func append(_ drafts: [Draft], to output: inout [UInt8]) {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.field(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      $0.field("version", "2.1.0")
      $0.field("runs") { $0.array([drafts]) { run($1, &$0) } }
    }
    writer.endLine()
    output += writer.output
  }

  private func run(_ drafts: [Draft], _ writer: inout JSONWriter) {
    writer.object {
      $0.field("tool") {
        $0.object {
          $0.field("driver") {
            $0.object {
              $0.field("name", "Readback")
              $0.field("semanticVersion", version)
              $0.field("rules") { $0.array(rules) { rule($1, &$0) } }
            }
          }
        }
      }
      $0.field("columnKind", "unicodeCodePoints")
      $0.field("artifacts") {
        $0.array(drafts) { writer, draft in
          writer.object {
            $0.field("location") { $0.object { $0.field("uri", Self.uri(draft.path)) } }
            $0.field("length", draft.text.count)
            $0.field("encoding", "UTF-8")
          }
        }
      }
      $0.field("results") {
        let results = drafts.enumerated().flatMap { at, draft in draft.findings.map { (at, $0) } }
        $0.array(results) { result($1.1, in: drafts[$1.0], at: $1.0, &$0) }
      }
    }
  }

  private func rule(_ rule: RuleSummary, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("id", rule.id.description)
      $0.field("shortDescription") { $0.object { $0.field("text", rule.title) } }
      $0.field("fullDescription") { $0.object { $0.field("text", rule.rationale) } }
      $0.field("help") { $0.object { $0.field("text", rule.practice) } }
      $0.field("defaultConfiguration") { $0.object { $0.field("level", Self.level(rule.kind)) } }
      $0.field("properties") {
        $0.object {
          $0.field("kind", rule.kind.name)
          $0.field("revision", rule.revision)
        }
      }
    }
  }

  private func result(_ finding: Finding, in draft: Draft, at index: Int, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("ruleId", finding.rule.description)
      if let at = rules.firstIndex(where: { $0.id == finding.rule }) { $0.field("ruleIndex", at) }
      $0.field("kind", finding.kind == .gap ? "fail" : "informational")
      $0.field("level", Self.level(finding.kind))
      $0.field("message") { $0.object { $0.field("text", Self.message(finding)) } }
      $0.field("locations") {
        $0.array([finding]) { writer, finding in
          writer.object {
            $0.field("physicalLocation") {
              $0.object {
                $0.field("artifactLocation") {
                  $0.object {
                    $0.field("uri", Self.uri(draft.path))
                    $0.field("index", index)
                  }
                }
                $0.field("region") { Self.region(finding, draft.text, &$0) }
              }
            }
          }
        }
      }
      $0.field("partialFingerprints") {
        // Stays the same while text before it changes.
        let identity = SHA256.digest((finding.rule.description + "\0" + finding.quote).utf8)
        $0.object { $0.field("readback/1", SHA256.base64(Array(identity.prefix(12)))) }
      }
    }
  }

  private static func level(_ kind: FindingKind) -> String { kind == .gap ? "warning" : "none" }

  private static func message(_ finding: Finding) -> String {
    let explanation = Words.sentence(PlainText.trimmed(finding.explanation))
    guard !finding.suggestion.isEmpty else { return explanation }
    return explanation + " \(Words.insteadWrite): " + PlainText.trimmed(finding.suggestion)
  }

  private static func region(_ finding: Finding, _ text: [UInt8], _ writer: inout JSONWriter) {
    let start = TextPlace(of: finding.span.lowerBound, in: text)
    let end = TextPlace(of: finding.span.upperBound, in: text)
    writer.object {
      $0.field("startLine", start.line)
      $0.field("startColumn", start.column)
      $0.field("endLine", end.line)
      $0.field("endColumn", end.column)
      $0.field("byteOffset", finding.span.lowerBound)
      $0.field("byteLength", finding.span.count)
      $0.field("snippet") { $0.object { $0.field("text", finding.quote) } }
    }
  }

  /// A path as a URI reference (RFC 3986): everything but unreserved characters, `/` and `:` percent-encoded.
  static func uri(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
        result.append(byte)
      default: result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
