/// Who wrote a message.
public enum Role: UInt8, Sendable, CaseIterable {
  case requester, staff, system
  /// The export does not say and nothing could be inferred.
  case unknown

  /// The word used in every output.
  public var name: String {
    switch self {
    case .requester: "requester"
    case .staff: "staff"
    case .system: "system"
    case .unknown: "unknown"
    }
  }
}

/// Who may read a message.
public enum Visibility: UInt8, Sendable, CaseIterable {
  case `public`, `internal`

  /// The word used in every output.
  public var name: String { self == .public ? "public" : "internal" }
}

/// What a message is to its ticket.
public enum MessageKind: UInt8, Sendable {
  /// The request itself: what the requester wrote when the ticket was opened.
  case request
  /// A later message, of either side.
  case reply
  /// An internal work note.
  case note
  /// The closing text: close notes, a resolution field.
  case resolution

  /// The word used in every output.
  public var name: String {
    switch self {
    case .request: "request"
    case .reply: "reply"
    case .note: "note"
    case .resolution: "resolution"
    }
  }
}

/// What a ticket is about, as far as its required parts go.
public enum TicketKind: UInt8, Sendable, CaseIterable {
  case incident, request, change, outage, security

  /// The word used in every output.
  public var name: String {
    switch self {
    case .incident: "incident"
    case .request: "request"
    case .change: "change"
    case .outage: "outage"
    case .security: "security"
    }
  }
}

/// What part of a message's text a stretch of bytes is.
public enum ZoneKind: UInt8, Sendable {
  /// The author's own writing: the only part that is scored.
  case body
  case quote, signature, disclaimer, autoReply, notice, log, code

  /// The word used in every output.
  public var name: String {
    switch self {
    case .body: "body"
    case .quote: "quote"
    case .signature: "signature"
    case .disclaimer: "disclaimer"
    case .autoReply: "auto-reply"
    case .notice: "notice"
    case .log: "log"
    case .code: "code"
    }
  }
}

/// A stretch of a message's text and what it is.
public struct Zone: Hashable, Sendable {
  /// Offsets into the batch's bytes, like `Message.text`.
  public var range: ByteRange
  /// What it is.
  public var kind: ZoneKind

  /// A stretch of text of the given kind.
  public init(range: ByteRange, kind: ZoneKind) {
    self.range = range
    self.kind = kind
  }
}

/// One message of a ticket. All ranges are into the bytes of the batch that holds it.
public struct Message: Sendable {
  /// The export's id of the message, or one made from its contents.
  public var id: ByteRange = .none
  /// Who wrote it, as the export names them.
  public var author: ByteRange = .none
  /// Which side its author is on.
  public var role: Role = .unknown
  /// Who may read it.
  public var visibility: Visibility = .public
  /// What it is to its ticket.
  public var kind: MessageKind = .reply
  /// When it was written; `nil` if the export does not say.
  public var at: Timestamp?
  /// The text as UTF-8, as it was given (line ends and all).
  public var text: ByteRange = .none
  /// Zones of `text`, in order and without gaps, as indices into the batch's `zones`;
  /// empty means that all of it is body.
  public var zones: Range<Int> = 0..<0
  /// Whether `text` is a field that the tool may have overwritten after a reopen (close notes).
  public var mayBeRewritten = false

  /// An empty message.
  public init() {}
}

/// What a state of a ticket means, whatever the tool calls it.
public enum StatusCategory: UInt8, Sendable {
  case open, resolved, closed, cancelled, unknown
  /// Resolved or closed: the requester was told that it is done.
  public var isDone: Bool { self == .resolved || self == .closed }
}

/// One entry of a ticket's status history.
public struct StatusChange: Sendable {
  /// When it happened.
  public var at: Timestamp
  /// What the new state means.
  public var to: StatusCategory
  /// The tool's own name of the new state.
  public var name: ByteRange
  /// Reassignments counted by the tool at that moment, where it says.
  public var reassignments: Int32?
  /// The priority in force at that moment; empty where not said.
  public var priority: ByteRange = .none
  /// The category in force at that moment; empty where not said.
  public var category: ByteRange = .none
  /// The team in force at that moment; empty where not said.
  public var group: ByteRange = .none
  /// The assignee in force at that moment; empty where not said.
  public var assignee: ByteRange = .none

  /// A change to the state `name`, which means `to`.
  public init(at: Timestamp, to: StatusCategory, name: ByteRange = .none, reassignments: Int32? = nil) {
    self.at = at
    self.to = to
    self.name = name
    self.reassignments = reassignments
  }
}

/// Where a ticket's (first) record stands in its file.
public struct Origin: Hashable, Sendable {
  /// Index of the file among the inputs, in the order of the report.
  public var file: Int32
  /// Line of the first byte, from 1; 0 if not known.
  public var line: Int32
  /// Offset of the first byte.
  public var offset: Int64

  /// A place in input number `file`.
  public init(file: Int32 = 0, line: Int32 = 0, offset: Int64 = 0) {
    self.file = file
    self.line = line
    self.offset = offset
  }
}

/// What the export can say of a ticket's outcome, whether or not it says it of this one.
public struct OutcomeFields: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// The set with these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// States with times.
  public static let history = OutcomeFields(rawValue: 1)
  /// A reopened-at time.
  public static let reopenTime = OutcomeFields(rawValue: 2)
  /// A reopen counter.
  public static let reopenCount = OutcomeFields(rawValue: 4)
}

/// One ticket. All ranges are into the bytes of the batch that holds it.
///
/// Trivial on purpose (no strings, no references): a batch of thousands is cleared and filled again
/// without touching the allocator. Read text through ``TicketBatch/string(_:)``.
public struct Ticket: Sendable {
  /// The export's number or key.
  public var id: ByteRange = .none
  /// What it is about, as far as its required parts go.
  public var kind: TicketKind = .incident
  /// Which language its requester writes; empty if not told.
  public var language: ByteRange = .none
  /// When the requester opened it.
  public var openedAt: Timestamp?
  /// The resolved time as last exported. Tools overwrite it when a ticket is resolved again.
  public var resolvedAt: Timestamp?
  /// The closed time as last exported.
  public var closedAt: Timestamp?
  /// The (last) reopened time, if the tool keeps one.
  public var reopenedAt: Timestamp?
  /// How often the tool says it was reopened; `nil` if it does not say.
  public var reopenCount: Int32?
  /// When it last changed.
  public var updatedAt: Timestamp?
  /// What the export could say of its outcome: an empty reopened-at time means "not reopened" only where
  /// there is such a column.
  public var knows: OutcomeFields = []
  /// The state as last exported.
  public var status: StatusCategory = .unknown
  /// The tool's own name of that state.
  public var statusName: ByteRange = .none
  /// Whether that name says that it was resolved once and is open again.
  public var isReopenedNow = false
  /// Priority as last exported.
  public var priority: ByteRange = .none
  /// Category as last exported.
  public var category: ByteRange = .none
  /// The team that holds it, as last exported.
  public var group: ByteRange = .none
  /// Who works on it, as last exported.
  public var assignee: ByteRange = .none
  /// Who asked.
  public var requester: ByteRange = .none
  /// How it came in: mail, phone, portal, chat, alert.
  public var channel: ByteRange = .none
  /// The ticket it was merged into or belongs to.
  public var parent: ByteRange = .none
  /// A link to it, if the export holds one.
  public var url: ByteRange = .none
  /// Reassignments over its whole life, as last exported.
  public var reassignments: Int32?
  /// Satisfaction score as given.
  public var csat: Double?
  /// Number of files attached.
  public var attachments: Int32 = 0
  /// The one-line summary.
  public var summary: ByteRange = .none
  /// Its messages, by time (unknown times keep file order), as indices into the batch's `messages`.
  public var messages: Range<Int> = 0..<0
  /// Its status history, by time, as indices into the batch's `statusChanges`; empty if the export has none.
  public var history: Range<Int> = 0..<0
  /// Where its first record stands.
  public var origin = Origin()

  /// An empty ticket.
  public init() {}
}
