import TextAnalysis
import Tickets

/// `clarity.concrete` (strength): the requester's own thing by its name.
struct ConcreteReference: Rule {
  static let about = RuleDescription(
    "clarity.concrete", "Names the requester's own thing", kind: .strength, anchor: .anyReply,
    scope: .publicReply, languages: nil, revision: 2,
    rationale: """
      “The scans from floor 3” instead of “the issue” shows that somebody read it. Customers who are answered in \
      concrete words are more satisfied, because they see that they were heard.
      """,
    practice: "Replace “the issue” by what it is: the device, the file, the time, the error they gave you.",
    source: "Packard & Berger 2021, How Concrete Language Shapes Customer Satisfaction",
    finds: [
      [
        "requester: The printer PRN-0042 on my floor prints stripes.",
        "staff: I have cleaned ‹PRN-0042›, please print a page.",
      ],
      [
        "requester: budget_2026.xlsx does not open since Monday.",
        "staff: I have restored ‹budget_2026.xlsx› from the backup of Sunday.",
      ],
      [
        "requester: I get 0x80070005 when I save.",
        "staff: The code ‹0x80070005› means that your account may not write there.",
      ],
    ],
    ignores: [
      ["requester: The printer PRN-0042 on my floor prints stripes.", "staff: I have fixed the issue."],
      ["requester: The printer prints stripes.", "staff: I have cleaned PRN-0042, please print a page."],
      ["requester: The printer prints stripes.", "staff: The printer is clean again."],
      [
        "requester: See https://example.org/x please.",
        "staff: I have seen https://example.org/x and thank you.",
      ],
      // A mask is nobody's name for a thing.
      ["requester: Dear ph_user, the app is slow.", "staff: Dear ph_user, the app is fast again."],
    ])

  init(_ packs: PackIndex) {}

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let requests = thread.earlier(than: message).filter { $0.message.role == .requester }
    let hasThing = requests.contains { request in
      thread.text.tokens[request.tokens].contains { isThing($0, in: request, thread) }
    }
    guard hasThing else { return }
    judgement.look()
    for position in message.tokens {
      let token = thread.text.tokens[position]
      guard isThing(token, in: message, thread), thread.requesterUsed(token.lexeme, before: message) else {
        continue
      }
      judgement.find(Mark(span: thread.span(of: position..<position + 1)))
      return
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let name = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    return Wording("names “\(name)”, as the requester did")
  }

  /// What has a name of its own; addresses and numbers of tickets are quoted without thinking.
  private func isThing(_ token: Token, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    switch token.kind {
    case .ticketNumber:
      // "PRN-0042" is written like the number of a ticket.
      let bytes = thread.bytes(of: token, in: message)
      return bytes.contains(UInt8(ascii: "-"))
        && !bytes.elementsEqual(thread.batch.bytes[thread.ticket.id.range])
    case .identifier:
      // Masked exports are full of names such as "ph_user", which are the same in every ticket.
      return !thread.bytes(of: token, in: message).allSatisfy {
        (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_")
      }
    case .hostName, .path, .fileName, .errorCode, .partNumber, .ipAddress, .macAddress, .version,
      .registryKey, .quantity, .time, .date:
      return true
    default: return false
    }
  }
}
