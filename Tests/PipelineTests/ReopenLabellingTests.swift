import Outcomes
import Testing

@testable import Pipeline

@Suite struct ReopenLabellingTests {
  @Test(arguments: [
    ("Sorry, the scanner still doesn’t work after the restart.", ReopenReason.notFixed),
    ("The same error came up this morning", .notFixed),
    ("Der Drucker geht leider immer noch nicht.", .notFixed),
    ("Thank you, but I don't understand what “clear the cache” means.", .notUnderstood),
    ("You haven't answered\n  my second question", .notUnderstood),
    ("Das verstehe ich nicht, können Sie das erklären?", .notUnderstood),
    ("Je ne comprends pas la deuxième étape.", .notUnderstood),
    ("I have another problem, this time with the projector.", .newProblem),
    // What still fails is not fixed, whatever else is asked.
    ("It still doesn't work. Could you explain what you did?", .notFixed),
    // Nothing that a reader would be sure of.
    ("Please call me.", .unknown), ("", .unknown),
  ])
  func labelsAreThoseAReaderWouldGive(text: String, reason: ReopenReason) {
    #expect(ReopenLabelling.reason(text.utf8) == reason)
  }
}
