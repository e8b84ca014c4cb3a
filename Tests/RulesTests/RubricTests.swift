import Testing
import Tickets

@testable import Rules

@Suite struct RubricTests {
  private static func rubrics(_ lines: [String]) throws -> [Rubric] {
    let rules = try PackLayerTests.rules([])
    var judge = Judge(rules)
    var thread = try Thread(rules.packs)
    var written = ExampleThread(lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    return thread.messages.map { Rubric(of: $0, judge.judgement, rules: rules) }.filter {
      !$0.lines.isEmpty
    }
  }

  private static let request =
    "requester: Since Monday I can't open the shared calendar on my phone, and I need it for the audit on Friday."

  @Test func eachLineHasItsOwnEvidence() throws {
    let rubric = try #require(
      try Self.rubrics([
        Self.request, "staff: The MTU of the line was wrong due to the fact that nobody had ever set it.",
      ])
      .first)
    #expect(rubric.mark(for: .words) == 1)
    #expect(rubric.lines.first?.evidence == ["jargon.acronym"])
    #expect(rubric.mark(for: .clarity) == 1)
    #expect(rubric.mark(for: .understanding) == 0)
  }

  @Test func aGoodReplyGetsGoodMarks() throws {
    let good = try #require(
      try Self.rubrics([
        Self.request,
        """
        staff: So the calendar you share has not opened on your phone since Monday, and you need it before the audit: \
        that is worrying. Did I get that right? I will reset the link to your phone today and write to you by 15:00.
        """,
      ]).first)
    let poor = try #require(
      try Self.rubrics([Self.request, "staff: Thank you for reaching out. We will do it asap."]).first)
    for criterion in Rubric.Criterion.allCases {
      let better = try #require(good.mark(for: criterion))
      #expect(better >= poor.mark(for: criterion) ?? 0, "\(criterion.name)")
    }
    #expect(good.mark(for: .words) == 3)
    #expect(try #require(good.mark(for: .understanding)) >= 2)
    #expect(poor.mark(for: .understanding) == 0)
  }

  @Test func notesAndRequestsHaveNone() throws {
    #expect(try Self.rubrics([Self.request, "note: The MTU of the line was wrong."]).isEmpty)
  }

  @Test func aTicketsMarkIsTheLeastAndTheMeanIsGiven() throws {
    let rubrics = try Self.rubrics([
      Self.request, "staff: The MTU of the line was wrong.",
      "staff: Your calendar opens again on your phone.",
    ])
    let words = try #require(Rubric.summary(of: rubrics).lines.first { $0.criterion == .words })
    #expect(words.least == 1 && words.mean == 2 && words.replies == 2)
    #expect(Rubric.summary(of: []).lines.isEmpty)
  }
}
