import Glibc

/// Writes an export of made-up tickets: ServiceNow's shape, plain English, the same bytes every time.
enum MadeUpDesk {
  private static let problems = [
    "My VPN drops every ten minutes since the update and I lose my calls.",
    "The printer on the third floor prints blank pages, but only for invoices.",
    "I can't open the shared mailbox any more. It worked on Friday. Do I need new rights?",
    "Outlook asks for my password again and again; I have a client call at three.",
    "The scanner sends only the first page to my folder. This is the third time I ask.",
  ]
  private static let replies = [
    "Hello, so the connection cuts out every ten minutes since the update. I will look at it and ring you at 15:00.",
    "Thank you for reaching out. We are looking into it and will get back to you as soon as possible.",
    "The DNS entry was stale, flushed the resolver cache and re-registered the client. Please check.",
    "I have set your mailbox up again. Please restart Outlook once and tell me if you see today's messages.",
    "As I already told you, the form is on the portal.",
  ]
  private static let closings = [
    "Done.", "The driver was old; I updated it and the page comes out.", "Fixed, closing.",
  ]

  static func write(to path: String, bytes wanted: Int) throws {
    guard let file = fopen(path, "w") else { throw Failure(path: path) }
    defer { fclose(file) }
    fputs(
      "number,opened_at,resolved_at,reopened_time,reopen_count,state,priority,category,assignment_group,assigned_to,"
        + "caller_id,short_description,description,comments_and_work_notes,close_notes\n", file)
    var state: UInt64 = 1
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var written = 0
    var number = 0
    while written < wanted {
      number += 1
      let day = number / 40 % 28 + 1
      let month = number / 1120 % 12 + 1
      func at(_ hour: Int) -> String {
        "2025-\(two(month))-\(two(day)) \(two(hour)):\(two(draw(60))):\(two(draw(60)))"
      }
      let opened = at(8)
      let problem = problems[draw(problems.count)]
      let caller = "Caller \(draw(900))"
      let agent = "Agent \(draw(40))"
      let isReopened = draw(8) == 0
      var journal = ""
      for (hour, text) in [
        (15, closings[draw(3)]), (11, replies[draw(5)]), (10, problems[draw(5)]), (9, replies[draw(5)]),
      ] {
        let author = hour == 10 ? caller : agent
        journal += "\(at(hour)) - \(author) (Additional comments)\n\(text)\n\n"
      }
      let row =
        "INC\(1_000_000 + number),\(opened),\(at(16)),\(isReopened ? at(17) : ""),\(isReopened ? 1 : 0),Closed,"
        + "\(draw(4) + 1),Category \(draw(6)),Group \(draw(8)),\(agent),\(caller),\"Ticket \(number)\",\"\(problem)\","
        + "\"\(journal)\",\"\(closings[draw(3)])\"\n"
      fputs(row, file)
      written += row.utf8.count
    }
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  struct Failure: Error { var path: String }
}
