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
}
