/// What `body` makes of a text's UTF-8 bytes.
func onBytes<Result>(of text: String, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
  let bytes = Array(text.utf8)
  return try body(bytes.span)
}
