/// What `body` makes of a text's UTF-8 bytes.
func onBytes<Result>(of text: String, _ body: (Span<UInt8>) -> Result) -> Result {
  let bytes = Array(text.utf8)
  return body(bytes.span)
}
