import TestSupport
import TicketImport

/// All messages of some bytes.
func readMail(_ bytes: [UInt8], _ format: MailFormat, pieceSize: Int = .max) throws -> [MailMessage] {
  var left = bytes[...]
  var reader = MailReader(format, file: "f") {
    let piece = left.prefix(pieceSize)
    left = left.dropFirst(piece.count)
    return piece
  }
  var messages: [MailMessage] = []
  var message = MailMessage()
  while try reader.read(into: &message) { messages.append(message) }
  return messages
}

/// A single message from its text.
func readMessage(_ text: String) throws -> MailMessage {
  try readMail(Array(text.utf8), .message).first ?? MailMessage()
}

extension MailMessage {
  var body: String { String(decoding: text, as: UTF8.self) }
}
