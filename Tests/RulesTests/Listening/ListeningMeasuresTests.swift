import Rules
import TestSupport
import Testing
import Tickets

/// What is measured of a reply, on threads that differ in one thing.
@Suite struct ListeningMeasuresTests {
  private static let request =
    "requester: Since the update the label printer in hall two prints blank labels, and the lorry leaves at four."

  private func measures(_ lines: [String]) throws -> MessageMeasures {
    let rules = try RuleSet.builtIn()
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread(lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    return try #require(thread.messages.last).measures
  }

  @Test(
    "questions are told from wishes, statements and restatements",
    arguments: [
      ("What do you see on the display?", 1, 1),
      ("Is the printer the one at the gate?", 1, 0),
      ("How many labels have come out blank?", 1, 1),
      ("Could you please restart the printer?", 0, 0),
      ("Can you tell me what the display shows?", 1, 1),
      // Yes or no will do, in whatever form it is asked.
      ("I wonder whether the roll was changed.", 1, 0),
      ("I wonder what the roll looks like.", 1, 1),
      ("Do you still have the box.", 1, 0),
      ("Should you still have the box, keep it.", 0, 0),
      ("You can be proud of it, and what did they say?", 1, 1),
      ("I'd love to hear what are your plans for it?", 1, 1),
      ("It prints what?", 1, 1),
      ("Is it on or what?", 1, 0),
      ("Can you describe the noise?", 1, 1),
      ("Can you tell me whether it is on?", 1, 0),
      ("Tell me about the labels that came out.", 1, 1),
      ("I have restarted the printer.", 0, 0),
      ("What I did was change the roll.", 0, 0),
      ("So the labels have come out blank since the update?", 0, 0),
    ])
  func questions(_ text: String, _ any: Int, _ open: Int) throws {
    let measures = try measures([Self.request, "staff: " + text])
    #expect(measures.questions == any, "\(text)")
    #expect(measures.openQuestions == open, "\(text)")
  }

  @Test(
    "levels rise with what is taken up",
    arguments: [
      ("It is being looked into by the team.", 1...1),
      ("We understand your concern and take it very seriously.", 1...2),
      ("The printer in hall two has a new driver, and its labels are no longer blank.", 3...4),
      ("So since the update the labels from hall two come out blank, and your lorry leaves at four.", 4...4),
      (
        "So since the update the labels from hall two come out blank. I can see how stressful that is for you with the lorry leaving at four.",
        4...5
      ),
    ])
  func levels(_ text: String, _ levels: ClosedRange<Int>) throws {
    #expect(levels.contains(try measures([Self.request, "staff: " + text]).listeningLevel), "\(text)")
  }

  @Test func aCopyIsNoRestatement() throws {
    let copied = try measures([Self.request, "staff: " + Self.request.dropFirst("requester: ".count)])
    let said = try measures([
      Self.request, "staff: So blank labels come out of the printer in hall two since it was updated?",
    ])
    let copy = try #require(copied.restatement)
    let restatement = try #require(said.restatement)
    #expect(copy.verbatim > 0.9 && copy.probability < Restatement.threshold)
    #expect(restatement.verbatim < 0.5 && restatement.probability >= Restatement.threshold)
  }

  @Test func nothingToAnswerIsNothingToMeasure() throws {
    let measures = try measures(["staff: The printer in hall two was updated."])
    #expect(measures.restatement == nil && measures.listeningLevel == 0)
  }
}
