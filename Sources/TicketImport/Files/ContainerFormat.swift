/// What a file is wrapped in, as its first bytes say.
enum ContainerFormat: Sendable, Equatable {
  /// Nothing: the bytes are the export itself.
  case none
  case gzip, zstd
  /// A ZIP archive, which Excel workbooks of today are too.
  case zip
  /// Excel's format up to 2003, and other documents of that age.
  case compoundFile
  case bzip2, xz

  /// The format of a file that begins with the bytes.
  init(of bytes: UnsafeRawBufferPointer) {
    let head = Array(bytes.prefix(8))
    let signatures: [([UInt8], ContainerFormat)] = [
      ([0x1F, 0x8B, 0x08], .gzip), ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
      ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
      (Array("BZh".utf8), .bzip2), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
    ]
    self = signatures.first { head.starts(with: $0.0) }?.1 ?? .none
  }

  /// What to do about a file that can't be read as it is; `nil` if it can.
  var refusal: String? {
    switch self {
    case .none, .gzip, .zstd, .zip: nil
    case .compoundFile: "is an Excel workbook of the old kind (.xls); save it as .xlsx or as 'CSV UTF-8'"
    case .bzip2: "is packed with bzip2; unpack it, or pipe it in: bzip2 -dc FILE | readback … -"
    case .xz: "is packed with xz; unpack it, or pipe it in: xz -dc FILE | readback … -"
    }
  }
}
