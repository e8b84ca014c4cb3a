/// Where the records are in an XML file, and what their fields are called.
///
/// Paths are element names joined by `/`; `*` stands for any one element. A field is called after its path
/// within the record, its attributes as in XPath:
///
///     <incident action="…">                          @action
///       <number>INC0001</number>                     number
///       <assigned_to display_value="Ana">…           assigned_to@display_value  assigned_to
///       <reporter><id>7</id></reporter>              reporter/id
///     </incident>                                    text()  for the record's own text, if it has any
public struct XMLRecordLayout: Sendable, Equatable {
  /// A kind of element that is a record.
  public struct Element: Sendable, Equatable {
    /// Its path: from the root, or for a child record from the record around it.
    public var path: String
    /// The table that its records belong to; `nil` for one named after the element.
    public var table: String?
    /// The column that names the record to its child records: the first of these that is not empty.
    public var keys: [String]
    /// Elements within it that are records of their own. Their tables begin with a column `parent`, the key of
    /// the record around them.
    public var children: [Element]
    /// Elements within it that hold a field's name as well as its value.
    public var named: [NamedField]
    /// Paths of elements within it that nobody needs, such as the contents of attachments.
    public var skipped: [String]

    /// Records at `path`.
    public init(
      _ path: String, table: String? = nil, keys: [String] = [], children: [Element] = [],
      named: [NamedField] = [], skipped: [String] = []
    ) {
      self.path = path
      self.table = table
      self.keys = keys
      self.children = children
      self.named = named
      self.skipped = skipped
    }
  }

  /// An element like `<field name="Floor">3</field>`, whose contents are the value of the column it names.
  public struct NamedField: Sendable, Equatable {
    /// Its path within the record.
    public var path: String
    /// Where its name is: `@attribute`, or the path of an element within it.
    public var name: String
    /// What is put before and after the name to make the column's, so that it can't be taken for an element's.
    public var prefix: String
    /// See `prefix`.
    public var suffix: String

    /// A field at `path` whose name is found at `name`.
    public init(_ path: String, name: String, prefix: String = "", suffix: String = "") {
      self.path = path
      self.name = name
      self.prefix = prefix
      self.suffix = suffix
    }
  }

  /// The kinds of records; where several fit an element the first counts.
  public var records: [Element]
  /// Attributes that say nothing about the ticket and make no columns.
  public var ignoredAttributes: Set<String>
  /// What is put between the values of a field that occurs several times in a record.
  public var separator: String

  /// A layout of the given records.
  public init(records: [Element], ignoredAttributes: Set<String> = [], separator: String = ", ") {
    self.records = records
    self.ignoredAttributes = ignoredAttributes
    self.separator = separator
  }
}

extension XMLRecordLayout {
  /// ServiceNow's list export: every child of the root is a record of the table that its element names.
  ///
  ///     <unload unload_date="…"><incident action="…"><number>…</incident><sys_journal_field>…
  public static let serviceNow = XMLRecordLayout(records: [Element("*/*", keys: ["sys_id", "number"])])

  /// Jira's search as RSS. Custom fields are called as in Jira's CSV: `Custom field (Floor)`.
  ///
  ///     <rss><channel><item><key>…<comments><comment author="…" created="…">…
  public static let jira = XMLRecordLayout(records: [
    Element(
      "rss/channel/item", keys: ["key"], children: [Element("comments/comment")],
      named: [
        NamedField("customfields/customfield", name: "customfieldname", prefix: "Custom field (", suffix: ")")
      ])
  ])

  /// Bugzilla's `show_bug.cgi?ctype=xml`; the contents of attachments are passed over.
  ///
  ///     <bugzilla><bug><bug_id>…<long_desc isprivate="0"><who>…<thetext>…
  public static let bugzilla = XMLRecordLayout(records: [
    Element(
      "bugzilla/bug", keys: ["bug_id"],
      children: [Element("long_desc"), Element("attachment", skipped: ["data"])])
  ])

  /// The Rails dialect of Zendesk and Freshdesk. Built from the shapes that importers of both read.
  ///
  ///     <tickets type="array"><ticket><nice-id type="integer">…<comments type="array"><comment>…
  ///     <helpdesk-tickets><helpdesk-ticket><display-id>…<notes><helpdesk-note>…
  public static let rails: XMLRecordLayout = {
    var ticket = Element(
      "*/*", keys: ["nice-id", "display-id", "id"], children: [Element("comments/*"), Element("notes/*")],
      named: [NamedField("custom-fields/custom-field", name: "@name", prefix: "custom-fields/")])
    var records = [ticket]
    for alone in ["helpdesk-ticket", "ticket"] {
      ticket.path = alone
      records.insert(ticket, at: 0)
    }
    return XMLRecordLayout(records: records, ignoredAttributes: ["type", "nil"])
  }()
}
