public import Tickets

/// Tickets as a ConvoKit corpus: a conversation a ticket, an utterance a message, a speaker a person.
///
/// ConvoKit (Chang et al. 2020) reads a folder of five files. Utterances are written as they come; speakers and
/// conversations are JSON objects, so they are begun, added to and ended. Text is as the caller gives it: masked,
/// unless masking was turned off.
public struct ConvoKitWriter: Sendable {
  /// One message.
  public struct Utterance: Sendable {
    /// Its id, unique in the corpus.
    public var id: String
    /// The id of its conversation: by ConvoKit's convention that of the conversation's first utterance.
    public var conversation: String
    /// Its author under the name that the outputs may use.
    public var speaker: String
    /// The utterance it answers; `nil` for the first.
    public var replyTo: String?
    /// When it was written.
    public var at: Timestamp?
    /// What was written.
    public var text: String
    /// Which side wrote it.
    public var role: Role
    /// Who may read it.
    public var visibility: Visibility
    /// What it is to its ticket.
    public var kind: MessageKind
    /// Level of listening, 1…5.
    public var listeningLevel: Int?
    /// What was found in it.
    public var findings: [Finding]

    /// A message of a conversation.
    public init(
      id: String, conversation: String, speaker: String, replyTo: String?, at: Timestamp?, text: String,
      role: Role,
      visibility: Visibility, kind: MessageKind, listeningLevel: Int? = nil, findings: [Finding] = []
    ) {
      self.id = id
      self.conversation = conversation
      self.speaker = speaker
      self.replyTo = replyTo
      self.at = at
      self.text = text
      self.role = role
      self.visibility = visibility
      self.kind = kind
      self.listeningLevel = listeningLevel
      self.findings = findings
    }
  }

  /// The names of the files, in the order of `ConvoKitWriter`'s buffers.
  public static let files = [
    "utterances.jsonl", "conversations.json", "speakers.json", "corpus.json", "index.json",
  ]

  /// What was written of `utterances.jsonl`: one object a line.
  public private(set) var utterances: [UInt8] = []
  /// What was written of `conversations.json`.
  public private(set) var conversations: [UInt8] = Array("{".utf8)
  private var speakers: [String: Role] = [:]
  private var hasConversation = false

  /// An empty corpus.
  public init() {}

  /// Adds a ticket: the utterances in order of time, and the row of the ticket they belong to.
  ///
  /// - Complexity: O(bytes written).
  public mutating func append(_ ticket: TicketRow, _ messages: [Utterance]) {
    guard let first = messages.first else { return }
    if hasConversation { conversations.append(UInt8(ascii: ",")) }
    hasConversation = true
    var key = JSONWriter(isIndented: false)
    key.string(first.conversation)
    var value = JSONWriter(isIndented: false)
    value.object {
      $0.field("meta") { $0.object { $0.meta(of: ticket) } }
      $0.field("vectors", [])
    }
    conversations += key.output + Array(":".utf8) + value.output

    var writer = JSONWriter(isIndented: false)
    for message in messages {
      // The first role a speaker is seen in stays: requesters of one ticket may be staff of another.
      if speakers[message.speaker] == nil { speakers[message.speaker] = message.role }
      writer.object { $0.utterance(message) }
      writer.endLine()
    }
    utterances += writer.output
  }

  /// Hands over the utterances written so far and forgets them.
  public mutating func takeUtterances(into output: inout [UInt8]) {
    output += utterances
    utterances.removeAll(keepingCapacity: true)
  }

  /// Hands over what was written of the conversations so far and forgets it.
  public mutating func takeConversations(into output: inout [UInt8]) {
    output += conversations
    conversations.removeAll(keepingCapacity: true)
  }

  /// The rest of the files: the end of `conversations.json`, then `speakers.json`, `corpus.json`, `index.json`.
  ///
  /// - Complexity: O(n log n) in the number of speakers.
  public func end() -> (conversations: [UInt8], speakers: [UInt8], corpus: [UInt8], index: [UInt8]) {
    var people: [UInt8] = Array("{".utf8)
    for (at, speaker) in speakers.sorted(by: { $0.key < $1.key }).enumerated() {
      var key = JSONWriter(isIndented: false)
      key.string(speaker.key)
      var value = JSONWriter(isIndented: false)
      value.object {
        $0.field("meta") { $0.object { $0.field("role", speaker.value.name) } }
        $0.field("vectors", [])
      }
      people += (at > 0 ? Array(",".utf8) : []) + key.output + Array(":".utf8) + value.output
    }
    people += Array("}\n".utf8)
    return (Array("}\n".utf8), people, Array("{\"name\":\"readback\"}\n".utf8), Array(Self.index.utf8))
  }

  /// Which fields of `meta` there are, and the Python class of each: ConvoKit's own bookkeeping.
  private static let index = #"""
    {"utterances-index":{"role":["<class 'str'>"],"visibility":["<class 'str'>"],"kind":["<class 'str'>"],"listening_level":["<class 'int'>"],"findings":["<class 'list'>"]},"speakers-index":{"role":["<class 'str'>"]},"conversations-index":{"ticket":["<class 'str'>"],"reopened":["<class 'bool'>"],"eligible":["<class 'bool'>"],"priority":["<class 'str'>"],"category":["<class 'str'>"],"group":["<class 'str'>"],"channel":["<class 'str'>"],"kind":["<class 'str'>"],"language":["<class 'str'>"],"listening_level":["<class 'int'>"]},"overall-index":{"name":["<class 'str'>"]},"version":1,"vectors":[]}

    """#
}

extension JSONWriter {
  fileprivate mutating func meta(of ticket: TicketRow) {
    field("ticket", ticket.ticket)
    field("reopened") { $0.flag(ticket.isReopened) }
    field("eligible", ticket.isEligible)
    field("priority", ticket.priority)
    field("category", ticket.category)
    field("group", ticket.group)
    field("channel", ticket.channel)
    field("kind", ticket.kind.name)
    field("language", ticket.language)
    field("listening_level", ticket.listeningLevel)
  }

  fileprivate mutating func utterance(_ message: ConvoKitWriter.Utterance) {
    field("id", message.id)
    field("conversation_id", message.conversation)
    field("text", message.text)
    field("speaker", message.speaker)
    field("meta") {
      $0.object {
        $0.field("role", message.role.name)
        $0.field("visibility", message.visibility.name)
        $0.field("kind", message.kind.name)
        $0.field("listening_level", message.listeningLevel)
        $0.field("findings") {
          $0.array(message.findings) { writer, finding in writer.object { $0.members(of: finding) } }
        }
      }
    }
    field("reply-to", message.replyTo)
    field("timestamp", message.at.flatMap { Int(exactly: $0.seconds) })
    field("vectors", [])
  }
}
