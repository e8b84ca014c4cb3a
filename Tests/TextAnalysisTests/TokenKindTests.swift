import Testing

@testable import TextAnalysis

/// What a marked piece of a sentence is taken for.
struct TokenKindTests {
  static let cases: [(String, TokenKind)] = [
    ("see ‹https://example.org/a?b=1›.", .url), ("(‹http://x.example/a_(b)›)", .url),
    ("at ‹www.example.com/x›,", .url),
    ("try ‹example.com/reset› now", .url), ("to ‹ann.lee+it@mail.example.org›.", .email),
    ("from ‹o'neil@example.co.uk›", .email), ("host ‹10.0.0.17›.", .ipAddress),
    ("net ‹10.0.0.0/8›", .ipAddress),
    ("at ‹192.168.1.1:8080›", .ipAddress), ("v6 ‹fe80::1› up", .ipAddress), ("‹::1› is local", .ipAddress),
    ("mac ‹00:1A:2B:3C:4D:5E›", .macAddress), ("on ‹mail.example.org›.", .hostName),
    ("‹srv-db01.corp.local›", .hostName),
    ("open ‹C:\\Users\\ann\\a.txt›.", .path), ("on ‹\\\\server\\share\\x›", .path),
    ("edit ‹/etc/hosts›", .path),
    ("in ‹/tmp›", .path), ("see ‹~/.ssh/config›", .path), ("in ‹%TEMP%\\x.log›", .path),
    ("‹src/main/App.swift›", .path),
    ("in ‹C:\\Program Files\\App\\bin› please", .path), ("the ‹report.docx› file", .fileName),
    ("‹setup-x64.msi›", .fileName), ("key ‹HKEY_LOCAL_MACHINE\\SOFTWARE\\X›", .registryKey),
    ("‹HKLM\\Software›", .registryKey),
    ("id ‹123e4567-e89b-12d3-a456-426614174000›.", .guid),
    ("‹{123e4567-e89b-12d3-a456-426614174000}›", .guid),
    ("build ‹10.0.19041›", .version), ("get ‹v2.0-beta1›", .version), ("‹1.2.3rc1›", .version),
    ("code ‹0x80070005›.", .errorCode), ("‹ORA-00942›: table", .errorCode),
    ("an ‹HTTP 503› came", .errorCode),
    ("‹Error 1603› again", .errorCode), ("error code: ‹0x80070005›", .errorCode),
    ("‹ERR_CONNECTION_RESET›", .errorCode),
    ("got ‹ECONNREFUSED›", .errorCode), ("‹INC0012345› is", .ticketNumber),
    ("fix ‹PROJ-1234›.", .ticketNumber),
    ("in ‹#4711›", .ticketNumber), ("part ‹CN-0XPJWG-74261›", .partNumber), ("a ‹T480S› laptop", .partNumber),
    ("run ‹ipconfig /all› now", .command), ("do ‹chmod -R 755 /tmp/x›", .command),
    ("about ‹16 GB› of", .quantity),
    ("‹25%› of", .quantity), ("‹100Mbps›", .quantity), ("costs ‹$50›.", .quantity), ("‹€20›", .quantity),
    ("on ‹2025-03-01›.", .date), ("by ‹12/05/2025›", .date), ("‹01.03.2025›", .date),
    ("‹2025-03-01T10:00:00Z›", .date),
    ("at ‹10:30›.", .time), ("‹9:05am›", .time), ("by ‹9am›", .time), ("thanks ‹:-)›", .emoji),
    ("ok ‹👍›", .emoji),
    ("hey ‹@ann›,", .mention), ("Dear ‹{name}›,", .placeholder), ("‹${HOME}›", .placeholder),
    ("<‹server›>", .word),
    ("‹user_id› is", .identifier), ("call ‹getName()›", .identifier), ("‹std::vector›", .identifier),
    ("‹and›/or", .word), ("‹3.5› of", .number), ("‹1,234.56›", .number), ("it's ‹done›.Then", .word),
    ("‹CORP\\ann›", .identifier),
  ]

  @Test(arguments: cases.filter { $0.1 != .word })
  func recognises(_ text: String, _ kind: TokenKind) throws {
    let marked = Marked(text)
    let tokens = try analyse(marked.text).tokens
    let token = try #require(tokens.first { $0.range == marked.range }, "\(tokens.map(\.range))")
    #expect(token.kind == kind)
  }

  /// What looks like something special and is not.
  @Test(arguments: [
    "and/or", "w/o", "10/10", "e.g. this", "Mr. X", "UTF-8", "SHA-256", "a:b", "5-10", "done.Then", "(s)he",
    "24/7", "C#", "C++", "R&D", "AT&T",
    "50/50", "he/she", "...", "--", "1.5", "yes/no", "-5", "Q3", "B2B", "I/O", "TCP/IP",
  ])
  func leavesAlone(_ text: String) throws {
    let kinds = Set(try analyse(text).tokens.map(\.kind))
    #expect(kinds.isSubset(of: [.word, .number, .punctuation, .symbol]), "\(kinds)")
  }
}

/// A text with one place marked as `‹so›`.
struct Marked {
  var text: String
  var range: Range<Int>

  init(_ marked: String) {
    text = marked.replacing("‹", with: "").replacing("›", with: "")
    let before = marked.prefix { $0 != "‹" }
    let inside = marked.dropFirst(before.count + 1).prefix { $0 != "›" }
    range = before.utf8.count..<(before.utf8.count + inside.utf8.count)
  }
}

/// Analyses one text with the standard lexicon.
func analyse(_ text: String) throws -> AnalyzedText {
  var analyzer = try TextAnalyzer(lexicon: standardLexicon)
  var result = AnalyzedText()
  _ = analyzer.analyze(text, into: &result)
  return result
}

let standardLexicon = Lexicon()
