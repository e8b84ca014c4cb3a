public import Tickets

/// A name with an address, as `From` and `To` hold them.
public struct Mailbox: Sendable, Hashable {
  /// The name shown; empty if there is none.
  public var name: String
  /// The address; empty if there is none.
  public var address: String

  /// A mailbox.
  public init(name: String = "", address: String) {
    self.name = name
    self.address = address
  }
}

/// One message of a mailbox, decoded: what a ticket can be made of.
public struct MailMessage: Sendable, Equatable {
  /// Its `Message-ID` without the angle brackets; empty if it has none.
  public var id = ""
  /// The messages it says it answers, by id.
  public var inReplyTo: [String] = []
  /// The messages before it in its thread, the oldest first, by id.
  public var references: [String] = []
  /// The provider's own id of its thread (Gmail's `X-GM-THRID`); empty if there is none.
  public var threadID = ""
  /// When it was written; failing that when it was received.
  public var date: Timestamp?
  /// Who wrote it; `nil` if it does not say.
  public var from: Mailbox?
  /// Whom it was sent to, copies included.
  public var to: [Mailbox] = []
  /// What it is about, decoded and on one line.
  public var subject = ""
  /// What it says: well-formed UTF-8 with `\n` at line ends. HTML has become text.
  public var text: [UInt8] = []
  /// Names of the files that came with it, empty for those without one. Pictures within HTML don't count.
  public var attachments: [String] = []
  /// Whether a program sent it: an absence notice, a delivery report.
  public var isAutomatic = false
  /// Whether it was longer than ``MailReader/messageLimit``, and what was beyond is missing.
  public var isCut = false
  /// Line of its first byte in the file, from 1.
  public var line = 0
  /// Offset of its first byte in the file.
  public var offset: Int64 = 0
  /// Number of its bytes in the file.
  public var length: Int64 = 0

  /// An empty message.
  public init() {}
}
