/// What every page of ours has round its contents: head, policy, style, script.
extension HTMLWriter {
  /// Everything up to the header.
  mutating func beginDocument(title: String) {
    let policy =
      "default-src 'none'; style-src 'sha256-\(SHA256.base64(PageStyle.text))'; "
      + "script-src 'sha256-\(SHA256.base64(PageScript.text))'; img-src data:; base-uri 'none'; form-action 'none'"
    raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    raw(
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
    )
    raw("<meta name=\"robots\" content=\"noindex\">\n")
    block("title", title)
    raw("<style>\(PageStyle.text)</style>\n</head>\n<body>\n")
    block("a", ["class": "skip", "href": "#main"], Words.skip)
  }

  /// Everything after `main`.
  mutating func endDocument() {
    raw("<script>\(PageScript.text)</script>\n</body>\n</html>\n")
  }

  /// The top of a page.
  mutating func header(title: String, scope: String?, about: String?) {
    block("header") { html in
      html.block("p", ["class": "kicker"], Words.title + (scope.map { " · " + $0 } ?? ""))
      html.block("h1", title)
      if let about { html.block("p", ["class": "quiet"], about) }
    }
  }
}
