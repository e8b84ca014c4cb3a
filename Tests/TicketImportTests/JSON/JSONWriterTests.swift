import Foundation
import TestSupport
import Testing
import TicketImport

/// What one call writes.
private func written(_ write: (inout JSONWriter) -> Void) -> String {
  var json = JSONWriter()
  write(&json)
  return String(decoding: json.bytes, as: UTF8.self)
}

extension JSONTree {
  /// Writes the value, members in order of their keys.
  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .object(let members):
      json.beginObject()
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        json.key(key)
        value.write(to: &json)
      }
      json.endObject()
    case .array(let elements):
      json.beginArray()
      for element in elements { element.write(to: &json) }
      json.endArray()
    case .string(let text): json.string(text)
    case .number(let value): json.number(value)
    case .bool(let value): json.bool(value)
    case .null: json.null()
    }
  }
}

private let decimals: [(Double, String)] = [
  (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (0.31, "0.31"), (0.333_333_3, "0.3333"),
  (0.666_666_6, "0.6667"),
  (-0.00004, "0"), (-0.00005, "-0.0001"), (0.00006, "0.0001"), (0.9999, "0.9999"), (0.99996, "1"),
  (10.05, "10.05"),
  (1_000_000_000.25, "1000000000.25"), (1e12, "1000000000000"), (1_000_000_000_000.5, "1000000000001"),
  (-1e15, "-1000000000000000"),
  (1e20, "100000000000000000000"), (-1.25e21, "-1250000000000000000000"), (.nan, "null"),
  (.infinity, "null"),
  (0x1p63, "9223372036854776000"),
]

@Suite struct JSONWriterTests {
  @Test func commasAndColons() {
    let text = written { json in
      for id in 1...2 {
        json.beginObject()
        json.key("id")
        json.number(id)
        json.key("spans")
        json.beginArray()
        json.beginArray()
        json.endArray()
        json.beginObject()
        json.endObject()
        json.null()
        json.bool(true)
        json.endArray()
        json.key("ok")
        json.bool(false)
        json.key("meta")
        Array(#"{"a":1}"#.utf8).withUnsafeBytes { json.raw($0) }
        json.endObject()
        json.endLine()
      }
    }
    let rest = #""spans":[[],{},null,true],"ok":false,"meta":{"a":1}}"# + "\n"
    #expect(text == #"{"id":1,"# + rest + #"{"id":2,"# + rest)
  }

  @Test func stringsAreEscaped() {
    #expect(
      written { $0.string("a\"b\\c/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}é😀\u{2028}") }
        == "\"a\\\"b\\\\c/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}é😀\u{2028}\"")
    #expect(written { $0.string("") } == "\"\"")
    #expect(written { $0.string(Array("xyz".utf8)[1..<2]) } == "\"y\"")
  }

  @Test(arguments: decimals)
  func haveFourPlaces(_ value: Double, _ expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test func wholeNumbers() {
    for value in [0, 1, -1, 10, 1_234_567_890, Int.max, Int.min] {
      #expect(written { $0.number(value) } == "\(value)")
    }
  }

  /// Small numbers are what printf prints, without zeros at the end: C's rounding of the exact binary value.
  @Test(arguments: 0..<10)
  func decimalsAreThoseOfPrintf(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<500 {
      let value = Double.random(in: -1000...1000, using: &random)
      var expected = String(format: "%.4f", value)
      while expected.hasSuffix("0") { expected.removeLast() }
      if expected.hasSuffix(".") { expected.removeLast() }
      if expected == "-0" { expected = "0" }
      #expect(written { $0.number(value) } == expected)
      let large = Double.random(in: 1e19...1e300, using: &random)
      #expect(Double(written { $0.number(large) }) == large)
    }
  }

  /// What is written reads back the same, here and in Foundation.
  @Test(arguments: 0..<20)
  func readsBack(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let original = try JSONTree.read(Array(randomJSON(&random, depth: 0).utf8))
      var json = JSONWriter()
      original.write(to: &json)
      let again = try JSONTree.read(json.bytes)
      let theirs = try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
      #expect(again.difference(from: JSONTree(foundation: theirs)) == nil)
      #expect(again == original.rounded)
      var twice = JSONWriter()
      again.write(to: &twice)
      #expect(twice.bytes == json.bytes)
    }
  }
}

extension JSONTree {
  /// The value with its numbers rounded to 4 decimals.
  fileprivate var rounded: JSONTree {
    switch self {
    case .object(let members): .object(members.mapValues(\.rounded))
    case .array(let elements): .array(elements.map(\.rounded))
    case .number(let value): .number(Double(String(format: "%.4f", value)) ?? value)
    default: self
    }
  }
}
