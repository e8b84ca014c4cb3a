public import TextAnalysis
public import Tickets

/// Counts and scores of one message. What a message is too short for is `nil`, never a number.
public struct MessageMeasures: Sendable {
  /// Words and numbers.
  public var words = 0
  /// Sentences.
  public var sentences = 0
  /// Letters and digits.
  public var characters = 0
  /// Published formulas of reading ease.
  public var reading: ReadingScores?
  /// How hard it is to read, 0 easy … 1 hard; `nil` for a text too short or not in English.
  public var difficulty: Double?
  /// Sentences with a verb in the passive voice.
  public var passiveSentences = 0
  /// Sentences that ask something.
  public var questions = 0
  /// Questions that can't be answered by yes or no.
  public var openQuestions = 0
  /// How it takes up what it answers; `nil` where there is nothing to answer.
  public var restatement: Restatement?
  /// Whether it names or mirrors what the requester feels.
  public var reflectsFeeling = false
  /// The sentence that does, as a place in its text.
  public var feeling = ByteRange.none
  /// Whether it is a reply to somebody who reads technical words as they are.
  public var isForTechnicalReader = false
  /// Whether it blames the requester.
  public var blames = false
  /// Covey's level of listening, 1…5; 0 if it was not judged.
  public var listeningLevel = 0
  /// The fingerprint of the first public reply, or of a requester's message; no bits for any other, or where the text
  /// is too short for one.
  public var sketch = TextSketch(bits: 0)

  /// No counts yet.
  public init() {}
}

/// How a staff message takes up what the requester wrote.
public struct Restatement: Sendable {
  /// Symmetric similarity of the two texts, 0…1.
  public var similarity = 0.0
  /// Share of the requester's points taken up, weighted by information, 0…1.
  public var coverage = 0.0
  /// Share of the message's words copied from the request in runs of five or more, 0…1.
  public var verbatim = 0.0
  /// Whether it holds a cue such as "so what I'm hearing is".
  public var hasCue = false
  /// Probability that it restates what the requester said, 0…1.
  public var probability = 0.0
  /// The sentence that restates best, as a place in the message's text.
  public var best = ByteRange.none
  /// The request's message that it restates, as an index into the batch's messages.
  public var requestMessage: Int32 = -1
  /// The place in that message.
  public var point = ByteRange.none
  /// How many points the request makes.
  public var points = 0
  /// Different rare words of the request that the message holds: a name, a code, a device.
  public var specifics = 0
  /// Words of the request that are not among the most common and that its sentences hold, courtesies apart; a word
  /// counts once a sentence.
  public var sharedWords = 0
  /// Different words of the request that are not among the most common; counted as far as eight.
  public var requestWords = 0
  /// The sentence that copies most of the request, as a place in the message's text.
  public var copy = ByteRange.none
  /// How many of that sentence's words stand in copied runs.
  public var copiedWords = 0

  /// Nothing taken up.
  public init() {}

  /// At and above this probability a message counts as a restatement.
  public static let threshold = 0.5
}
