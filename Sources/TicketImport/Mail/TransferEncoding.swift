/// Undoes what mail does to bytes on their way: quoted-printable and base64 (RFC 2045, section 6).
///
/// Both pass over what is wrong instead of failing, since half a message is better than none.
enum TransferEncoding: Equatable {
  case none, quotedPrintable, base64

  /// The encoding that a `Content-Transfer-Encoding` names.
  init(_ value: ArraySlice<UInt8>?) {
    switch ASCII.lowercased(ASCII.trimmed(value ?? [])) {
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: self = .none
    }
  }

  /// The bytes that were encoded.
  ///
  /// - Complexity: O(n).
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .none: Array(bytes)
    case .quotedPrintable: Self.quotedPrintable(bytes, isHeader: false)
    case .base64: Self.base64(bytes)
    }
  }

  /// Decodes quoted-printable; in a header `_` stands for a space (RFC 2047, section 4.2).
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "="):
        if at + 1 < bytes.endIndex, let high = ASCII.hexadecimal(bytes[at]),
          let low = ASCII.hexadecimal(bytes[at + 1])
        {
          out.append(high << 4 | low)
          at += 2
        } else if !isHeader, let end = lineEnd(bytes, from: at) {
          at = end  // a soft line break
        } else {
          out.append(byte)
        }
      case UInt8(ascii: "_") where isHeader: out.append(UInt8(ascii: " "))
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        let run = bytes[(at - 1)...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        at = run.endIndex
        // Space before a line end was added on the way.
        let isTrailing =
          at == bytes.endIndex || bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r")
        if isHeader || !isTrailing { out.append(contentsOf: run) }
      default: out.append(byte)
      }
    }
    return out
  }

  /// Decodes base64. Bytes that don't belong there are passed over, and decoding goes on after padding, as
  /// encoded pieces are sometimes put one after the other.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="):
        count = 0
        continue
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }

  /// The index after the line end that follows, blanks before it allowed; `nil` if something else does.
  private static func lineEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.endIndex && bytes[at] != UInt8(ascii: "\n") {
      if !ASCII.isSpace(bytes[at]) { return nil }
      at += 1
    }
    return min(at + 1, bytes.endIndex)
  }
}
