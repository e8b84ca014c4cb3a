import Outcomes
import Rules
import Testing
import Tickets

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
  func labelsAreThoseAReaderWouldGive(text: String, reason: ReopenReason) throws {
    var thread = try Thread(PackIndex.builtIn())
    var written = ExampleThread(["requester: " + text])
    thread.begin(&written.batch)
    thread.open(0)
    let view = try #require(thread.messages.first)
    let found = ReopenReason(thread.complaint(of: view))
    #expect(found == reason)
  }
}
