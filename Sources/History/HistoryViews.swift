/// What analysts read: views whose columns stay what they are while the tables below may change.
///
/// Times are RFC 3339 in UTC, weeks are named by their Monday. `NULL` is "not known".
enum HistoryViews {
  /// The views, for a migration.
  static let sql = """
    DROP VIEW IF EXISTS v_reopen_by_rule;

    -- One row a run. share_reopened is reopened / compared, 0…1, with Wilson's 95 % limits.
    CREATE VIEW v_run AS
      SELECT id AS run, source, recorded_at, as_of, version, rule_set, window_days, compared, reopened,
        1.0 * reopened / nullif(compared, 0) AS share_reopened, reopen_lower AS share_lower,
        reopen_upper AS share_upper, tickets_new, tickets_changed, tickets_unchanged, folder
      FROM run;

    -- One row a ticket. exclusion says why a ticket can't be compared; gaps and strengths are not told apart here,
    -- findings counts both. assignee and requester are keyed numbers: the same person has the same number.
    CREATE VIEW v_ticket AS
      SELECT ticket.source, ticket.id AS ticket, kind, channel, priority, category, team, opened_at, first_resolved_at,
        reopened_at, reopened_at IS NOT NULL AS was_reopened,
        (julianday(reopened_at) - julianday(first_resolved_at)) AS days_to_reopen, exclusion, listening_level,
        judged_messages, judged_sentences, assignee, requester,
        coalesce((SELECT sum(count) FROM finding
          WHERE finding.source = ticket.source AND finding.ticket = ticket.id), 0) AS findings
      FROM ticket;

    -- One row a ticket and rule that found something in it; after_cut of the findings came after the first resolution.
    CREATE VIEW v_finding AS
      SELECT finding.source, finding.ticket, finding.rule, finding.count AS findings, finding.after_cut, ticket.team,
        ticket.category, ticket.priority, ticket.first_resolved_at, ticket.reopened_at IS NOT NULL AS was_reopened
      FROM finding JOIN ticket ON ticket.source = finding.source AND ticket.id = finding.ticket;

    -- One row a week of first resolution, team and rule: tickets with an occasion for it (looked) and with a finding
    -- at the first resolution (found).
    CREATE VIEW v_gap_by_week AS
      SELECT monday AS week, source, team, rule, rule_set, looked, found, 1.0 * found / looked AS share
      FROM week;

    -- One row a week of first resolution and team: tickets resolved, and reopened since, whenever. Recent weeks can
    -- only have few reopens yet.
    CREATE VIEW v_reopen_by_week AS
      SELECT date(first_resolved_at, '-6 days', 'weekday 1') AS week, source, team, count(*) AS resolved,
        sum(reopened_at IS NOT NULL) AS reopened
      FROM ticket WHERE first_resolved_at IS NOT NULL
      GROUP BY 1, 2, 3;

    -- One row a run and rule: reopened within the window with and without it, what like-for-like comparison makes of
    -- it (tickets per 100, 95 %), and the verdict.
    CREATE VIEW v_association AS
      SELECT association.run_id AS run, run.source, run.as_of, association.rank, association.rule, association.verdict,
        exposed_reopened AS with_reopened, exposed AS with_tickets, unexposed_reopened AS without_reopened,
        unexposed AS without_tickets, difference_per_100, difference_lower, difference_upper, q
      FROM association JOIN run ON run.id = association.run_id;

    -- The same of the latest run of each source.
    CREATE VIEW v_reopen_by_rule AS
      SELECT v_association.* FROM v_association
      WHERE run = (SELECT max(id) FROM run WHERE run.source = v_association.source);
    """
}
