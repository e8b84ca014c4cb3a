import Foundation
import TestSupport
import Testing
import TicketImport

/// A JSON value as the reader gives it, for comparison.
indirect enum JSONTree: Equatable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// Reads a whole text.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONTree {
    let result = bytes.withUnsafeBytes { bytes -> Result<JSONTree, JSONError> in
      do throws(JSONError) {
        var json = JSONReader(bytes)
        let tree = try JSONTree(&json)
        try json.end()
        return .success(tree)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(_ json: inout JSONReader) throws(JSONError) {
    switch try json.peek() {
    case .object:
      var members: [String: JSONTree] = [:]
      try json.enterObject()
      while try json.nextKey() {
        let key = json.key
        members[key] = try JSONTree(&json)
      }
      self = .object(members)
    case .array:
      var elements: [JSONTree] = []
      try json.enterArray()
      while try json.nextElement() { elements.append(try JSONTree(&json)) }
      self = .array(elements)
    case .string: self = .string(try json.string())
    case .number: self = .number(try json.number())
    case .bool: self = .bool(try json.bool())
    case .null: self = try json.null() ? .null : .string("")
    }
  }

  /// The same value as Foundation reads it.
  init(foundation value: Any) {
    switch value {
    case let members as [String: Any]: self = .object(members.mapValues(JSONTree.init(foundation:)))
    case let elements as [Any]: self = .array(elements.map(JSONTree.init(foundation:)))
    case let text as String: self = .string(text)
    case is NSNull: self = .null
    case let number as NSNumber:
      self = String(cString: number.objCType) == "c" ? .bool(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }
}

extension JSONTree {
  /// The first place where two values differ, and how; `nil` if they don't. Numbers may differ by what
  /// Foundation, which goes by way of `Decimal`, gets wrong.
  func difference(from other: JSONTree) -> String? {
    switch (self, other) {
    case (.object(let a), .object(let b)) where a.keys == b.keys:
      return a.keys.sorted().lazy.compactMap { key in
        a[key]?.difference(from: b[key] ?? .null).map { "\(key)/\($0)" }
      }.first
    case (.array(let a), .array(let b)) where a.count == b.count:
      return zip(a, b).lazy.compactMap { $0.difference(from: $1) }.first
    case (.number(let a), .number(let b)): return abs(a - b) <= 1e-14 * abs(a) ? nil : "\(a) and \(b)"
    default: return self == other ? nil : "\(self) and \(other)"
    }
  }
}

/// What is wrong with a text, as `line:column`, and whether `skip` finds the same.
private func failure(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  var place: String?
  do throws(JSONError) { _ = try JSONTree.read(bytes) } catch { place = "\(error.line):\(error.column)" }
  let skipped = bytes.withUnsafeBytes { bytes -> String? in
    do throws(JSONError) {
      var json = JSONReader(bytes)
      try json.skip()
      try json.end()
      return nil
    } catch { return "\(error.line):\(error.column)" }
  }
  #expect(skipped == place, "skipping \(text)")
  return place
}

private let malformed: [(String, String)] = [
  ("", "1:1"), ("  ", "1:3"), ("{", "1:2"), ("[1,]", "1:4"), ("[1 2]", "1:4"), ("[,1]", "1:2"),
  (#"{"a":1,}"#, "1:8"),
  (#"{"a" 1}"#, "1:6"), (#"{"a":}"#, "1:6"), (#"{a:1}"#, "1:2"), (#"{"a":1]"#, "1:7"), ("[1}", "1:3"),
  ("nul", "1:1"), ("nulll", "1:5"), ("True", "1:1"), ("01", "1:1"), ("-", "1:2"), ("1.", "1:3"),
  (".5", "1:1"), ("1e", "1:3"),
  ("+1", "1:1"), ("1e+", "1:4"), ("0x1", "1:2"), ("NaN", "1:1"), ("'a'", "1:1"), (#""a"#, "1:1"),
  (#""\x""#, "1:2"),
  (#""\u12g4""#, "1:2"), (#""\u12"#, "1:2"), ("\"a\tb\"", "1:3"), ("\"a\nb\"", "1:3"), ("1 1", "1:3"),
  ("[1] ]", "1:5"),
  ("{\n \"a\": 1,\n  b}", "3:3"), ("[\"é\", x]", "1:8"), ("// no\n1", "1:1"), ("\u{FEFF}1", "1:1"),
  ("\"\\", "1:2"),
]

@Suite struct JSONReaderTests {
  @Test func readsALine() throws {
    let line = Array(#" {"id":"INC\u0031","n":[1,-2.5e3,0],"x":{"y":[{}]},"at":null,"ok":true} "#.utf8)
    try line.withUnsafeBytes { bytes in
      var json = JSONReader(bytes, line: 7)
      var id = ""
      var numbers: [Double] = []
      var other: [String: String] = [:]
      try json.enterObject()
      while try json.nextKey() {
        if json.key(is: "id") {
          id = try json.string()
        } else if json.key(is: "n") {
          try json.enterArray()
          while try json.nextElement() { numbers.append(try json.number()) }
        } else if try json.null() {
          other[json.key] = "nothing"
        } else {
          other[json.key] = String(decoding: bytes[try json.skip()], as: UTF8.self)
        }
      }
      try json.end()
      #expect(id == "INC1")
      #expect(numbers == [1, -2500, 0])
      #expect(other == ["x": #"{"y":[{}]}"#, "at": "nothing", "ok": "true"])
    }
  }

  @Test func keysWithEscapesAreFound() throws {
    try Array(#"{"\u0069d":1}"#.utf8).withUnsafeBytes { bytes in
      var json = JSONReader(bytes)
      try json.enterObject()
      #expect(try json.nextKey())
      #expect(json.key(is: "id") && json.key == "id" && !json.key(is: "ie") && !json.key(is: "i"))
    }
  }

  @Test func stringsAreAppended() throws {
    try Array(#"["a\n",  "","é\ud83d\ude00\/"]"#.utf8).withUnsafeBytes { bytes in
      var json = JSONReader(bytes)
      var texts = Array("x".utf8)
      var ranges: [Range<Int>] = []
      try json.enterArray()
      while try json.nextElement() { ranges.append(try json.string(into: &texts)) }
      #expect(ranges == [1..<3, 3..<3, 3..<10])
      #expect(String(decoding: texts, as: UTF8.self) == "xa\né😀/")
    }
  }

  @Test(arguments: [
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\uD83D\uDE00""#, "😀"), (#""\u0000""#, "\0"),
    (#""\uffff""#, "\u{FFFF}"),
  ])
  func surrogates(_ text: String, _ expected: String) throws {
    #expect(try JSONTree.read(Array(text.utf8)) == .string(expected))
  }

  @Test(arguments: malformed)
  func failuresHaveAPlace(_ text: String, _ place: String) {
    #expect(failure(text) == place)
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    for bytes in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80]] as [[UInt8]] {
      let text = Array("[\"ab".utf8) + bytes + Array("\"]".utf8)
      let error = #expect(throws: JSONError.self) { try JSONTree.read(text) }
      #expect(error?.column == 5)
    }
  }

  @Test func depthIsLimited() {
    let most = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(failure(most) == nil)
    #expect(failure("[" + most + "]") == "1:65")
    #expect(failure(String(repeating: #"{"a":"#, count: 100_000)) == "1:321")
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", .min), ("12", 12),
      ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil),
      ("99999999999999999999999", nil),
    ] as [(String, Int?)])
  func wholeNumbers(_ text: String, _ expected: Int?) {
    Array(text.utf8).withUnsafeBytes { bytes in
      var json = JSONReader(bytes)
      #expect((try? json.integer()) == expected)
    }
  }

  /// The nearest `Double` is what the standard library makes of the same text.
  @Test(arguments: 0..<10)
  func numbersAreTheNearest(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<300 {
      let value = Double(bitPattern: random.next())
      let texts = [
        "\(Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random))",
        "\(Int.random(in: -99999...99999, using: &random)).\(UInt32.random(in: 0...99999, using: &random))",
        value.isFinite ? "\(value)" : "0", "-0", "-0.0", "1e400",
      ]
      for text in texts {
        guard case .number(let read) = try JSONTree.read(Array(text.utf8)) else { continue }
        #expect(read.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  /// What Foundation reads is read alike; what it refuses is refused, but for surrogates without a partner and
  /// numbers too large for a `Double`.
  @Test(arguments: 0..<30)
  func agreesWithFoundation(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<150 {
      var text = Array(randomJSON(&random, depth: 0).utf8)
      if Bool.random(using: &random), !text.isEmpty {
        let at = Int.random(in: 0..<text.count, using: &random)
        let bytes = Array("{}[]\",:\\ue0+-.1 \n\u{1}tfn".utf8) + [0xC3, 0x80]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text.remove(at: at)
        case 1: text.insert(bytes.randomElement(using: &random) ?? 0, at: at)
        default: text[at] = bytes.randomElement(using: &random) ?? 0
        }
      }
      let ours = try? JSONTree.read(text)
      // Foundation also takes UTF-16 and UTF-32, which it knows by NUL bytes; there are none here.
      let theirs = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
      if theirs == nil, let ours, "\(ours)".contains(where: { $0 == "\u{FFFD}" }) || "\(ours)".contains("inf")
      {
        continue
      }
      #expect((ours == nil) == (theirs == nil), "\(String(decoding: text, as: UTF8.self))")
      if let ours, let theirs {
        #expect(ours.difference(from: JSONTree(foundation: theirs)) == nil)
      }
    }
  }
}

/// A random text, well-formed and with unique keys.
func randomJSON(_ random: inout SeededGenerator, depth: Int) -> String {
  func space() -> String { ["", "", "", " ", "\n\t"].randomElement(using: &random) ?? "" }
  func text() -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      ["a", "long enough for a word", "é", "😀", #"\n"#, #"\""#, #"\\"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\/"#]
        .randomElement(using: &random) ?? ""
    }.joined()
  }
  let value: String
  switch Int.random(in: 0..<(depth > 4 ? 5 : 8), using: &random) {
  case 0: value = "\"\(text())\""
  case 1: value = "\(Int.random(in: -1000...1000, using: &random))"
  case 2: value = "\(Double.random(in: -1e6...1e6, using: &random))"
  case 3: value = ["true", "false", "null"].randomElement(using: &random) ?? ""
  case 4: value = ["0", "1.5e-7", "2E5", "1e+15", "123456789012"].randomElement(using: &random) ?? ""
  case 5:
    let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      randomJSON(&random, depth: depth + 1)
    }
    value = "[" + elements.joined(separator: ",") + (elements.isEmpty ? space() : "") + "]"
  default:
    let members = (0..<Int.random(in: 0...4, using: &random)).map {
      "\(space())\"\(text())\($0)\"\(space()):\(randomJSON(&random, depth: depth + 1))"
    }
    value = "{" + members.joined(separator: ",") + "}"
  }
  return space() + value + space()
}
