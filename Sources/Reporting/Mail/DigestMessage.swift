internal import Outcomes
public import Tickets

/// The report as a mail, to be handed to sendmail: a short text and the same as HTML (RFC 5322, RFC 2046
/// `multipart/alternative`, UTF-8 as quoted-printable). Nothing is sent from here.
public struct DigestMessage: Sendable {
  /// Who it is from: "Readback <readback@example.org>".
  public var sender: String
  /// Who it is to.
  public var recipients: [String]
  /// The time to put into it.
  public var date: Timestamp
  /// Where the full report lies, if there is a place that recipients can open.
  public var reportAddress: String?

  /// A mail from `sender` to `recipients`.
  public init(sender: String, recipients: [String], date: Timestamp, reportAddress: String? = nil) {
    self.sender = sender
    self.recipients = recipients
    self.date = date
    self.reportAddress = reportAddress
  }

  /// Writes the mail, with CR LF line ends.
  ///
  /// The boundary and the Message-ID are made from the contents: same report, same bytes.
  ///
  /// - Complexity: O(rules).
  public func append(_ report: Report, to output: inout [UInt8]) {
    let text = plainPart(report)
    let page = htmlPart(report)
    let identity = SHA256.base64(SHA256.digest((sender + text + page).utf8)).filter {
      $0.isLetter || $0.isNumber
    }
    let boundary = "=_readback_" + identity.prefix(24)
    var lines = [
      "From: " + Self.address(sender),
      "To: " + recipients.map(Self.address).joined(separator: ",\r\n "),
      "Subject: " + Self.encodedWords(Words.digestSubject(report)),
      "Date: " + Self.date(date),
      "Message-ID: <\(identity.prefix(32))@readback.invalid>",
      "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
      "",
    ]
    for (type, body) in [("text/plain", text), ("text/html", page)] {
      lines += [
        "--\(boundary)", "Content-Type: \(type); charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "",
        Self.quotedPrintable(body),
      ]
    }
    lines += ["--\(boundary)--", ""]
    output.append(contentsOf: lines.joined(separator: "\r\n").utf8)
  }

  /// The digest as plain text.
  private func plainPart(_ report: Report) -> String {
    var lines: [String] = []
    func add(_ text: String, _ indent: String = "") {
      lines += StyledText(PlainText.trimmed(text)).wrapped(to: 72 - indent.count)
        .map { indent + $0.runs.map(\.text).joined() }
    }
    if let banner = report.leakBanner {
      add("! " + banner)
      lines.append("")
    }
    for sentence in Words.answer(report) {
      add(sentence)
      lines.append("")
    }
    if let night = report.night {
      add(Words.night + ": " + Words.night(night))
      for result in night.gaps(limit: 3) { add("- \(result.rule.title): \(Words.nightly(result))", "  ") }
      lines.append("")
    }
    let gaps = digestGaps(report)
    if !gaps.isEmpty {
      add(Words.gapsRanked)
      for (at, gap) in gaps.enumerated() {
        add("\(at + 1). \(gap.rule.title)", "  ")
        add(Words.gapInALine(gap), "     ")
      }
      lines.append("")
    }
    let plan = report.coachingPlan(limit: 2)
    if !plan.isEmpty {
      add(Words.coaching)
      for step in plan { add("- \(step.rule.title): \(step.rule.practice)", "  ") }
      lines.append("")
    }
    if let reportAddress { lines += [Words.fullReport + ": " + PlainText.trimmed(reportAddress), ""] }
    add(Words.provenanceLine(version: report.version, ruleSetHash: report.ruleSetHash))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The digest as HTML that mail programs show alike: one column, no scripts, no pictures, no style sheet.
  private func htmlPart(_ report: Report) -> String {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
    html.inline("title", Words.digestSubject(report))
    html.raw("</head>\n<body>\n")
    if let banner = report.leakBanner { html.block("p") { $0.inline("strong", banner) } }
    for (at, sentence) in Words.answer(report).enumerated() {
      html.block("p") { at == 0 ? $0.inline("strong", sentence) : $0.text(sentence) }
    }
    if let night = report.night {
      html.block("h2", Words.night)
      html.block("p", Words.night(night))
      html.block("ul") { html in
        for result in night.gaps(limit: 3) {
          html.block("li") { html in
            html.inline("strong", result.rule.title)
            html.text(": " + Words.nightly(result))
          }
        }
      }
    }
    let gaps = digestGaps(report)
    if !gaps.isEmpty {
      html.block("h2", Words.gapsRanked)
      html.block("ol") { html in
        for gap in gaps {
          html.block("li") { html in
            html.inline("strong", gap.rule.title)
            html.raw("<br>")
            html.text(Words.gapInALine(gap))
          }
        }
      }
    }
    let plan = report.coachingPlan(limit: 2)
    if !plan.isEmpty {
      html.block("h2", Words.coaching)
      html.block("ul") { html in
        for step in plan {
          html.block("li") { html in
            html.inline("strong", step.rule.title)
            html.text(": " + step.rule.practice)
          }
        }
      }
    }
    if let address = PlainText.webAddress(reportAddress) {
      html.block("p") { $0.inline("a", ["href": address], Words.fullReport) }
    }
    html.block("p") {
      $0.inline("small", Words.provenanceLine(version: report.version, ruleSetHash: report.ruleSetHash))
    }
    html.raw("</body></html>\n")
    return String(decoding: html.output, as: UTF8.self)
  }

  private func digestGaps(_ report: Report) -> ArraySlice<Association> {
    report.gaps.filter { $0.verdict == .gap || $0.verdict == .watch }.prefix(5)
  }

  // MARK: - The form of a mail

  /// "Mon, 02 Mar 2026 09:00:00 +0000".
  static func date(_ time: Timestamp) -> String {
    let (year, month, day) = time.civil
    let days = (time.seconds - ((time.seconds % 86_400) + 86_400) % 86_400) / 86_400
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int(((days % 7) + 7) % 7)]
    let inDay = ((time.seconds % 86_400) + 86_400) % 86_400
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let clock = "\(two(inDay / 3600)):\(two(inDay / 60 % 60)):\(two(inDay % 60))"
    return
      "\(weekday), \(two(Int64(day))) \(Words.months[max(0, min(month - 1, 11))].prefix(3)) \(year) \(clock) +0000"
  }

  /// An address without anything that could start another header; a name beyond ASCII as encoded words.
  static func address(_ text: String) -> String {
    let line = PlainText.trimmed(text)
    guard let bracket = line.lastIndex(of: "<"), line.contains(where: { !$0.isASCII }) else { return line }
    return encodedWords(PlainText.trimmed(String(line[..<bracket]))) + " " + line[bracket...]
  }

  /// Text for a header: as it is if it is short ASCII, else as encoded words, short enough to stand after
  /// "Subject: " in the 76 characters of a line (RFC 2047).
  static func encodedWords(_ text: String) -> String {
    let line = PlainText.trimmed(text)
    if line.utf8.allSatisfy({ $0 < 0x7F }), line.utf8.count <= 66 { return line }
    var words: [String] = []
    var chunk: [UInt8] = []
    func encoded(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(SHA256.base64(bytes))?=" }
    for character in line {
      let bytes = Array(character.utf8)
      if chunk.count + bytes.count > 39, !chunk.isEmpty {
        words.append(encoded(chunk))
        chunk = []
      }
      chunk += bytes
    }
    if !chunk.isEmpty { words.append(encoded(chunk)) }
    return words.joined(separator: "\r\n ")
  }

  /// A body as quoted-printable (RFC 2045, section 6.7): lines of at most 76 characters, CR LF between them.
  static func quotedPrintable(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      var width = 0
      for (at, byte) in line.enumerated() {
        let isLast = at == line.count - 1
        let isPlain =
          (33...126).contains(byte) && byte != UInt8(ascii: "=") || (byte == 32 || byte == 9) && !isLast
        let piece = isPlain ? [byte] : [UInt8(ascii: "="), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        // A soft break takes a character itself, but for the last piece of the line.
        if width + piece.count > (isLast ? 76 : 75) {
          result.append(contentsOf: "=\r\n".utf8)
          width = 0
        }
        result += piece
        width += piece.count
      }
      result.append(contentsOf: "\r\n".utf8)
    }
    result.removeLast(min(2, result.count))
    return String(decoding: result, as: UTF8.self)
  }
}
