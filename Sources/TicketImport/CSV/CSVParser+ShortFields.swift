extension CSVParser {
  /// Takes fields one after the other while each is short and plain, as most fields of most exports are: up to
  /// 15 bytes, with nothing to unescape and no line end in quotes.
  ///
  /// The machine reads any field right; this reads these faster. Stops before a field that is not plain and
  /// after the record's last one, for which it sets the state as the machine does.
  mutating func shortFields(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ i: inout Int, _ record: inout Record
  ) {
    let room = ShortFields.most * ShortFields.block
    guard notes.overlongField == nil, limits.field >= ShortFields.block, !dialect.skipsInitialSpace,
      record.bytes.count + room <= limits.record, record.ends.count + ShortFields.most <= limits.fields
    else { return }
    var fields = ShortFields(
      at: i, written: 0, count: 0, firstEnd: record.bytes.count, delimiter: dialect.delimiter,
      readsQuoted: dialect.quoteEscape == .doubled || dialect.quoteEscape == .none)
    var ends: [UInt32] = []
    swap(&ends, &record.ends)  // so that both arrays can be written at once
    record.bytes.append(addingCapacity: room) { bytes in
      bytes.withUnsafeMutableBufferPointer { bytes, byteCount in
        ends.append(addingCapacity: ShortFields.most) { ends in
          ends.withUnsafeMutableBufferPointer { ends, endCount in
            guard let bytes = bytes.baseAddress, let ends = ends.baseAddress else { return }
            fields.copy(from: base, count, to: bytes + byteCount, ends: ends + endCount)
            byteCount += fields.written
            endCount += fields.count
          }
        }
      }
    }
    swap(&ends, &record.ends)
    i = fields.at
    endedFields(in: record, before: fields.lineEnd)
  }
}

/// The loop over short fields, with what it needs in registers.
private struct ShortFields {
  private typealias Block = SIMD16<UInt8>

  /// Fields taken at once, for which storage is asked for beforehand.
  static let most = 256
  /// Bytes compared and copied at once, one more than a field may have.
  static let block = 16

  /// Offset of the next byte of the input.
  var at: Int
  /// Bytes written.
  var written: Int
  /// Fields written.
  var count: Int
  /// What the first field's bytes have before them in the record.
  let firstEnd: Int
  let delimiter: UInt8
  let readsQuoted: Bool
  /// The line end that ended the record, if it did.
  var lineEnd: UInt8?

  /// Copies fields until one is not plain, the record ends, or there are as many as may be.
  ///
  /// One comparison finds the field's end, and one store copies it, together with bytes behind it that the next
  /// field overwrites.
  ///
  /// - Precondition: `most * block` bytes may be written to `bytes`, and `most` values to `ends`.
  @inline(__always)
  mutating func copy(
    from base: UnsafePointer<UInt8>, _ inputCount: Int, to bytes: UnsafeMutablePointer<UInt8>,
    ends: UnsafeMutablePointer<UInt32>
  ) {
    let quote = UInt8(ascii: "\"")
    let lf = Block(repeating: UInt8(ascii: "\n"))
    let cr = Block(repeating: UInt8(ascii: "\r"))
    let output = UnsafeMutableRawPointer(bytes)
    // A block after an opening quote, and the byte behind the closing one.
    while count < Self.most, at &+ Self.block &+ 2 <= inputCount {
      let isQuoted = base[at] == quote
      if isQuoted && !readsQuoted { return }
      let start = isQuoted ? at &+ 1 : at
      let block = UnsafeRawPointer(base + start).loadUnaligned(as: Block.self)
      let mark = Block(repeating: isQuoted ? quote : delimiter)
      let lanes = unsafeBitCast((block .== mark) .| (block .== lf) .| (block .== cr), to: SIMD2<UInt64>.self)
      let length: Int
      if lanes[0] != 0 {
        length = lanes[0].trailingZeroBitCount / 8
      } else if lanes[1] != 0 {
        length = 8 &+ lanes[1].trailingZeroBitCount / 8
      } else {
        return
      }
      var end = start &+ length
      if isQuoted {
        guard base[end] == quote else { return }
        end &+= 1
      }
      let byte = base[end]
      let isLast = byte != delimiter
      if isLast && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") { return }
      output.storeBytes(of: block, toByteOffset: written, as: Block.self)
      written &+= length
      ends[count] = UInt32(truncatingIfNeeded: firstEnd &+ written)
      count &+= 1
      at = end &+ 1
      if isLast {
        lineEnd = byte
        return
      }
    }
  }
}
