import Outcomes
import Rules
import Tickets

/// Reads why a requester opened a ticket again.
///
/// By a few phrases that leave no doubt, in English, German and French; whatever else is said stays unlabelled. A
/// message that says that it still does not work is *not fixed* even if it also asks for an explanation: a
/// better explanation alone would not have kept it closed.
enum ReopenLabelling {
  /// Bytes of the message that are read: what it is about stands at its beginning.
  private static let longest = 2000

  /// The label of a text that is more than thanks.
  static func reason(_ text: some Sequence<UInt8>) -> ReopenReason {
    let text = normalized(text)
    func says(_ phrases: [String]) -> Bool { phrases.contains { text.contains($0) } }
    if says(notFixed) { return .notFixed }
    if says(notUnderstood) { return .notUnderstood }
    return says(newProblem) ? .newProblem : .unknown
  }

  /// Small letters, one kind of apostrophe, single spaces.
  private static func normalized(_ text: some Sequence<UInt8>) -> String {
    var words = " "
    var wasSpace = true
    for scalar in String(decoding: Array(text.prefix(longest)), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "’", "ʼ", "`": words.unicodeScalars.append("'")
      case _ where scalar.properties.isWhitespace:
        if !wasSpace { words += " " }
      default: words += scalar.properties.lowercaseMapping
      }
      wasSpace = scalar.properties.isWhitespace
    }
    return words
  }

  private static let notFixed = [
    "still not working", "still doesn't work", "still does not work", "still isn't working", "still can't",
    "still cannot", "still broken", "still happening", "still happens", "still the same", "still getting",
    "same problem", "same issue", "same error", "not fixed", "isn't fixed", "not resolved", "not solved",
    "didn't work", "did not work", "didn't help", "did not help", "doesn't work", "does not work",
    "happened again", "happening again", "came back", "is back", "broken again", "stopped working again",
    "no longer works", "problem persists", "issue persists", "immer noch nicht", "geht wieder nicht",
    "wieder aufgetreten", "derselbe fehler", "der gleiche fehler", "das gleiche problem", "dasselbe problem",
    "nicht gelöst", "nicht behoben", "funktioniert nicht", "besteht weiterhin", "toujours pas",
    "même problème", "même erreur", "ne fonctionne pas", "ne marche pas", "pas résolu", "problème persiste",
  ]
  private static let notUnderstood = [
    "don't understand", "do not understand", "didn't understand", "did not understand", "what do you mean",
    "what does that mean", "what does this mean", "not sure what you mean", "not clear to me",
    "isn't clear to me", "i'm confused", "i am confused", "can you explain", "could you explain",
    "please explain", "in plain english", "in plain words", "didn't answer my question",
    "did not answer my question", "haven't answered", "nobody answered", "no one answered",
    "not what i asked", "my question was", "what am i supposed to do", "what should i do now",
    "verstehe nicht", "verstehe ich nicht", "nicht verstanden", "was bedeutet das", "was heißt das",
    "mir nicht klar", "können sie das erklären", "bitte erklären", "frage nicht beantwortet",
    "frage wurde nicht beantwortet", "meine frage war", "je ne comprends pas", "pas compris", "que veut dire",
    "pas clair pour moi", "pouvez-vous expliquer", "pouvez-vous m'expliquer", "pas répondu à ma question",
    "ma question était",
  ]
  private static let newProblem = [
    "another problem", "another issue", "a new problem", "a new issue", "a different problem",
    "a different issue", "something else entirely", "ein anderes problem", "ein neues problem",
    "un autre problème", "un nouveau problème",
  ]
}

extension Thread {
  /// Why a ticket was opened again at a moment, as far as a message says so.
  func reopenReason(at reopened: Timestamp) -> ReopenReason {
    guard let view = reopeningMessage(at: reopened) else {
      let isAutomatic = messages.contains {
        $0.message.role == .system && $0.message.at?.seconds == reopened.seconds
      }
      return isAutomatic ? .automatic : .unknown
    }
    if isThanksOnly(view) { return .thanksOnly }
    return ReopenLabelling.reason(batch.body(of: view.message).flatMap { batch.bytes[$0.range] })
  }
}
