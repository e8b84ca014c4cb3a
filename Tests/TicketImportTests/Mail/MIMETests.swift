import TestSupport
import Testing
import Tickets

@testable import TicketImport

@Suite struct MIMETests {
  /// The examples of RFC 2047, section 8, and what is met in the wild.
  @Test(arguments: [
    ("=?ISO-8859-1?Q?a?=", "a"), ("=?ISO-8859-1?Q?a?= b", "a b"),
    ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"),
    ("=?ISO-8859-1?Q?a?=   =?ISO-8859-1?Q?b?=", "ab"), ("=?ISO-8859-1?Q?a_b?=", "a b"),
    ("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"),
    ("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>"),
    ("=?ISO-8859-1?Q?Andr=E9?= Pirard", "André Pirard"),
    (
      "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?= =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
      "If you can read this you understand the example."
    ),
    ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"), ("=?utf-8*en?Q?a?=", "a"),
    ("=?UTF-8?Q?Luc=eda?=", "Lucía"),
    ("=?utf-8?Q?a?b?=", "a?b"), ("1 = 2 =? no", "1 = 2 =? no"), ("=?x?Z?a?=", "=?x?Z?a?="),
    ("=?utf-8?q?=?=", "="),
    ("a=?utf-8?q?b?=c", "abc"), ("", ""),
  ])
  func encodedWords(value: String, text: String) {
    #expect(EncodedWord.decode(Array(value.utf8)[...]) == text)
  }

  /// The examples of RFC 2231, sections 3 and 4.
  @Test(arguments: [
    ("x; URL*0=\"ftp://\"; URL*1=\"cs.utk.edu/pub\"", "url", "ftp://cs.utk.edu/pub"),
    ("x; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", "title", "This is ***fun***"),
    (
      "x; title*0*=us-ascii'en'This%20is%20even%20more%20; title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
      "title", "This is even more ***fun*** isn't it!"
    ),
    ("x; a=\"semi;colon \\\"q\\\"\" ; b=2", "a", "semi;colon \"q\""), ("x; a=1;b = 2 ", "b", "2"),
    ("x; name=\"=?utf-8?q?=C3=BC?=.txt\"", "name", "ü.txt"), ("x; a=%41", "a", "%41"),
  ])
  func parameters(field: String, name: String, value: String) {
    #expect(MIMEParameters(Array(field.utf8)[...])[name] == value)
  }

  @Test(arguments: [
    ("a=3Db=\nc =\r\n d  \ne=\n", "a=bc  d\ne"), ("50=25 = half", "50% = half"), ("=C3=A4=c3=a4", "ää"),
    ("=", ""),
    ("=4", "=4"), ("x \t", "x"),
  ])
  func quotedPrintable(encoded: String, text: String) {
    let decoded = TransferEncoding.quotedPrintable.decode(Array(encoded.utf8)[...])
    #expect(String(decoding: decoded, as: UTF8.self) == text)
  }

  /// The test vectors of RFC 4648, section 10, and lines, blanks and pieces put together.
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zm9vYmE=", "fooba"),
    ("Zm9vYmFy", "foobar"), ("Zm9v\r\nYmFy", "foobar"), ("Zm 9v!", "foo"), ("Zg==Zm8=", "ffo"), ("Zm9", "fo"),
  ])
  func base64(encoded: String, text: String) {
    let decoded = TransferEncoding.base64.decode(Array(encoded.utf8)[...])
    #expect(String(decoding: decoded, as: UTF8.self) == text)
  }

  /// The examples of RFC 5322, appendix A, and of its obsolete syntax; other forms in use.
  @Test(arguments: [
    ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"),
    ("1 Apr 2003 10:52:37 +0200", "2003-04-01T08:52:37Z"),
    ("Thu,\r\n\t 13\r\n Feb\r\n 1969\r\n 23:32\r\n -0330 (Newfoundland Time)", "1969-02-14T03:02:00Z"),
    ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z"),
    ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", nil),
    ("Mon, 2 Mar 2026 10:00:00 EST", "2026-03-02T15:00:00Z"),
    ("Mon Mar  2 07:30:00 2026", "2026-03-02T07:30:00Z"),
    ("02-Mar-2026 07:30:00 +01:00", "2026-03-02T06:30:00Z"),
    ("Mon, 2 Mar 26 7:05 +0000", "2026-03-02T07:05:00Z"),
    ("Sun, 31 Dec 2023 23:59:60 -0000", "2023-12-31T23:59:59Z"), ("30 Feb 2026 10:00:00 +0000", nil),
    ("", nil),
    ("yesterday", nil), ("2 Mar 2026", nil), ("2 Mar 999999999 10:00", nil), ("2 Mar 2026 25:00:00", nil),
  ])
  func dates(text: String, expected: String?) {
    #expect(MailDate.parse(Array(text.utf8)[...])?.iso8601 == expected)
  }

  /// The examples of RFC 5322, appendix A.1, and of archives.
  @Test(arguments: [
    (
      "\"Joe Q. Public\" <john.q.public@example.com>",
      [Mailbox(name: "Joe Q. Public", address: "john.q.public@example.com")]
    ),
    (
      "Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
      [
        Mailbox(name: "Mary Smith", address: "mary@x.test"), Mailbox(address: "jdoe@example.org"),
        Mailbox(name: "Who?", address: "one@y.test"),
      ]
    ),
    (
      "A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;",
      [
        Mailbox(name: "Ed Jones", address: "c@a.test"), Mailbox(address: "joe@where.test"),
        Mailbox(name: "John", address: "jdoe@one.test"),
      ]
    ), ("Undisclosed recipients:;", []), ("", []),
    (
      "Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>",
      [Mailbox(name: "Pete", address: "pete(his account)@silly.test(his host)")]
    ),
    (
      "ada at example.org (Ada (Countess) L)", [Mailbox(name: "Ada (Countess) L", address: "ada@example.org")]
    ),
    ("=?utf-8?q?K=C3=B6nig=2C_Jo?= <jo@x.test>", [Mailbox(name: "König, Jo", address: "jo@x.test")]),
    ("Jo", [Mailbox(name: "Jo", address: "")]), ("<>", []),
  ])
  func addresses(value: String, expected: [Mailbox]) {
    #expect(MailAddresses.parse(Array(value.utf8)[...]) == expected)
  }

  /// RFC 3676: sections 4.1 to 4.5.
  @Test(arguments: [
    ("a \nb\n", "a b\n"), ("a\nb\n", "a\nb\n"), ("a \nb \n\nc", "a b \nc"), (" stuffed\n", "stuffed\n"),
    ("> a \n> b\nc \nd", "> a b\nc d"), ("> a \n>> b\n", "> a \n>> b\n"), ("a \n-- \nb", "a \n-- \nb"),
    (">a\n", "> a\n"), ("", ""),
  ])
  func flowed(text: String, expected: String) {
    #expect(
      String(decoding: FlowedText.unflow(Array(text.utf8), deletesSpace: false), as: UTF8.self) == expected)
  }

  @Test func flowedWithoutTheSpace() {
    #expect(FlowedText.unflow(Array("日本 \n語\n".utf8), deletesSpace: true) == Array("日本語\n".utf8))
  }

  @Test(
    arguments: [
      ("iso-8859-1", [0x80], "€"), ("us-ascii", [0xE9], "é"), (nil, [0xC3, 0xA9], "é"),
      ("utf-8", [0xE9, 0x20, 0xE8], "é è"),
      ("utf-8", [0xC3, 0xA9, 0xC3, 0xA9, 0xC3], "éé\u{FFFD}"), ("koi8-r", [0xC1], "а"),
      ("klingon", [0x41], "A"),
      ("gb2312", [0x81, 0x30, 0x81, 0x30], "\u{80}"), ("unknown-8bit", [0x93], "“"),
      (nil, [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42], "あ"),
    ] as [(String?, [UInt8], String)])
  func charsets(name: String?, bytes: [UInt8], text: String) {
    #expect(String(decoding: MailCharset.utf8(bytes, named: name), as: UTF8.self) == text)
  }
}
