/// Finds records and fields in CSV bytes that come in pieces of any size.
///
/// It does no input and, once a record's storage is warm, allocates nothing: the caller owns the bytes and the
/// record, and feeds it until it says that a record is full. Where the pieces are cut makes no difference.
///
/// There is always a parse. What RFC 4180 leaves open, or forbids, is read like this:
///
/// - LF, CR LF and CR end a record, mixed as they come. Inside quotes they are text.
/// - A line without a single byte is no record.
/// - A quote opens a quoted field only as the field's first byte (after spaces, if the dialect skips them);
///   elsewhere in an unquoted field it is text.
/// - What follows a closing quote up to the delimiter is text of the same field, as in Python's `csv` and in
///   csv-core: `"a"b` is `ab`. The record's notes count such quotes. In the dialect without escapes the quote is
///   text and the field goes on instead.
/// - A quoted field that the end of the file leaves open ends there; the notes say where it began.
/// - Records may have any number of fields; the caller compares it with the header's.
/// - NUL and bytes that are not text are text. A byte order mark is not known here: the caller skips it.
/// - A field or record beyond the limits is read to its end but not kept; the notes say so.
public struct CSVParser: Sendable {
  /// What a record may hold before it is no longer kept.
  public struct Limits: Sendable, Equatable {
    /// Bytes in one field: ten million, a hundred times any ticket seen.
    public var field = 10_000_000
    /// Bytes in one record. Kept below 4 GiB, since a record's offsets have 32 bits.
    public var record = 40_000_000
    /// Fields in one record; the widest export seen has 2,261.
    public var fields = 65_536

    /// The default limits.
    public init() {}
  }

  /// What is odd about a record.
  public struct Notes: Sendable, Equatable {
    /// Closing quotes with text right after them.
    public var strayQuotes = 0
    /// Line, from 1, where a quoted field began that the end of the file left open; 0 if none did.
    public var unclosedQuoteLine = 0
    /// Offset of that opening quote.
    public var unclosedQuoteOffset: Int64 = 0
    /// Number, from 0, of the first field that was over a limit and cut.
    public var overlongField: Int?

    /// Nothing odd.
    public init() {}

    /// Whether there is nothing odd.
    public var isEmpty: Bool { strayQuotes == 0 && unclosedQuoteLine == 0 && overlongField == nil }
  }

  /// Why the parser stopped.
  public enum Stop: Sendable, Equatable {
    /// The record is complete.
    case record
    /// All bytes were taken and the record is not complete: call again with what follows.
    case moreInput
    /// There was nothing left but line ends, and no more will come.
    case end
  }

  /// The dialect it reads.
  public let dialect: CSVDialect
  /// Beyond what a record is not kept.
  public let limits: Limits
  /// Whether lines are counted as records are, so that line ends in fields don't count.
  public let linesAreRecords: Bool
  /// What is odd about the record that was read last.
  public private(set) var notes = Notes()

  /// Offset of the next byte, in the whole input.
  public private(set) var offset: Int64
  /// Line of the next byte, from 1.
  public private(set) var line: Int

  /// Where in the grammar the next byte is.
  private enum State {
    /// Before a record: only line ends so far.
    case recordStart
    /// Before the first byte of a field.
    case fieldStart
    case unquoted
    case quoted
    /// After a quote in a quoted field, which may be the closing one.
    case quoteInQuoted
    /// After a backslash in a quoted field.
    case backslashInQuoted
    /// After the CR that ended a record: an LF belongs to it.
    case recordCR
  }

  private var state = State.recordStart
  /// Whether the byte before was a CR that has been counted as a line end.
  private var afterCR = false
  /// Where the field begins in the record's bytes.
  private var fieldStart = 0
  /// Where the quoted field opened.
  private var quoteLine = 0
  private var quoteOffset: Int64 = 0

  /// A parser for input whose first byte has the given place.
  public init(
    _ dialect: CSVDialect, limits: Limits = Limits(), offset: Int64 = 0, line: Int = 1,
    linesAreRecords: Bool = false
  ) {
    self.linesAreRecords = linesAreRecords
    self.dialect = dialect
    self.limits = limits
    self.offset = offset
    self.line = line
  }

  /// Reads on in `input`, which follows what was given before, until a record is complete or the bytes end.
  ///
  /// - Parameters:
  ///   - isLast: whether nothing comes after `input`; then `moreInput` is never the answer.
  ///   - record: is cleared when a record begins; must be the same until that record is complete.
  /// - Returns: why it stopped, and how many bytes of `input` it took. Give it the others next.
  /// - Complexity: O(bytes taken).
  public mutating func read(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into record: inout Record
  ) -> (stop: Stop, count: Int) {
    var consumed = 0
    var stop: Stop?
    if let base = input.baseAddress?.assumingMemoryBound(to: UInt8.self) {
      stop = scan(base, input.count, &consumed, &record)
    }
    if let stop { return (stop, consumed) }
    guard isLast else { return (.moreInput, consumed) }
    return (finish(&record), consumed)
  }
}

// MARK: - The machine

private let lf = UInt8(ascii: "\n")
private let cr = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
private let backslash = UInt8(ascii: "\\")

extension CSVParser {
  /// The loop over the grammar, which takes a run of bytes a turn; `nil` if the input ends first.
  private mutating func scan(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ consumed: inout Int, _ record: inout Record
  ) -> Stop? {
    let start = offset
    let delimiter = dialect.delimiter
    let escape = dialect.quoteEscape
    var i = 0
    defer {
      consumed = i
      offset = start + Int64(i)
    }
    while i < count {
      switch state {
      case .recordStart:
        let byte = base[i]
        if byte == lf || byte == cr {
          if byte == cr || !afterCR { line &+= 1 }
          afterCR = byte == cr
          i &+= 1
        } else {
          begin(&record, at: start + Int64(i))
        }

      case .fieldStart:
        shortFields(base, count, &i, &record)
        if state == .recordStart { return complete(&record, end: start + Int64(i)) }
        guard state == .fieldStart, i < count else { break }
        let byte = base[i]
        if byte == quote {
          quoteLine = line
          quoteOffset = start + Int64(i)
          state = .quoted
          i &+= 1
        } else if byte == space && dialect.skipsInitialSpace {
          i &+= 1
        } else {
          state = .unquoted
        }

      case .unquoted:
        let run = ByteScan.run(base + i, count &- i, until: delimiter, lf, cr)
        append(base + i, run, to: &record)
        i &+= run
        guard i < count else { break }
        endField(before: base[i], &record)
        i &+= 1
        if state == .recordStart { return complete(&record, end: start + Int64(i)) }

      case .quoted:
        let left = count &- i
        let run =
          escape == .php || escape == .backslash
          ? ByteScan.run(base + i, left, until: quote, backslash, quote)
          : ByteScan.run(base + i, left, until: quote)
        if !linesAreRecords { line &+= ByteScan.lineEnds(base + i, run, afterCR: &afterCR) }
        append(base + i, run, to: &record)
        i &+= run
        guard i < count else { break }
        afterCR = false
        if base[i] == quote {
          state = .quoteInQuoted
        } else {
          if escape == .php { append(backslash, to: &record) }
          state = .backslashInQuoted
        }
        i &+= 1

      case .quoteInQuoted:
        let byte = base[i]
        if byte == delimiter || byte == lf || byte == cr {
          endField(before: byte, &record)
          i &+= 1
          if state == .recordStart { return complete(&record, end: start + Int64(i)) }
        } else if escape == .none {
          append(quote, to: &record)
          if byte == quote { i &+= 1 } else { state = .quoted }
        } else if byte == quote {
          append(quote, to: &record)
          i &+= 1
          state = .quoted
        } else {
          notes.strayQuotes &+= 1
          state = .unquoted
        }

      case .backslashInQuoted:
        let byte = base[i]
        if byte == quote || byte == backslash {
          append(byte, to: &record)
          i &+= 1
          if escape == .php && byte == backslash { break }
        } else if escape == .backslash {
          append(backslash, to: &record)
        }
        state = .quoted

      case .recordCR:
        if base[i] == lf { i &+= 1 }
        state = .recordStart
        return complete(&record, end: start + Int64(i))
      }
    }
    return nil
  }

  /// What the end of the input makes of what was read.
  private mutating func finish(_ record: inout Record) -> Stop {
    switch state {
    case .recordStart: return .end
    case .fieldStart, .unquoted, .quoteInQuoted: close(&record)
    case .quoted, .backslashInQuoted:
      if state == .backslashInQuoted && dialect.quoteEscape == .backslash { append(backslash, to: &record) }
      notes.unclosedQuoteLine = quoteLine
      notes.unclosedQuoteOffset = quoteOffset
      close(&record)
    case .recordCR: break
    }
    state = .recordStart
    return complete(&record, end: offset)
  }

  private mutating func begin(_ record: inout Record, at offset: Int64) {
    record.clear()
    record.offset = offset
    record.line = line
    notes = Notes()
    fieldStart = 0
    afterCR = false
    state = .fieldStart
  }

  /// Ends the field before a delimiter or a line end, and says by the state what comes next.
  @inline(__always)
  private mutating func endField(before byte: UInt8, _ record: inout Record) {
    close(&record)
    if byte == dialect.delimiter { state = .fieldStart } else { endRecord(before: byte) }
  }

  private mutating func endRecord(before byte: UInt8) {
    line &+= 1
    state = byte == cr ? .recordCR : .recordStart
  }

  /// Goes on after fields that were added to the record otherwise, and a line end if it was taken with them.
  mutating func endedFields(in record: Record, before lineEnd: UInt8?) {
    fieldStart = record.bytes.count
    if let lineEnd { endRecord(before: lineEnd) }
  }

  private mutating func complete(_ record: inout Record, end: Int64) -> Stop {
    afterCR = false  // its LF belongs to the record
    record.length = end - record.offset
    return .record
  }

  // MARK: What is kept

  @inline(__always)
  private mutating func close(_ record: inout Record) {
    fieldStart = record.bytes.count
    if record.ends.count < limits.fields {
      record.ends.append(UInt32(truncatingIfNeeded: fieldStart))
    } else if notes.overlongField == nil {
      notes.overlongField = limits.fields
    }
  }

  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int, to record: inout Record) {
    guard count > 0, notes.overlongField == nil else { return }
    let size = record.bytes.count
    let room = min(limits.field &- (size &- fieldStart), limits.record &- size)
    record.bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: min(count, room)))
    if count > room { notes.overlongField = record.ends.count }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, to record: inout Record) {
    withUnsafePointer(to: byte) { append($0, 1, to: &record) }
  }
}
