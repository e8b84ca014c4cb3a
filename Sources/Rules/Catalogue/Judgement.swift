public import Tickets

/// One place that a rule marked. Trivial, so that a night's findings cost no allocations.
public struct Mark: Sendable {
  /// Position of the rule in the rule set.
  public var rule: UInt8 = 0
  /// The message, as an index into the batch's messages.
  public var message: Int32 = 0
  /// The place in the message's text.
  public var span: ByteRange
  /// A number of the rule's own: which pack entry, how many words, which lexeme.
  public var argument: Int32 = 0
  /// A second message that belongs to the evidence, such as the request; -1 for none.
  public var otherMessage: Int32 = -1
  /// The place in that message's text.
  public var otherSpan = ByteRange.none

  /// A mark at a place of the message under inspection.
  public init(
    span: ByteRange, argument: Int32 = 0, otherMessage: Int32 = -1, otherSpan: ByteRange = .none
  ) {
    self.span = span
    self.argument = argument
    self.otherMessage = otherMessage
    self.otherSpan = otherSpan
  }
}

/// Collects what rules say of messages.
public struct Judgement: Sendable {
  /// Everything marked, in the order of messages and catalogue; what was found in a thread as a whole comes last.
  public private(set) var marks: [Mark] = []
  /// What each rule said of each message: message index, rule, whether it fired.
  public private(set) var looks: [Look] = []
  /// What only all tickets together can bear out: it is in no output until ``settle(_:)``.
  public private(set) var pending: [Mark] = []
  /// Which rules about all tickets together had an occasion.
  public private(set) var pendingLooks: [Look] = []

  /// A rule had an occasion in a message.
  public struct Look: Sendable {
    /// Position of the rule in the rule set.
    public var rule: UInt8
    /// Whether it fired.
    public var fired: Bool
    /// The message, as an index into the batch's messages.
    public var message: Int32
  }

  private var rule: UInt8 = 0
  private var message: Int32 = 0
  private var hasLooked = false
  private var marksBefore = 0
  private var hasConceded = false

  /// An empty collection.
  public init() {}

  /// Says that the message gave the rule an occasion, whether or not it fires.
  public mutating func look() { hasLooked = true }

  /// Marks a place of the message under inspection; there was an occasion, then.
  public mutating func find(_ mark: Mark) {
    var mark = mark
    mark.message = message
    append(mark)
  }

  /// Marks a place of another message, for rules that look at the thread as a whole.
  public mutating func find(_ mark: Mark, in other: MessageView) {
    var mark = mark
    mark.message = Int32(other.index)
    append(mark)
  }

  /// Says that the rule fires and that another rule has marked the place already: it counts, and is told once.
  public mutating func concede() {
    hasLooked = true
    hasConceded = true
  }

  /// Whether another rule has marked the message under inspection with a place as its evidence.
  public func tells(of otherSpan: ByteRange, in otherMessage: Int32) -> Bool {
    marks.reversed().prefix { $0.message == message }
      .contains { $0.otherMessage == otherMessage && $0.otherSpan == otherSpan }
  }

  private mutating func append(_ mark: Mark) {
    hasLooked = true
    var mark = mark
    mark.rule = rule
    marks.append(mark)
  }

  mutating func begin(rule: Int, message: Int) {
    self.rule = UInt8(rule)
    self.message = Int32(message)
    hasLooked = false
    marksBefore = marks.count
    hasConceded = false
  }

  mutating func end() {
    guard hasLooked else { return }
    looks.append(Look(rule: rule, fired: marks.count > marksBefore || hasConceded, message: message))
  }

  /// Ends the look of a rule about all tickets together: what it marked waits for them.
  mutating func endPending() {
    guard hasLooked else { return }
    pendingLooks.append(Look(rule: rule, fired: marks.count > marksBefore, message: message))
    pending += marks[marksBefore...]
    marks.removeSubrange(marksBefore...)
  }

  /// Decides what waited for all tickets.
  ///
  /// - Parameter number: what becomes the mark's ``Mark/argument``; `nil` if the other tickets don't bear it out.
  public mutating func settle(_ number: (Mark) -> Int32?) {
    for mark in pending {
      guard let number = number(mark) else { continue }
      var mark = mark
      mark.argument = number
      marks.append(mark)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Takes marks out as if their rules had not fired.
  ///
  /// - Parameters:
  ///   - isGone: whether a mark goes.
  ///   - looksOf: whether the looks of a rule go too, as if it had not been asked.
  ///   - isWholeThread: whether a rule looks once at the thread, whatever messages it marks.
  mutating func remove(
    marks isGone: (Mark) -> Bool, looksOf: (Int) -> Bool, isWholeThread: (Int) -> Bool
  ) {
    pending.removeAll(where: isGone)
    pendingLooks.removeAll { looksOf(Int($0.rule)) }
    var touched: Set<UInt8> = []
    marks.removeAll { mark in
      guard isGone(mark) else { return false }
      touched.insert(mark.rule)
      return true
    }
    looks.removeAll { looksOf(Int($0.rule)) }
    for index in looks.indices where looks[index].fired && touched.contains(looks[index].rule) {
      let look = looks[index]
      looks[index].fired = marks.contains {
        $0.rule == look.rule && (isWholeThread(Int(look.rule)) || $0.message == look.message)
      }
    }
  }

  /// Forgets everything and keeps the storage.
  public mutating func clear() {
    marks.removeAll(keepingCapacity: true)
    looks.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    pendingLooks.removeAll(keepingCapacity: true)
  }
}
