public import Tickets

/// Something that a requester's message says and that a reply can take up: a clause with its words.
public struct RequestPoint: Sendable {
  /// What it is for.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Something told: a circumstance, a step tried.
    case statement
    /// Something that does not work.
    case symptom
    /// A time, a deadline or a cost: "I have a client call at 3".
    case constraint
    /// How the requester feels about it.
    case feeling
    /// Something staff are asked to do or to give.
    case wish
    /// Something the requester wants to know.
    case question
  }

  /// The message it stands in, as a position among the thread's messages.
  public var message: Int
  /// Its tokens, as indices into the thread's text.
  public var tokens: Range<Int32>
  /// Its place in the message's text.
  public var span: ByteRange
  /// What it is for.
  public var kind: Kind
  /// What answers it, if it is a question.
  public var answer: AnswerKind
  /// How much it tells: the sum of what its words tell, more for questions and constraints.
  public var weight: Double
  /// The first reply that took it up, as a position among the thread's messages; -1 for none.
  public var takenBy: Int
  /// The sentence that did, as a place in that reply's text.
  public var takenAt: ByteRange
  /// The first reply that holds a word of it that tells something; -1 for none.
  public var touchedBy: Int

  /// The tokens as indices of an array.
  public var tokenRange: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}

/// What a question asks for, and so what an answer to it holds.
public enum AnswerKind: UInt8, Sendable, CaseIterable {
  /// It is no question.
  case none
  /// Yes or no.
  case yesOrNo
  /// A time, a date, a duration.
  case time
  /// A place: a room, a link, a path, a menu.
  case place
  /// A person or a team.
  case person
  /// A way to do something.
  case way
  /// A reason.
  case reason
  /// A number or a price.
  case amount
  /// A thing, or a choice among things.
  case thing
}
