/// Names that columns carry in exports of no vendor in particular, the surest first.
///
/// Compared as `FoldedWord`s, so "Opened at", "opened_at" and "openedAt" need one entry. A vendor's preset goes
/// before these.
enum KnownNames {
  /// Columns of a table with one row a ticket.
  static let ofTickets: [(field: Field, names: [String])] = [
    (
      .id,
      [
        "number", "ticket number", "ticket no", "ticket nr", "ticket #", "ticket id", "ticketid", "issue key",
        "incident number", "incident id", "incident", "case number", "case id", "issue number", "issueid",
        "issue id", "bug id", "request id", "request number", "work order id", "reference", "ref",
        "task number",
        "key", "id", "ticket", "case", "#",
      ]
    ),
    (.systemID, ["sys id", "system id", "uuid", "guid", "issue id", "internal id", "id"]),
    (
      .summary,
      ["short description", "summary", "subject", "title", "short desc", "headline", "topic", "name"]
    ),
    (
      .description,
      [
        "description", "detailed description", "long description", "body", "details", "problem description",
        "issue description", "request description", "question", "initial message", "message", "text",
        "content",
      ]
    ),
    (
      .openedAt,
      [
        "opened at", "opened", "open date", "open time", "created at", "created on", "created",
        "date created",
        "created date", "created time", "creation date", "creation ts", "create time", "reported at",
        "reported date", "submitted at", "submit date", "submitted on", "first started", "start date",
        "start",
        "sys created on", "sys created at", "date opened", "opened date", "received", "received at", "date",
      ]
    ),
    (
      .resolvedAt,
      [
        "resolved at", "resolved", "resolved time", "resolved date", "resolution date", "date resolved",
        "solved at", "solved", "solved date", "last resolved date", "completed at", "completed date",
        "completed time", "fixed at", "last ended", "end date", "ended at",
      ]
    ),
    (
      .closedAt,
      [
        "closed at", "closed", "closed time", "closed date", "close date", "close time", "date closed",
        "closing date",
      ]
    ),
    (
      .reopenedAt,
      [
        "reopened time", "reopened at", "reopened", "re-opened at", "reopened on", "reopen date",
        "last reopened date",
      ]
    ),
    (
      .reopenCount,
      ["reopen count", "reopens", "reopened count", "re-open count", "number of reopens", "reopen"]
    ),
    (
      .updatedAt,
      [
        "sys updated on", "sys updated at", "updated at", "updated on", "updated", "last updated",
        "last update",
        "last update time", "last updated time", "last modified", "last modified date", "modified",
        "modified at",
        "date updated", "changed", "changeddate", "delta ts", "last change",
      ]
    ),
    (.changeNumber, ["sys mod count", "mod count", "change number", "version", "revision", "sequence"]),
    (
      .status,
      [
        "incident state", "state", "status", "ticket status", "current status", "ticket state",
        "issue status",
        "bug status", "status name", "case status",
      ]
    ),
    (
      .statusCategory,
      ["status category", "statuscategory@key", "status/statuscategory/key", "state category"]
    ),
    (.priority, ["priority", "priority name", "ticket priority", "severity", "urgency", "bug severity"]),
    (
      .category,
      [
        "category", "ticket category", "type of issue", "issue category", "service", "product", "component",
        "help topic", "labels", "topic", "tags", "module", "project", "request type",
      ]
    ),
    (
      .group,
      [
        "assignment group", "group", "team", "assigned group", "assigned team", "support group", "queue",
        "department", "agent group", "team assigned", "owner group", "resolver group",
      ]
    ),
    (
      .assignee,
      [
        "assigned to", "assignee", "assignee/displayname", "assignee/name", "assigned agent", "agent",
        "agent assigned", "owner", "technician",
        "responsible",
        "handler", "assigned", "assignee name", "assignee id", "assigned to id", "agent name",
      ]
    ),
    (.resolver, ["resolved by", "closed by", "solved by", "completed by"]),
    (
      .requester,
      [
        "caller id", "caller", "requester", "requestor", "requested by", "requester name", "requested for",
        "reporter", "reporter/displayname", "reporter/name", "requester/name", "reported by", "customer",
        "customer name", "contact", "contact name", "opened for",
        "submitter", "from", "author", "full name", "user", "requester email", "requester id",
        "customer email",
        "from email", "email", "creator", "created by", "opened by", "reporter id", "user id",
      ]
    ),
    (
      .requesterID,
      [
        "caller id", "reporter/accountid", "requester id", "reporter id", "customer id", "contact id",
        "reporter username",
        "user id", "requester email",
      ]
    ),
    (
      .assigneeID,
      [
        "assignee id", "assignee/accountid", "assigned to id", "agent id", "owner id", "responder id",
        "assignee username",
        "assigned to",
      ]
    ),
    (
      .channel,
      [
        "contact type", "channel", "source", "via", "via/channel", "origin", "contact method",
        "ticket source",
        "reported source",
      ]
    ),
    (
      .parent,
      ["parent", "parent incident", "parent id", "parent issue", "parent ticket", "merged into", "master"]
    ),
    (
      .reassignments,
      [
        "reassignment count", "reassignments", "reassign count", "assignee stations",
        "number of reassignments",
      ]
    ),
    (
      .csat,
      [
        "satisfaction score", "satisfaction rating/score", "csat", "csat score", "satisfaction rating",
        "satisfaction",
        "customer satisfaction",
        "survey results", "survey result", "rating",
      ]
    ),
    (
      .resolution,
      [
        "close notes", "closing notes", "resolution notes", "resolution note", "resolution details",
        "resolution description", "resolution text", "solution", "resolution", "closure notes",
        "resolution comments",
      ]
    ),
    (
      .journal,
      [
        "comments and work notes", "journal", "activity", "conversation", "article tree", "history", "thread",
        "messages", "all comments", "notes and comments",
      ]
    ),
    (
      .comments,
      [
        "additional comments", "additional comments (customer visible)", "comments", "comment",
        "public comments",
      ]
    ),
    (
      .workNotes,
      ["work notes", "internal notes", "private notes", "work log", "worklog", "notes", "technician notes"]
    ),
    (.url, ["url", "link", "permalink", "ticket url", "html url", "web url"]),
    (
      .kind,
      [
        "ticket kind", "kind", "ticket type", "issue type", "issuetype/name", "type", "request type",
        "sys class name",
        "tracker",
      ]
    ),
    (.language, ["language", "requester language", "locale", "lang", "request language"]),
    (.attachments, ["attachments", "attachment", "attachment count", "has attachments", "files"]),
  ]

  /// Columns of a table with one row a message.
  static let ofMessages: [(field: Field, names: [String])] = [
    (
      .messageTicket,
      [
        "ticket id", "ticket number", "ticket no", "ticket nr", "issue number", "issue key", "issue id",
        "issueid",
        "case number", "case id", "incident number", "incident id", "element id", "document key",
        "request id",
        "bug id", "ticket", "issue", "incident", "case", "parent id", "parent", "conversation id",
        "thread id", "root",
        "number", "key",
      ]
    ),
    (
      .messageID,
      [
        "comment id", "message id", "note id", "article id", "post id", "reply id", "entry id", "event id",
        "sys id", "uuid", "guid", "id", "comment count", "comment seq",
      ]
    ),
    (
      .messageRole,
      ["author role", "role", "author type", "sender type", "user type", "user role", "incoming"]
    ),
    (.messageAssociation, ["author association"]),
    (
      .messageVisibility,
      [
        "is private", "private", "isprivate", "is internal", "internal", "internal note", "visibility",
        "is public",
        "public", "jsd public", "element", "comment type", "note type",
      ]
    ),
    (
      .messageAt,
      [
        "created", "created at", "created on", "creation date", "created date", "created time", "sent at",
        "sent",
        "posted at", "posted", "sys created on", "bug when", "comment date", "comment created",
        "message date",
        "timestamp", "date", "time", "at", "datetime", "date created", "published at",
      ]
    ),
    (
      .messageAuthor,
      [
        "author", "author name", "author/displayname", "author/name", "speaker", "speaker/id",
        "sys created by", "created by", "sender", "from", "who", "commenter",
        "posted by",
        "user name", "user", "author id", "author/accountid", "author/id", "author email", "user id",
        "user/id", "agent", "by", "name",
      ]
    ),
    (
      .messageText,
      [
        "text", "body", "message", "comment", "comment text", "comment body", "content", "value", "thetext",
        "message body", "message text", "plain body", "body text", "text body", "note", "notes",
        "description",
        "html body", "body html",
      ]
    ),
    (.messageTo, ["to", "recipient", "recipients"]),
    (.messageAutomatic, ["automatic", "auto submitted", "is automatic"]),
    (.messageKind, ["kind", "message kind", "message type", "activity type", "article type", "type"]),
  ]

  /// Columns of a table with one row an answer to "how satisfied are you?".
  static let ofSatisfaction: [(field: Field, names: [String])] = [
    (.messageTicket, ofMessages.first { $0.field == .messageTicket }.map { $0.names + ["id"] } ?? []),
    (.csat, (ofTickets.first { $0.field == .csat }?.names ?? []) + ["score", "stars", "value", "nps"]),
    (.messageAt, ofMessages.first { $0.field == .messageAt }?.names ?? []),
  ]

  /// Columns of a table with one row a person, or a time of a person in a team.
  static let ofPeople: [(field: Field, names: [String])] = [
    (
      .personName,
      ["person", "name", "author", "user", "user name", "account", "login", "email", "e-mail", "address"]
    ),
    (.personRole, ["role", "side", "author role", "user role", "type"]),
    (.personFrom, ["from", "since", "start", "start date", "valid from"]),
    (.personTo, ["to", "until", "end", "end date", "valid to"]),
  ]

  /// Columns of a table with one row a change of a field of a ticket.
  static let ofHistory: [(field: Field, names: [String])] = [
    (
      .historyTicket,
      [
        "ticket id", "ticket number", "issue key", "issue id", "issue number", "case id", "case number",
        "incident number", "incident id", "document key", "element id", "bug id", "ticket", "incident",
        "issue",
        "number", "key", "parent",
      ]
    ),
    (
      .historyAt,
      [
        "changed at", "changed on", "change date", "changed", "created", "created at", "sys created on", "at",
        "timestamp", "date", "time", "event time", "bug when",
      ]
    ),
    (.historyField, ["field name", "fieldname", "field", "attribute", "changed field", "what"]),
    (
      .historyFrom,
      [
        "old value", "from value", "from string", "previous status", "old status", "from status",
        "from state", "previous", "removed", "old", "from",
      ]
    ),
    (
      .historyTo,
      [
        "new value", "to value", "to string", "new status", "to status", "to state", "added", "new", "to",
        "status", "state",
      ]
    ),
  ]
}
