/// Tickets with everything they point to, in four flat arrays.
///
///     bytes          "INC0001" "VPN drops" "Hello, my VPN …" "Hi Ana, so the VPN …" …
///     tickets        [ id 0+7, summary 7+9, messages 0..<2, … ]
///     messages       [ text 16+…, role requester ] [ text …, role staff ]
///     zones          [ 16+40 body ] [ 56+12 signature ] …
///     statusChanges  [ … ]
///
/// A batch is filled by `TicketImport`, read by every later stage and then cleared and filled again, so a long
/// run allocates only while its first batches grow. At most 4 GiB of text fit (offsets are 32 bits).
public struct TicketBatch: Sendable {
  /// All text of the batch as UTF-8.
  public var bytes: [UInt8] = []
  /// The tickets, in the order of the input.
  public var tickets: [Ticket] = []
  /// The messages of all tickets, those of a ticket side by side.
  public var messages: [Message] = []
  /// The zones of all messages.
  public var zones: [Zone] = []
  /// The status histories of all tickets.
  public var statusChanges: [StatusChange] = []
  /// Position of the batch in the input, from 0: outputs are put together in this order.
  public var sequence = 0

  /// An empty batch.
  public init() {}

  /// Forgets the contents and keeps the storage.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    tickets.removeAll(keepingCapacity: true)
    messages.removeAll(keepingCapacity: true)
    zones.removeAll(keepingCapacity: true)
    statusChanges.removeAll(keepingCapacity: true)
  }

  /// Copies text into the batch and returns its place; empty text has the place `none`.
  public mutating func append(_ text: some Collection<UInt8>) -> ByteRange {
    if text.isEmpty { return .none }
    let start = bytes.count
    bytes.append(contentsOf: text)
    return ByteRange(start..<bytes.count)
  }

  /// Copies text into the batch and returns its place.
  public mutating func append(_ text: String) -> ByteRange {
    var text = text
    return text.withUTF8 { append($0) }
  }

  /// The text at a place. Invalid UTF-8 (which import never lets in) would be repaired.
  ///
  /// - Complexity: O(n) and an allocation; for messages and reports, not for loops over text.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.range], as: UTF8.self)
  }

  /// The body zones of a message as places in `bytes`, in order.
  public func body(of message: Message) -> [ByteRange] {
    if message.zones.isEmpty { return message.text.isEmpty ? [] : [message.text] }
    return zones[message.zones].lazy.filter { $0.kind == .body }.map(\.range)
  }
}
