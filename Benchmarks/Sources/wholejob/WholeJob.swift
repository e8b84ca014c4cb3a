import Glibc
import Pipeline
import Reporting
import Rules
import TextAnalysis
import TicketImport
import Tickets

/// How fast the main job is, stage by stage, in CPU time, and how much memory it takes.
///
///     wholejob [MEGABYTES]        over a made-up export of that size (100 unless told)
///     wholejob FILE…              over exports of your own
///
/// CPU time of this process, one thread. Ratios between the rows can be compared between machines.
@main struct WholeJob {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    var paths = arguments
    var made: String?
    if arguments.isEmpty || arguments.count == 1 && Int(arguments[0]) != nil {
      let path = "\(temporaryFolder)/readback-bench-\(getpid()).csv"
      try MadeUpDesk.write(to: path, bytes: (arguments.first.flatMap { Int($0) } ?? 100) * 1_000_000)
      paths = [path]
      made = path
    }
    defer { if let made { unlink(made) } }
    let bytes = paths.reduce(0) { $0 + size(of: $1) }
    print("\(decimal(Double(bytes) / 1e6)) MB")

    try measure("read into records", bytes) {
      var rows = 0
      for path in paths {
        var reader = try CSVReader(try InputFile.open(path, temporaryFolder: temporaryFolder))
        var record = Record()
        while try reader.read(into: &record) { rows += record.bytes.count }
      }
      return rows
    }
    try measure("read into tickets", bytes) {
      var importer = try Importer(paths: paths)
      var messages = 0
      try importer.read(ticketsPerBatch: 256) { batch in
        messages += batch.messages.count
        return true
      }
      return messages
    }
    try measure("read and tokenize", bytes) {
      let packs = try PackIndex.builtIn()
      var analyzer = try TextAnalyzer(lexicon: packs.lexicon)
      var text = AnalyzedText()
      var importer = try Importer(paths: paths)
      var tokens = 0
      try importer.read(ticketsPerBatch: 256) { batch in
        analyzer.beginBatch()
        for message in batch.messages where !message.text.isEmpty {
          text.clear()
          batch.bytes.withUnsafeBufferPointer {
            _ = analyzer.analyze(UnsafeBufferPointer(rebasing: $0[message.text.range]), into: &text)
          }
          tokens += text.tokens.count
        }
        return true
      }
      return tokens
    }
    try measure("the whole job", bytes) {
      var sink = NoSink()
      var options = AnalysisOptions(paths: paths)
      options.threads = 1
      let result = try AnalysisRun(options).run(
        into: &sink, wantsRows: false, wantsFindings: false)
      return JSONReporter().bytes(result.report).count + HTMLReporter().bytes(result.report).count
    }
    var usage = rusage()
    getrusage(__rusage_who_t(truncatingIfNeeded: RUSAGE_SELF.rawValue), &usage)
    print("peak memory: \(usage.ru_maxrss / 1024) MB")
  }

  private static func measure(_ name: String, _ bytes: Int, _ body: () throws -> Int) throws {
    let start = cpuSeconds()
    let result = try body()
    let seconds = cpuSeconds() - start
    let rate = Double(bytes) / 1e6 / max(seconds, 1e-9)
    print("\(name): \(decimal(rate)) MB/s, \(decimal(seconds)) CPU s (\(result))")
  }

  private static let temporaryFolder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// A sink that wants nothing.
private struct NoSink: AnalysisSink {
  mutating func finding(_ finding: Finding) {}
  mutating func message(_ row: MessageRow) {}
  mutating func ticket(_ row: TicketRow) {}
  mutating func reject(_ row: RejectRow) {}
}
