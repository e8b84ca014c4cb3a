/// Names a word form: equal forms (lower case) have equal ids.
///
/// Ids below ``Lexicon/count`` last as long as the lexicon; the others are given by a ``Vocabulary`` and hold
/// until its next batch.
public typealias LexemeID = UInt32

/// A piece of text that is not white space: a word, a number, a mark, or something longer such as a URL.
///
/// Sixteen bytes, no reference. A token never cuts a word as ICU's root word rules see it; a token of a kind
/// beyond ``TokenKind/symbol`` may unite several.
public struct Token: Hashable, Sendable, BitwiseCopyable {
  /// Offset of its first byte in the analysed text.
  public var start: UInt32
  /// Offset after its last byte.
  public var end: UInt32
  /// Its form in lower case.
  public var lexeme: LexemeID
  /// What it is.
  public var kind: TokenKind
  /// How it is written and where it stands.
  public var flags: TokenFlags
  /// Number of syllables of a word; 0 for anything else.
  public var syllables: UInt8

  /// A token over `start..<end`.
  public init(
    start: UInt32, end: UInt32, lexeme: LexemeID, kind: TokenKind, flags: TokenFlags = [],
    syllables: UInt8 = 0
  ) {
    self.start = start
    self.end = end
    self.lexeme = lexeme
    self.kind = kind
    self.flags = flags
    self.syllables = syllables
  }

  /// Its place as byte offsets.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// What a token is.
public enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// Letters, with digits, apostrophes and underscores between them perhaps.
  case word
  /// Digits, with points and commas between them perhaps.
  case number
  /// A mark of punctuation: `.`, `,`, `(`, `"`, `–`, …
  case punctuation
  /// Any other single character: `=`, `+`, `$`, `©`, a control character.
  case symbol
  /// `https://example.org/a?b`, `www.example.org`.
  case url
  /// `ann.lee@example.org`.
  case email
  /// `10.0.0.1`, `10.0.0.0/8`, `fe80::1`.
  case ipAddress
  /// `00:1A:2B:3C:4D:5E`.
  case macAddress
  /// `mail.example.org`.
  case hostName
  /// `C:\Users\ann`, `\\server\share`, `/etc/hosts`, `%TEMP%\x`.
  case path
  /// `report.docx`.
  case fileName
  /// `HKEY_LOCAL_MACHINE\SOFTWARE\X`.
  case registryKey
  /// `123e4567-e89b-12d3-a456-426614174000`.
  case guid
  /// `1.2.3`, `v2.0-beta1`.
  case version
  /// `0x80070005`, `ORA-00942`, `HTTP 503`, `ERR_CONNECTION_RESET`.
  case errorCode
  /// `INC0012345`, `PROJ-1234`, `#4711`.
  case ticketNumber
  /// `CN-0XPJWG-74261`, `T480S`.
  case partNumber
  /// `ipconfig /all`, `chmod -R 755`.
  case command
  /// A number with its unit: `16 GB`, `25%`, `€20`.
  case quantity
  /// `2025-03-01`, `12/05/2025`.
  case date
  /// `10:30`, `9:05am`.
  case time
  /// A picture character or an emoticon.
  case emoji
  /// `@ann`.
  case mention
  /// `{name}`, `${HOME}`, `%USERNAME%`, `<server>`.
  case placeholder
  /// A name out of a program: `user_id`, `getName()`, `std::vector`.
  case identifier

  /// Whether it is a word or a number: what the counts of words count.
  public var isWordLike: Bool { self == .word || self == .number }
  /// Whether what follows after a space may belong to the same token: `16 GB`, `C:\Program Files\x`.
  var mayUnite: Bool { self == .number || self == .path || self == .registryKey }
  /// Whether it is of the machine's making rather than prose.
  public var isArtefact: Bool {
    switch self {
    case .url, .email, .ipAddress, .macAddress, .hostName, .path, .fileName, .registryKey, .guid, .version,
      .errorCode, .ticketNumber, .partNumber, .command, .placeholder, .identifier:
      true
    default: false
    }
  }
}

/// How a token is written and where it stands.
public struct TokenFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8
  /// The flags of some bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The first letter is a capital, and no other is.
  public static let capitalised = TokenFlags(rawValue: 1)
  /// Two letters or more, all of them capitals.
  public static let allCapitals = TokenFlags(rawValue: 2)
  /// Capitals after the first letter, and small letters too: `iPhone`, `SharePoint`.
  public static let mixedCase = TokenFlags(rawValue: 4)
  /// It holds a digit.
  public static let hasDigit = TokenFlags(rawValue: 8)
  /// It is the first of its line.
  public static let startsLine = TokenFlags(rawValue: 16)
  /// White space (or the start of the text) stands before it.
  public static let followsSpace = TokenFlags(rawValue: 32)
  /// It is the first word or number of its sentence.
  public static let startsSentence = TokenFlags(rawValue: 64)
  /// It holds a byte beyond ASCII.
  public static let beyondASCII = TokenFlags(rawValue: 128)
}
