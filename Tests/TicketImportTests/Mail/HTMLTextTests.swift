import TestSupport
import Testing
import TicketImport

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("", ""), ("plain  text\n here ", "plain text here"), ("a<br>b<br/>c", "a\nb\nc"),
    ("<p>a</p><p>b</p>", "a\n\nb"),
    ("<div>a</div><div>b</div>", "a\nb"), ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
    ("<div>a<br></div><div>b</div>", "a\nb"), ("<p>a<p>b", "a\n\nb"), ("a<br><br><br><br>b", "a\n\nb"),
    ("<P CLASS=x>a</P\n>b", "a\n\nb"), ("a <b> b</b> c", "a b c"), ("<b>a</b>b", "ab"),
    ("a&nbsp;&nbsp;b", "a b"),
    ("<h1>T</h1>x", "T\n\nx"), ("a<hr>b", "a\n---\nb"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a\tb\nc\td"),
    ("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"),
    ("<ol><li>a</li><li>b<ul><li>x</li></ul></li><li>c</li></ol>", "1. a\n2. b\n  - x\n3. c"),
    ("<pre>\n  x\n\n\n y\n</pre>z", "```\n  x\n\n\n y\n```\nz"), ("<code>x  y</code>", "x y"),
  ])
  func layout(html: String, text: String) { #expect(textOf(html) == text) }

  @Test(arguments: [
    ("&lt;&amp;&gt;&quot;&apos;", "<&>\"'"), ("&eacute;&euro;&rarr;", "é€→"),
    ("&#233;&#xE9;&#x1F642;", "éé🙂"),
    ("&#150;&#x80;", "–€"), ("&#0;&#xD800;&#1114112;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&nope; & &", "&nope; & &"),
    ("a&ampb", "a&ampb"), ("a&amp b", "a& b"), ("&#233", "é"), ("&#;&#x;", "&#;&#x;"),
    ("x &copy=1", "x &copy=1"),
  ])
  func references(html: String, text: String) { #expect(textOf(html) == text) }

  @Test(arguments: [
    ("<a href='https://x.org/a?b=1&amp;c=2'>page</a>.", "page (https://x.org/a?b=1&c=2)."),
    ("<a href=\"https://x.org\">https://x.org</a>", "https://x.org"),
    ("<a href=\"https://x.org/\">x.org</a>", "x.org"),
    ("<a href=mailto:a@x.org?subject=x>a@x.org</a>", "a@x.org"),
    ("<a href='mailto:a@x.org'>Ana</a>", "Ana (mailto:a@x.org)"),
    ("<a href='#top'>up</a> <a href='javascript:x()'>do</a> <a>no</a>", "up do no"),
    ("<a href='https://x.org'><img src=y></a>z", "z"),
    ("<ul><li><a href='http://x.org'>x.org</a></ul>", "- x.org"),
    ("see <a href='https://x.org'>a<br>b</a>", "see a\nb (https://x.org)"),
    ("<a href='https://x.org'>open", "open (https://x.org)"),
  ])
  func links(html: String, text: String) { #expect(textOf(html) == text) }

  @Test(arguments: [
    ("a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e", "a\n> b\n> c\n>> d\ne"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
    (
      "ok<div class=\"x gmail_quote\"><div>On Monday Ana wrote:<br></div><blockquote class=\"gmail_quote\">help<blockquote>old</blockquote></blockquote></div>",
      "ok\n> On Monday Ana wrote:\n> help\n>> old"
    ), ("<blockquote style='margin:0 0 0 40px; border: none; padding:0'>in</blockquote>", "in"),
    ("<blockquote><ul><li>a</ul></blockquote>", "> - a"), ("<blockquote>a", "> a"),
    ("a</blockquote>b", "a\nb"),
  ])
  func quotes(html: String, text: String) { #expect(textOf(html) == text) }

  @Test(arguments: [
    ("<style>p{}</style><script>if(a<b)x('</p>')</script>a", "a"),
    ("<head><title>t</title><meta x></head><body>a", "a"),
    ("<head><title>t</title><body>a", "a"), ("a<!-- b > c -->d", "ad"),
    ("<!--[if mso]><p>x</p><![endif]-->a", "a"),
    ("<![if !mso]>a<![endif]>", "a"), ("<?xml version='1.0'?><!DOCTYPE html>a", "a"),
    ("<div style=\"display : none\">pre<div>view</div></div>a", "a"), ("a<script>never closed", "a"),
    ("a<!-- never closed", "a"),
    ("1 < 2 and 3 <4", "1 < 2 and 3 <4"), ("a <", "a <"), ("<", "<"), ("x<p title='a>b'>y", "x\n\ny"),
    ("<o:p>a</o:p>", "a"),
    ("<svg><text>x</text></svg>a", "a"), ("a<b", "a<b"), ("</p>", ""),
  ])
  func whatIsNotShown(html: String, text: String) { #expect(textOf(html) == text) }

  @Test(arguments: [
    ("<p>x</p>", true), ("a<br>b", true), ("a <BR/> b", true), ("<div class='x'>y</div>", true),
    ("a < b and c > d", false),
    ("see <https://x.org>", false), ("<unload>", false), ("", false), ("List<String></String>", false),
  ])
  func recognition(text: String, isHTML: Bool) {
    #expect(HTMLText.looksLikeHTML(Array(text.utf8)[...]) == isHTML)
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func anythingGivesText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "<", ">", "</", "<p>", "</p>", "<div class='gmail_quote'>", "</div>", "<blockquote>", "</blockquote>",
      "<ul>", "<li>", "</ul>",
      "<ol>", "</ol>", "<pre>", "</pre>", "<a href='https://x.org'>", "</a>", "&amp;", "&", "&#", "x", "ä",
      " ", "\n", "\u{A0}", "<!--", "-->",
      "\"", "'", "=", "<td>", "<head>", "<script>", "</script>", "<br>", "\0",
    ]
    let html = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      parts.randomElement(using: &random) ?? ""
    }.joined()
    let text = HTMLText.text(of: Array(html.utf8))
    #expect(String(validating: text, as: UTF8.self) != nil, "\(html)")
    #expect(text.last.map { $0 != UInt8(ascii: "\n") } ?? true)
  }

  /// Nothing in a document makes the work more than its length.
  @Test(arguments: [
    "<div>", "<a href='x'>", "</div>", "<!--", "&amp", "<blockquote>", "<script>", "<p a='", "<ul><li>",
    " \n", "<",
  ])
  func longDocumentsTakeNoLonger(piece: String) {
    let html = Array(String(repeating: piece, count: 20_000).utf8)
    #expect(HTMLText.text(of: html).count <= html.count * 22)
  }

  private func textOf(_ html: String) -> String {
    String(decoding: HTMLText.text(of: Array(html.utf8)), as: UTF8.self)
  }
}
