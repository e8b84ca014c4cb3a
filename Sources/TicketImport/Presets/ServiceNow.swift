internal import Tickets

extension Preset {
  /// ServiceNow: list exports as CSV (field names as headers), `<unload>` XML, audit logs of the incident table.
  ///
  /// State numbers are the incident table's default choices; 4 and 5 were "Awaiting …" before they became "On
  /// Hold" reasons (product documentation, "Incident state model").
  static let serviceNow = Preset(
    name: "ServiceNow",
    isTried: true,
    marks: [
      ["number", "incident_state"], ["number", "caller_id"],
      ["number", "assignment_group", "short_description"],
      ["number", "sys_id"], ["number", "comments_and_work_notes"], ["number", "sys_updated_on"],
      ["number", "opened_at", "short_description"],
    ],
    names: [
      .id: ["number"],
      .systemID: ["sys_id"],
      .status: ["incident_state", "state", "request_state"],
      .requester: [
        "caller_id@display_value", "caller_id", "requested_for@display_value", "requested_for", "caller",
      ],
      .assignee: ["assigned_to@display_value", "assigned_to"],
      .requesterID: ["caller_id", "requested_for"],
      .assigneeID: ["assigned_to"],
      .resolver: ["resolved_by@display_value", "resolved_by", "closed_by@display_value", "closed_by"],
      .group: ["assignment_group@display_value", "assignment_group"],
      .category: ["category", "cmdb_ci@display_value"],
      .channel: ["contact_type"],
      .parent: ["parent_incident@display_value", "parent_incident", "parent@display_value", "parent"],
      .openedAt: ["opened_at", "sys_created_on", "sys_created_at"],
      .reopenedAt: ["reopened_time"],
      .updatedAt: ["sys_updated_on", "sys_updated_at"],
      .changeNumber: ["sys_mod_count"],
      .journal: ["comments_and_work_notes"],
      .messageTicket: ["element_id"],
      .messageVisibility: ["element"],
      .messageText: ["value"],
      .messageAuthor: ["sys_created_by"],
      .messageAt: ["sys_created_on"],
      .historyTicket: ["documentkey"],
      .historyField: ["fieldname"],
      .historyFrom: ["oldvalue"],
      .historyTo: ["newvalue"],
      .historyAt: ["sys_created_on"],
    ],
    tables: [
      "incident": .tickets, "sc_task": .tickets, "sc_req_item": .tickets, "sc_request": .tickets,
      "sn_customerservice_case": .tickets, "change_request": .tickets, "problem": .tickets, "task": .tickets,
      "sys_journal_field": .messages, "sys_audit": .history,
    ],
    statusNumbers: [
      1: .open, 2: .open, 3: .open, 4: .open, 5: .open, 6: .resolved, 7: .closed, 8: .cancelled, -5: .open,
    ])
}
