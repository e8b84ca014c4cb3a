public import TextAnalysis
public import Tickets

/// One message as rules see it. Ranges point into the thread's `text` and `matches`.
public struct MessageView: Sendable {
  /// Index into the batch's messages.
  public var index: Int
  /// The message itself.
  public var message: Message
  /// Its tokens; only those of its own writing, not of quotes, signatures or logs.
  public var tokens: Range<Int> = 0..<0
  /// Its sentences.
  public var sentences: Range<Int> = 0..<0
  /// What the packs found in it.
  public var matches: Range<Int> = 0..<0
  /// Which packs found something in it.
  private(set) var packs = FoundPacks()
  /// Its language: "en", "de", …; empty if it could not be told.
  public var language = ""
  /// Counts and scores of it.
  public var measures = MessageMeasures()
  /// Position among the public replies that staff wrote themselves, from 0; -1 if it is none.
  public var reply = -1
  /// Whether no person wrote it for this ticket: an acknowledgement of receipt, a notice of the system. It is
  /// kept and counted, and never judged.
  public var isAutomatic = false
  /// Whether it closes the ticket at the cut: the last public staff reply, or the close notes.
  public var isClosing = false

  /// A message before it is analysed.
  public init(index: Int, message: Message) {
    self.index = index
    self.message = message
  }

  /// Notes what the packs found in it.
  mutating func note(_ range: Range<Int>, of all: [PackMatch]) {
    matches = range
    packs = FoundPacks()
    for match in all[range] { packs.insert(match.pack) }
  }

  /// Whether its words are taken for English: those of a text of no language known are.
  var hasEnglishWords: Bool { language == "en" || language.isEmpty }

  /// Whether staff wrote it for the requester to read, as part of the conversation.
  public var isPublicReply: Bool {
    message.role == .staff && message.visibility == .public && message.kind != .resolution
  }
}

/// A ticket with its messages analysed: what every rule is given.
///
/// One worker's own, opened for ticket after ticket of a batch: everything in it is reused storage.
///
///     thread.begin(&batch)                  // takes the batch in, without a copy
///     for ticket in thread.batch.tickets.indices {
///       thread.open(ticket, cut: …)         // tokens, sentences, phrases of its messages
///       …                                   // rules read it
///     }
///     thread.end(&batch)                    // gives the batch back
public struct Thread: ~Copyable {
  /// The batch that holds the ticket.
  public private(set) var batch = TicketBatch()
  /// The ticket.
  public private(set) var ticket = Ticket()
  /// Tokens and sentences of the ticket's messages.
  public private(set) var text = AnalyzedText()
  /// What the packs found in them.
  public internal(set) var matches: [PackMatch] = []
  /// The ticket's messages, by time.
  public internal(set) var messages: [MessageView] = []
  /// What the requester's messages say, clause by clause, and which reply took it up first.
  public internal(set) var points: [RequestPoint] = []
  /// Number of messages that were there at the cut; all of them if there is none.
  public private(set) var cut = 0

  private var analyzer: TextAnalyzer
  private var matcher: PackMatcher
  private var zones: [Range<Int>] = []
  private let automatic: Int16?
  let thanks: Int16?
  let reopening: ReopenPhrases
  private let languages: LanguageWords

  /// A thread that knows the words and phrases of `packs`.
  ///
  /// - Throws: `ICUError` if ICU can't open its break iterators.
  public init(_ packs: PackIndex) throws(ICUError) {
    analyzer = try TextAnalyzer(lexicon: packs.lexicon)
    matcher = PackMatcher(packs)
    automatic = packs.number(of: "cue.automatic")
    thanks = packs.number(of: "cue.thanks")
    reopening = ReopenPhrases(packs)
    languages = packs.languages
  }

  /// Lexeme ids and what is known of them.
  public var vocabulary: Vocabulary {
    _read { yield analyzer.vocabulary }
  }

  /// Takes a batch in.
  public mutating func begin(_ batch: inout TicketBatch) {
    swap(&self.batch, &batch)
    analyzer.beginBatch()
    matcher.beginBatch(analyzer.vocabulary)
    close()
  }

  /// Gives the batch back.
  public mutating func end(_ batch: inout TicketBatch) {
    close()
    swap(&self.batch, &batch)
  }

  private mutating func close() {
    text.clear()
    matches.removeAll(keepingCapacity: true)
    messages.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    ticket = Ticket()
    cut = 0
  }

  /// Analyses the messages of a ticket of the batch.
  ///
  /// - Parameters:
  ///   - index: which of the batch's tickets.
  ///   - cut: index after the last of the batch's messages that was there at the cut; `nil` for no cut.
  ///   - language: the language of all its messages; `nil` to tell it message by message.
  ///   - findsPhrases: `false` for those who look at words and sentences only.
  /// - Complexity: O(bytes of its messages).
  public mutating func open(
    _ index: Int, cut: Int? = nil, language: String? = nil, findsPhrases: Bool = true
  ) {
    close()
    guard batch.tickets.indices.contains(index) else { return }
    ticket = batch.tickets[index]
    self.cut =
      ticket.messages.clamped(to: ticket.messages.lowerBound..<(cut ?? ticket.messages.upperBound)).count
    for index in ticket.messages { append(index, language, findsPhrases: findsPhrases) }
    number()
  }

  private mutating func append(_ index: Int, _ language: String?, findsPhrases: Bool) {
    let message = batch.messages[index]
    var view = MessageView(index: index, message: message)
    zones.removeAll(keepingCapacity: true)
    for zone in batch.zones[message.zones] where zone.kind == .body {
      let start = Int(zone.range.start) - Int(message.text.start)
      zones.append(start..<start + Int(zone.range.count))
    }
    // All of it quoted or signed: nothing to read.
    if !message.text.isEmpty && (message.zones.isEmpty || !zones.isEmpty) {
      let extent = batch.bytes.withUnsafeBufferPointer { bytes in
        analyzer.analyze(UnsafeBufferPointer(rebasing: bytes[message.text.range]), zones: zones, into: &text)
      }
      view.tokens = extent.tokens
      view.sentences = extent.sentences
      // "Erledigt." is too short to tell; it is in the language of what was said before.
      view.language =
        language
        ?? Language.guess(extent, in: text, vocabulary: analyzer.vocabulary, others: languages)
        ?? messages.last { !$0.language.isEmpty }?.language
        ?? (text.tokens[extent.tokens].contains { $0.flags.contains(.beyondASCII) } ? "" : "en")
      let first = matches.count
      if findsPhrases { matcher.match(view, text: &text, vocabulary: analyzer.vocabulary, into: &matches) }
      view.note(first..<matches.count, of: matches)
    } else {
      view.tokens = text.tokens.count..<text.tokens.count
      view.sentences = text.sentences.count..<text.sentences.count
      view.note(matches.count..<matches.count, of: matches)
    }
    messages.append(view)
  }

  /// Looks for the packs' phrases once more in the messages at hand: for measuring what that costs.
  public mutating func matchAgain() {
    matches.removeAll(keepingCapacity: true)
    for position in messages.indices {
      let first = matches.count
      matcher.match(messages[position], text: &text, vocabulary: analyzer.vocabulary, into: &matches)
      messages[position].note(first..<matches.count, of: matches)
    }
  }

  /// Tells the replies their place, and which of the messages close the ticket.
  private mutating func number() {
    var reply = 0
    for position in messages.indices where messages[position].isPublicReply {
      if isAutomatic(position) {
        messages[position].isAutomatic = true
        continue
      }
      messages[position].reply = reply
      reply += 1
    }
    guard hasEnd else { return }
    if let last = messages[..<cut].lastIndex(where: { $0.reply >= 0 && !$0.tokens.isEmpty }) {
      messages[last].isClosing = true
    }
    for position in messages.indices where messages[position].message.kind == .resolution {
      messages[position].isClosing = true
    }
  }

  /// Words a second above which nobody has typed a reply since the message before it: a fast typist writes two.
  private static let fastestTyping = 3.0
  /// Shorter texts may have been typed before the message came.
  private static let leastAutomaticWords = 15
  /// After so long it may have been written with care, whatever its length.
  private static let longestAutomaticSeconds: Int64 = 60

  /// Whether a reply was made by the ticket system: it says so, or it came faster than anybody types.
  private func isAutomatic(_ position: Int) -> Bool {
    let message = messages[position]
    if matches[message.matches].contains(where: { $0.pack == automatic }) { return true }
    guard let at = message.message.at, at.precision == .second,
      let before = messages[..<position].last(where: { $0.message.role == .requester })?.message.at
        ?? ticket.openedAt,
      before.precision == .second
    else { return false }
    let seconds = at.seconds - before.seconds
    guard seconds >= 0, seconds <= Self.longestAutomaticSeconds else { return false }
    let words = text.tokens[message.tokens].reduce(0) { $0 + ($1.kind.isWordLike ? 1 : 0) }
    return words >= Self.leastAutomaticWords && Double(words) > Self.fastestTyping * Double(seconds)
  }

  /// Whether somebody has said that the ticket is done: only then is there a closing text.
  private var hasEnd: Bool {
    ticket.resolvedAt != nil || ticket.closedAt != nil || ticket.status.isDone
      || batch.statusChanges[ticket.history].contains { $0.to.isDone }
      || messages.contains { $0.message.kind == .resolution }
  }

  /// The messages a rule may look at when it judges `message`: up to the cut for those before it, all of the
  /// thread for those after it, so that no judgement before the cut knows what came later.
  public func horizon(of message: MessageView) -> ArraySlice<MessageView> {
    position(of: message) < cut ? messages[..<cut] : messages[...]
  }

  /// The messages before `message`.
  public func earlier(than message: MessageView) -> ArraySlice<MessageView> {
    messages.prefix(position(of: message))
  }

  /// Where a message stands among the thread's.
  public func position(of message: MessageView) -> Int { message.index - ticket.messages.lowerBound }

  /// The bytes of a token. - Complexity: O(1).
  public func bytes(of token: Token, in message: MessageView) -> ArraySlice<UInt8> {
    let start = Int(message.message.text.start)
    return batch.bytes[(start + Int(token.start))..<(start + Int(token.end))]
  }

  /// The text at a place of a message. - Complexity: O(n) and an allocation; for wordings.
  public func string(_ span: ByteRange, in message: Message) -> String {
    batch.string(ByteRange(start: message.text.start &+ span.start, count: span.count))
  }

  /// The message with an index into the batch's messages.
  public func message(at index: Int32) -> MessageView? {
    let position = Int(index) - ticket.messages.lowerBound
    return messages.indices.contains(position) ? messages[position] : nil
  }
}
