import CBareXML
import Glibc
import TicketImport

/// How fast files are read, in CPU time, beside a bare loop over the same bytes in the same run.
///
///     readers --once FILE   reads a CSV file once and ends, to be timed as a whole process
///     readers FILE…      CSV files; XML and newline-delimited JSON by their endings .xml, .ndjson, .jsonl
///
/// Ratios within a run can be compared between machines; megabytes a second can't.
@main struct Readers {
  static func main() throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--once" {
      print(try read(CommandLine.arguments[2]))
      return
    }
    for path in CommandLine.arguments.dropFirst() {
      let file = try InputFile.open(path, temporaryFolder: ".")
      print("\(path), \(decimal(Double(file.count) / 1e6)) MB")
      if path.hasSuffix(".xml") {
        try compareXML(file)
        continue
      }
      let bare = measure("bare loop: memchr for quotes, then line ends", file) { bareLoop(file.bytes) }
      print("  \(bare.name): \(decimal(bare.megabytes / bare.seconds)) MB/s")
      if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") {
        try report(measure("JSON, every string taken", file) { try takeJSON(file.bytes) }, to: bare)
        try report(measure("JSON, every line skipped", file) { try skipJSON(file.bytes) }, to: bare)
      } else {
        report(measure("parser, bytes in memory", file) { parse(file.bytes) }, to: bare)
        try report(measure("encoding", file) { try TextEncoding(of: file).markLength }, to: bare)
        try report(measure("reader, from opening on", file) { try read(path) }, to: bare)
      }
    }
  }

  /// XML beside a bare SAX2 loop in C, in turns, so that a busy machine slows both alike.
  private static func compareXML(_ file: InputFile) throws {
    var bare = Timing(
      name: "bare SAX2 loop in C", seconds: .infinity, megabytes: Double(file.count) / 1e6, result: 0)
    var ours = Timing(
      name: "reader, every field of every record", seconds: .infinity, megabytes: bare.megabytes, result: 0)
    for _ in 0..<7 {
      var before = cpuTime()
      bare.result = file.bytes.baseAddress.map { Int(cbarexml_sum_texts($0, file.count)) } ?? 0
      bare.seconds = min(bare.seconds, cpuTime() - before)
      before = cpuTime()
      ours.result = try readXML(file)
      ours.seconds = min(ours.seconds, cpuTime() - before)
    }
    print("  \(bare.name): \(decimal(bare.megabytes / bare.seconds)) MB/s, result \(bare.result)")
    print(
      "  \(ours.name): \(decimal(ours.megabytes / ours.seconds)) MB/s, "
        + "\(decimal(100 * bare.seconds / ours.seconds)) % of the bare loop's rate, result \(ours.result)")
  }

  private static func readXML(_ file: InputFile) throws -> Int {
    let head = Array(file.bytes.prefix(1 << 16))
    let layout = XMLFormat.detect(head[...])?.layout ?? .serviceNow
    var reader = try XMLRecordReader(layout, file: file.name, next: file.pieces())
    var record = Record()
    var total = 0
    while try reader.read(into: &record) { total += record.bytes.count }
    return total
  }

  // MARK: What is measured

  /// Touches every byte twice, as any reader of quoted fields must.
  private static func bareLoop(_ bytes: UnsafeRawBufferPointer) -> Int {
    var found = 0
    for byte in [Int32(UInt8(ascii: "\"")), Int32(UInt8(ascii: "\n"))] {
      guard var at = bytes.baseAddress else { return 0 }
      let end = at + bytes.count
      while let next = memchr(at, byte, end - at) {
        found += 1
        at = UnsafeRawPointer(next) + 1
      }
    }
    return found
  }

  private static func parse(_ bytes: UnsafeRawBufferPointer) -> Int {
    var parser = CSVParser(CSVDialect())
    var record = Record()
    var at = 0
    var total = 0
    while true {
      let (stop, count) = parser.read(
        UnsafeRawBufferPointer(rebasing: bytes[at...]), isLast: true, into: &record)
      if stop == .end { return total }
      at += count
      total += record.bytes.count
    }
  }

  private static func read(_ path: String) throws -> Int {
    var reader = try CSVReader(InputFile.open(path, temporaryFolder: "."))
    var record = Record()
    var total = 0
    while try reader.read(into: &record) { total += record.bytes.count }
    return total
  }

  private static func takeJSON(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    var texts: [UInt8] = []
    var total = 0
    func take(_ json: inout JSONReader) throws(JSONError) {
      switch try json.peek() {
      case .object:
        try json.enterObject()
        while try json.nextKey() { try take(&json) }
      case .array:
        try json.enterArray()
        while try json.nextElement() { try take(&json) }
      case .string: total += try json.string(into: &texts).count
      default: try json.skip()
      }
    }
    try forEachLine(bytes) { line throws(JSONError) in
      texts.removeAll(keepingCapacity: true)
      var json = JSONReader(line)
      try take(&json)
    }
    return total
  }

  private static func skipJSON(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    var total = 0
    try forEachLine(bytes) { line throws(JSONError) in
      var json = JSONReader(line)
      total += try json.skip().count
    }
    return total
  }

  private static func forEachLine(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws(JSONError) -> Void
  ) throws(JSONError) {
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress {
      let next = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      let end = next.map { UnsafeRawPointer($0) - base } ?? bytes.count
      if end > start { try body(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) }
      start = end + 1
    }
  }

  // MARK: Measuring

  private struct Timing {
    var name: String
    var seconds: Double
    var megabytes: Double
    var result: Int
  }

  /// The best of the rounds that fit into a second, at least three.
  private static func measure(_ name: String, _ file: InputFile, _ body: () throws -> Int) rethrows -> Timing
  {
    var timing = Timing(name: name, seconds: .infinity, megabytes: Double(file.count) / 1e6, result: 0)
    let start = cpuTime()
    var rounds = 0
    while rounds < 3 || cpuTime() - start < 1 {
      let before = cpuTime()
      timing.result = try body()
      timing.seconds = min(timing.seconds, cpuTime() - before)
      rounds += 1
    }
    return timing
  }

  private static func report(_ timing: Timing, to bare: Timing) {
    let rate = decimal(timing.megabytes / timing.seconds)
    print(
      "  \(timing.name): \(rate) MB/s, \(decimal(timing.seconds / bare.seconds)) × the bare loop, result \(timing.result)"
    )
  }

  private static func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// With one decimal; "–" for what is too short to be measured.
  private static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
