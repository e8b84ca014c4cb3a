/// What reports say of requests and replies that are alike.
extension Words {
  static let recurrences = "The same request, again and again"
  static let recurrenceNote =
    "Requests of several people about nearly the same thing, no more than three days apart: look for a common cause."
  static let templates = "First replies that stand under many tickets"
  static let templateNote = "“Bare”: with nothing of the ticket added to the template."
  static let request = "Request"
  static let reply = "Reply"
  static let since = "Since"
  static let bare = "Bare"
  static let requesters = "Requesters"
  static let teams = "Teams"
  static let rubric = "Four marks for every reply"
  static let rubricNote =
    "Replies by mark, from 0 to 3, up to the first resolution. A mark rests on what was found in a reply and on nothing "
    + "else; readback explain shows it reply by reply."
  static let rubricNoteAtNight =
    "Replies in new and changed tickets by mark, from 0 to 3, up to the first resolution. A mark rests on what was found "
    + "in a reply and on nothing else."
  static let mean = "Mean"
  static let replies = "Replies"

  /// "0", "1", …, "3 (best)".
  static func mark(_ mark: Int, of best: Int) -> String { mark == best ? "\(mark) (best)" : "\(mark)" }

  /// A text that may not have been kept.
  static func sample(_ text: String) -> String { text.isEmpty ? "(no text is remembered)" : text }
}
