import ArgumentParser
import Glibc
import Pipeline

/// `readback score`: the line filter.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score threads given as JSON lines: one object in, one out, in the same order.",
    discussion: """
      Reads standard input, or a file, and writes to standard output. Only “id” and one text are required:

        {"id":"INC12","messages":[{"role":"requester","text":"…"},{"role":"staff","text":"…"}]}

      A line that can't be read gives {"id":null,"error":{…}}, the filter goes on, and the exit code is 3.

      EXAMPLES
        readback score < threads.ndjson > scores.ndjson
        parallel --pipe --block 10M readback score < threads.ndjson
      """)

  @OptionGroup var rules: RuleOptions
  @Argument(help: ArgumentHelp("The lines; - for standard input.", valueName: "file"))
  var file = "-"
  @Flag(help: "Quote findings as they are. The default hides names, addresses and numbers.")
  var unmasked = false

  func run() throws {
    var descriptor = STDIN_FILENO
    if file != "-" {
      descriptor = open(file, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw ExitStatus(code: ExitStatus.noInput, message: "\(file): \(String(cString: strerror(errno)))")
      }
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var scorer = try LineScorer(rules.ruleSet(), isMasked: !unmasked)
    var lines = LineBuffer()
    var output: [UInt8] = []
    while lines.fill(from: descriptor) {
      while let line = lines.next() {
        lines.withBytes(of: line) { scorer.score($0, into: &output) }
      }
      // What was read is answered before more is waited for: nothing is held back.
      Console.write(output)
      output.removeAll(keepingCapacity: true)
    }
    if let line = lines.rest() { lines.withBytes(of: line) { scorer.score($0, into: &output) } }
    Console.write(output)
    if scorer.failures > 0 {
      throw ExitStatus(
        code: ExitStatus.rowsLost,
        message: scorer.failures == 1
          ? "1 line could not be read" : "\(scorer.failures) lines could not be read")
    }
  }
}

/// Cuts what is read into lines, in one reused buffer.
private struct LineBuffer {
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0
  private static let piece = 1 << 18

  /// Reads once more; `false` at the end.
  mutating func fill(from descriptor: Int32) -> Bool {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.piece))
    var got = 0
    repeat {
      got = bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return read(descriptor, base + count, Self.piece)
      }
    } while got < 0 && errno == EINTR
    bytes.removeLast(Self.piece - max(0, got))
    return got > 0
  }

  /// The next whole line, without its end.
  mutating func next() -> Range<Int>? {
    guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
      searched = bytes.count
      return nil
    }
    let line = start..<end
    start = end + 1
    searched = start
    return line
  }

  /// What follows the last line end.
  mutating func rest() -> Range<Int>? { start < bytes.count ? start..<bytes.count : nil }

  func withBytes(of line: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[line])) }
  }
}
