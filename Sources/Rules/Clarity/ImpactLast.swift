import TextAnalysis
import Tickets

/// `clarity.impact-last`: a notice that begins with the machine and comes to the people late, or never.
struct ImpactLast: Rule {
  static let about = RuleDescription(
    "clarity.impact-last", "Notices that begin with technical detail", anchor: .anyReply, scope: .publicReply,
    audience: .manager, packs: ["cue.impact", "cue.notice", "jargon.term"],
    rationale: """
      Readers of a notice want to know first what they can't do, from when to when. Those who meet a server name \
      instead stop reading, and call.
      """,
    practice: """
      First sentence: who can't do what, from when to when. Then what they should do. The technical detail last, for \
      those who want it.
      """,
    source: "Vision Training Systems: state the impact first and the technical detail second",
    finds: [
      [
        "ticket: outage", "requester: Mail is down.",
        """
        staff: ‹The hypervisor lost its iSCSI path to the SAN and the mailbox database dismounted.› We restarted \
        the cluster. You cannot send or receive mail until noon.
        """,
      ],
      [
        "ticket: change", "requester: Please inform everybody about Saturday.",
        "staff: ‹The firmware of the core switches will be upgraded and the VLANs moved to the new firewall.› It takes two hours.",
      ],
      [
        "requester: Tell us when the work is done.",
        "staff: ‹Planned maintenance: failover of the SQL cluster to the secondary data centre on Friday.› Please plan for it.",
      ],
    ],
    ignores: [
      [
        "ticket: outage", "requester: Mail is down.",
        """
        staff: You cannot send or receive mail until noon. The hypervisor lost its iSCSI path to the SAN, and we are \
        restarting the cluster.
        """,
      ],
      [
        "ticket: change", "requester: Please inform everybody about Saturday.",
        "staff: On Saturday from 8 to 10 nobody can print. The firmware of the print server will be upgraded.",
      ],
      [
        "ticket: outage", "requester: Mail is down.",
        "staff: We are looking at it and will write again at noon.",
      ],
      [
        "requester: My mail is slow.",
        "staff: The hypervisor lost its iSCSI path to the SAN and the mailbox database dismounted. It is back.",
      ],
    ])

  /// Technical words that an opening must hold to be technical.
  static let leastTerms = 2

  private let impact: Int16?
  private let notice: Int16?
  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    impact = packs.number(of: "cue.impact")
    notice = packs.number(of: "cue.notice")
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let isNotice =
      thread.ticket.kind == .outage || thread.ticket.kind == .change || thread.holds(notice, message)
    guard isNotice, message.measures.words >= 8,
      let opening = thread.opening(of: message, courtesies: courtesies)
    else { return }
    judgement.look()
    if thread.holds(impact, opening.tokenRange, of: message) { return }
    var technical = thread.matches[message.matches].count {
      $0.isTechnicalTerm && opening.tokenRange.contains($0.tokenRange.lowerBound)
    }
    technical += thread.text.tokens[opening.tokenRange].count {
      $0.kind.isArtefact && $0.kind != .url && $0.kind != .ticketNumber
    }
    guard technical >= Self.leastTerms else { return }
    judgement.find(
      Mark(span: thread.span(of: opening), argument: thread.holds(impact, message) ? 1 : 0))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      mark.argument == 1
        ? "the notice opens with technical detail and says only later who can't do what"
        : "the notice opens with technical detail and never says who can't do what",
      "open with it: “From 8 to 10 on Saturday nobody can print”")
  }
}
