import Foundation
import TestSupport
import Testing

/// The README's console examples, run as a reader would type them.
@Suite(.serialized) struct ReadmeTests {
  /// One ```` ```console ```` block: the command after `$ readback` and the lines that stand below it. A last line of
  /// `…` says that more follows.
  struct Example: CustomTestStringConvertible {
    var arguments: [String]
    /// The lines shown, as a range of the README's lines.
    var lines: Range<Int>
    var isCut: Bool
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let file = Fixtures.root.deletingLastPathComponent().appending(path: "README.md")

  static func read() throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  static let examples: [Example] = {
    guard let lines = try? read() else { return [] }
    var examples: [Example] = []
    for (at, line) in lines.enumerated() where line == "```console" {
      guard lines[at + 1].hasPrefix("$ readback "),
        let end = lines[(at + 2)...].firstIndex(of: "```")
      else { continue }
      let isCut = lines[end - 1] == "…"
      examples.append(
        Example(
          arguments: lines[at + 1].split(separator: " ").dropFirst(2).map(String.init),
          lines: at + 2..<(isCut ? end - 1 : end), isCut: isCut))
    }
    return examples
  }()

  @Test func someExamplesAreThere() { #expect(Self.examples.count >= 3) }

  @Test(arguments: examples) func showsWhatTheCommandPrints(_ example: Example) throws {
    let run = try readback(example.arguments)
    #expect(run.status == 0, "\(run.errors)")
    var printed = run.output.components(separatedBy: "\n")
    while printed.last == "" { printed.removeLast() }
    if example.isCut { printed = Array(printed.prefix(example.lines.count)) }
    let lines = try Self.read()
    guard Array(lines[example.lines]) != printed else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      // Read anew, found anew: an example before this one may have changed length.
      guard let start = lines.firstIndex(of: "$ readback " + example.arguments.joined(separator: " ")),
        let end = lines[start...].firstIndex(of: "```")
      else { return }
      let shown = printed + (example.isCut ? ["…"] : [])
      let changed = Array(lines[...start]) + shown + Array(lines[end...])
      try Data(changed.joined(separator: "\n").utf8).write(to: Self.file)
      Issue.record("updated README.md")
      return
    }
    let difference = printed.difference(from: lines[example.lines])
    Issue.record("README.md shows another output of \(example.testDescription): \(difference)")
  }
}
