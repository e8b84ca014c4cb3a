import Tickets

/// Reads the messages of a mailbox as records of one table, so that mail goes the way of every other export.
public struct MailRecordReader: RecordReader {
  /// The columns of its records. Lists are joined by spaces, names of attachments by line ends; `thread` is the number
  /// of the message's thread and empty if the threads are not known, `automatic` is `true` or empty.
  public static let columns = [
    "message-id", "thread", "in-reply-to", "references", "date", "from@name", "from", "to", "subject", "text",
    "attachments", "attachment-count", "automatic",
  ]

  private var reader: MailReader
  private let threads: [Int]
  private var message = MailMessage()
  private var index = 0

  /// Reads what `reader` reads, whose messages are in the threads that `threads` has for each
  /// (see ``MailThreads/numbers()``).
  public init(_ reader: MailReader, threads: [Int] = []) {
    self.reader = reader
    self.threads = threads
  }

  /// Fills `record` with the next message; `false` at the end.
  public mutating func read(into record: inout Record) throws(ImportError) -> Bool {
    guard try reader.read(into: &message) else { return false }
    record.clear()
    record.table = 0
    record.line = message.line
    record.offset = message.offset
    record.length = message.length
    let thread = threads.indices.contains(index) ? "\(threads[index])" : ""
    index += 1
    record.add(message.id)
    record.add(thread)
    record.add(message.inReplyTo.joined(separator: " "))
    record.add(message.references.joined(separator: " "))
    record.add(message.date?.iso8601 ?? "")
    record.add(message.from?.name ?? "")
    record.add(message.from?.address ?? "")
    record.add(message.to.map(\.address).joined(separator: " "))
    record.add(message.subject)
    record.add(message.text)
    record.add(message.attachments.joined(separator: "\n"))
    record.add(message.attachments.isEmpty ? "" : "\(message.attachments.count)")
    record.add(message.isAutomatic ? "true" : "")
    return true
  }
}

extension Record {
  fileprivate mutating func add(_ value: String) { add(Array(value.utf8)) }

  fileprivate mutating func add(_ value: [UInt8]) {
    bytes.append(contentsOf: value)
    ends.append(UInt32(clamping: bytes.count))
  }
}
