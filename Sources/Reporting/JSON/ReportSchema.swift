/// The JSON Schema (2020-12) of the JSON report, as `readback schema report` prints it.
///
/// Every object lists all of its members as required and allows no others: within `readback.report/1` members are
/// only ever added, here and in ``JSONReporter`` together (a test holds them to each other).
public enum ReportSchema {
  /// The schema as JSON text.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "readback.report/1",
      "title": "Readback report",
      "$ref": "#/$defs/report",
      "$defs": {
        "report": {
          "type": "object", "additionalProperties": false,
          "required": ["schema", "version", "rule_set", "scope", "answer", "inputs", "opened_from", "opened_to", "as_of", "window_days", "scored_messages", "scored_sentences", "leak_banner", "notes", "ledger", "reopened", "reopen_rate", "repeat_contacts", "leak_comparison", "weeks", "breakdowns", "associations", "process_associations", "never_found", "self_check", "rules", "rubric", "listening_levels", "coaching", "trends", "listening_trend", "heat_maps", "funnels", "night", "change", "targets", "rework", "templates", "recurrences"],
          "properties": {
            "schema": { "const": "readback.report/1" },
            "version": { "type": "string", "description": "Version of Readback." },
            "rule_set": { "type": "string", "description": "Hash of rules, packs, options and engine: compare numbers only where it is equal." },
            "scope": { "type": ["string", "null"], "description": "Which part of the tickets it is about; null for all." },
            "answer": { "type": "array", "items": { "type": "string" }, "description": "The report in a few sentences." },
            "inputs": { "type": "array", "items": { "$ref": "#/$defs/input" } },
            "opened_from": { "$ref": "#/$defs/time", "description": "First opening among the tickets read." },
            "opened_to": { "$ref": "#/$defs/time", "description": "Last opening among the tickets read." },
            "as_of": { "$ref": "#/$defs/time", "description": "Latest event of the export." },
            "window_days": { "type": ["integer", "null"], "description": "Days a ticket is watched after its first resolution." },
            "scored_messages": { "type": "integer" },
            "scored_sentences": { "type": "integer" },
            "leak_banner": { "type": ["string", "null"], "description": "Set when numbers may hold text from after a reopen." },
            "notes": { "type": "array", "items": { "type": "string" } },
            "ledger": { "type": "array", "items": { "$ref": "#/$defs/ledger_line" } },
            "reopened": { "$ref": "#/$defs/proportion" },
            "reopen_rate": { "$ref": "#/$defs/effect", "description": "Share 0…1 with Wilson's 95 % interval." },
            "repeat_contacts": { "type": "integer", "description": "Tickets among the reopened that were asked about again in a new ticket." },
            "leak_comparison": {
              "type": ["object", "null"], "additionalProperties": false,
              "required": ["whole_ticket", "at_cut", "explanation"],
              "properties": {
                "whole_ticket": { "$ref": "#/$defs/proportion" },
                "at_cut": { "$ref": "#/$defs/proportion" },
                "explanation": { "type": "string" }
              }
            },
            "weeks": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["start", "reopened"],
                "properties": { "start": { "$ref": "#/$defs/time" }, "reopened": { "$ref": "#/$defs/proportion" } }
              }
            },
            "breakdowns": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["name", "rows"],
                "properties": {
                  "name": { "type": "string" },
                  "rows": {
                    "type": "array",
                    "items": {
                      "type": "object", "additionalProperties": false,
                      "required": ["value", "reopened", "reopen_rate"],
                      "properties": {
                        "value": { "type": "string", "description": "Empty for not said." },
                        "reopened": { "$ref": "#/$defs/proportion" },
                        "reopen_rate": { "$ref": "#/$defs/effect" }
                      }
                    }
                  }
                }
              }
            },
            "associations": { "type": "array", "items": { "$ref": "#/$defs/association" }, "description": "Ranked: what to look at first comes first." },
            "process_associations": { "type": "array", "items": { "$ref": "#/$defs/association" } },
            "self_check": {
              "type": ["object", "null"], "additionalProperties": false,
              "required": ["passes", "permutations", "false_alarms", "false_alarms_limit", "p_values"],
              "properties": {
                "passes": { "type": "boolean" }, "permutations": { "type": "integer" },
                "false_alarms": { "type": "integer", "description": "Deals in which some rule was called a gap or a strength." },
                "false_alarms_limit": { "type": "number", "description": "The share of deals up to which that is chance." },
                "p_values": {
                  "type": "array",
                  "items": {
                    "type": "object", "additionalProperties": false, "required": ["level", "share", "limit"],
                    "properties": { "level": { "type": "number" }, "share": { "type": "number" }, "limit": { "type": "number" } }
                  }
                }
              },
              "description": "The negative control, with --self-check."
            },
            "never_found": { "type": "array", "items": { "type": "string" }, "description": "Rules that had their occasion and found nothing." },
            "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } },
            "templates": {
              "type": "array", "description": "First replies that stand under many tickets.",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["text", "tickets", "bare", "reopened"],
                "properties": {
                  "text": { "type": "string", "description": "Masked; what each ticket has of its own is …" },
                  "tickets": { "type": "integer" },
                  "bare": { "type": "integer", "description": "Tickets in which nothing of the ticket was added." },
                  "reopened": { "$ref": "#/$defs/proportion" }
                }
              }
            },
            "recurrences": {
              "type": "array", "description": "Near-duplicate requests of several people within a stretch of time.",
              "items": {
                "type": "object", "additionalProperties": false,
                "required": ["text", "tickets", "requesters", "groups", "since", "until", "reopened"],
                "properties": {
                  "text": { "type": "string", "description": "One of the requests, masked." },
                  "tickets": { "type": "integer" },
                  "requesters": { "type": "integer" },
                  "groups": { "type": "array", "items": { "type": "string" } },
                  "since": { "$ref": "#/$defs/time" },
                  "until": { "$ref": "#/$defs/time" },
                  "reopened": { "$ref": "#/$defs/proportion" }
                }
              }
            },
            "listening_levels": { "type": "array", "items": { "type": "integer" }, "minItems": 5, "maxItems": 5, "description": "Tickets at each level 1…5, by the least of their replies." },
            "coaching": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["rule", "practice", "context", "reason"],
                "properties": {
                  "rule": { "type": "string" }, "practice": { "type": "string" },
                  "context": { "type": "string" }, "reason": { "type": "string" }
                }
              }
            },
            "trends": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["rule", "points"],
                "properties": {
                  "rule": { "type": "string" },
                  "points": {
                    "type": "array",
                    "items": {
                      "type": "object", "additionalProperties": false, "required": ["start", "found", "interval"],
                      "properties": {
                        "start": { "$ref": "#/$defs/time" }, "found": { "$ref": "#/$defs/proportion" },
                        "interval": { "$ref": "#/$defs/effect" }
                      }
                    }
                  }
                }
              }
            },
            "listening_trend": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["start", "levels"],
                "properties": {
                  "start": { "$ref": "#/$defs/time" },
                  "levels": { "type": "array", "items": { "type": "integer" }, "minItems": 5, "maxItems": 5 }
                }
              }
            },
            "heat_maps": { "type": "array", "items": { "$ref": "#/$defs/heat_map" } },
            "funnels": { "type": "array", "items": { "$ref": "#/$defs/funnel" } },
            "night": { "$ref": "#/$defs/night" },
            "rubric": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["name", "replies"],
                "properties": {
                  "name": { "type": "string" },
                  "replies": { "type": "array", "items": { "type": "integer" }, "description": "By mark, from 0." }
                }
              }
            },
            "change": { "$ref": "#/$defs/change" },
            "targets": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["rule", "goal", "current", "reached"],
                "properties": {
                  "rule": { "type": ["string", "null"], "description": "Null for the reopen rate." },
                  "goal": { "type": "number", "description": "At most this share for gaps and the reopen rate, at least for strengths." },
                  "current": { "type": ["number", "null"] }, "reached": { "type": ["boolean", "null"] }
                }
              }
            },
            "rework": {
              "type": ["object", "null"], "additionalProperties": false, "required": ["hours_per_reopen", "basis"],
              "properties": { "hours_per_reopen": { "type": "number" }, "basis": { "type": "string" } }
            }
          }
        },
        "heat_map": {
          "type": "object", "additionalProperties": false, "required": ["column", "values", "rows"],
          "properties": {
            "column": { "type": "string" }, "values": { "type": "array", "items": { "type": "string" } },
            "rows": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["rule", "cells"],
                "properties": {
                  "rule": { "type": "string" },
                  "cells": { "type": "array", "items": { "$ref": "#/$defs/proportion" }, "description": "One a value; null where too few to show." }
                }
              }
            }
          }
        },
        "funnel": {
          "type": "object", "additionalProperties": false, "required": ["column", "points", "limits"],
          "properties": {
            "column": { "type": "string" },
            "points": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["value", "observed", "expected", "shrunken", "all_replied"],
                "properties": {
                  "value": { "type": "string" }, "observed": { "type": "integer" }, "expected": { "type": "number" },
                  "shrunken": { "$ref": "#/$defs/effect" },
                  "all_replied": {
                    "type": ["object", "null"], "additionalProperties": false, "required": ["observed", "expected"],
                    "description": "With each ticket in every group that replied before its first resolution; null where one alone ever did.",
                    "properties": { "observed": { "type": "integer" }, "expected": { "type": "number" } }
                  }
                }
              }
            },
            "limits": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["expected", "usual", "wide"],
                "properties": {
                  "expected": { "type": "number" }, "usual": { "$ref": "#/$defs/pair" }, "wide": { "$ref": "#/$defs/pair" }
                }
              },
              "description": "Limits of observed / expected that chance keeps: usual 95 %, wide 99.8 %."
            }
          }
        },
        "pair": { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
        "night": {
          "type": ["object", "null"], "additionalProperties": false, "required": ["new", "changed", "unchanged", "rules"],
          "description": "What is new since the run before; null for a report over files alone.",
          "properties": {
            "new": { "type": "integer" }, "changed": { "type": "integer" },
            "unchanged": { "type": "integer", "description": "As they were, or older than known." },
            "rules": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["rule", "findings", "tickets"],
                "properties": { "rule": { "type": "string" }, "findings": { "type": "integer" }, "tickets": { "type": "integer" } }
              }
            }
          }
        },
        "change": {
          "type": ["object", "null"], "additionalProperties": false, "required": ["since", "obstacle", "rows"],
          "properties": {
            "since": { "$ref": "#/$defs/time" }, "obstacle": { "type": ["string", "null"] },
            "rows": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false,
                "required": ["rule", "before", "after", "difference_per_100", "verdict_before", "verdict_after"],
                "properties": {
                  "rule": { "type": ["string", "null"], "description": "Null for the reopen rate." },
                  "before": { "$ref": "#/$defs/proportion" }, "after": { "$ref": "#/$defs/proportion" },
                  "difference_per_100": { "$ref": "#/$defs/effect" },
                  "verdict_before": { "enum": ["gap", "strength", "negligible", "watch", "cannot tell", null] },
                  "verdict_after": { "enum": ["gap", "strength", "negligible", "watch", "cannot tell", null] }
                }
              }
            }
          }
        },
        "time": { "type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$", "description": "RFC 3339 in UTC, or the date alone where only that is known." },
        "proportion": {
          "type": ["object", "null"], "additionalProperties": false, "required": ["events", "total", "share"],
          "properties": {
            "events": { "type": "integer" }, "total": { "type": "integer" },
            "share": { "type": ["number", "null"], "minimum": 0, "maximum": 1 }
          }
        },
        "effect": {
          "type": ["object", "null"], "additionalProperties": false, "required": ["value", "lower", "upper"],
          "properties": { "value": { "type": "number" }, "lower": { "type": "number" }, "upper": { "type": "number" } }
        },
        "effects": {
          "type": "object", "additionalProperties": false,
          "required": ["risk_difference_per_100", "risk_ratio", "odds_ratio"],
          "properties": {
            "risk_difference_per_100": { "$ref": "#/$defs/effect" },
            "risk_ratio": { "$ref": "#/$defs/effect" },
            "odds_ratio": { "$ref": "#/$defs/effect" }
          }
        },
        "input": {
          "type": "object", "additionalProperties": false,
          "required": ["name", "format", "encoding", "records", "note"],
          "properties": {
            "name": { "type": "string" }, "format": { "type": "string" }, "encoding": { "type": "string" },
            "records": { "type": "integer" }, "note": { "type": "string" }
          }
        },
        "ledger_line": {
          "type": "object", "additionalProperties": false,
          "required": ["unit", "key", "label", "count", "excluded"],
          "properties": {
            "unit": { "enum": ["rows", "messages", "tickets", "findings"] }, "key": { "type": "string" },
            "label": { "type": "string" }, "count": { "type": "integer" }, "excluded": { "type": "boolean" }
          }
        },
        "association": {
          "type": "object", "additionalProperties": false,
          "required": ["rule", "title", "kind", "anchor", "revision", "verdict", "sentence", "fine_print", "prevalence", "exposed", "unexposed", "not_applicable", "crude", "stratified", "adjusted", "adjustment", "informative_strata", "uninformative_strata", "p", "q", "avoidable_reopens", "reopens_needed", "may_be_rewritten", "leaky", "homogeneity_p", "avoidable_selected", "e_value", "variance_inflation", "assignees", "sensitivity", "bootstrap", "dose", "variants", "secondary", "closed_early", "detectable_odds_ratio"],
          "properties": {
            "rule": { "type": "string" }, "title": { "type": "string" },
            "kind": { "enum": ["gap", "strength"] },
            "anchor": { "enum": ["first reply", "closing text", "any reply"] },
            "revision": { "type": "integer" },
            "verdict": { "enum": ["gap", "strength", "negligible", "watch", "cannot tell"] },
            "sentence": { "type": "string" }, "fine_print": { "type": "string" },
            "prevalence": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
            "exposed": { "$ref": "#/$defs/proportion" },
            "unexposed": { "$ref": "#/$defs/proportion" },
            "not_applicable": { "type": "integer" },
            "crude": { "$ref": "#/$defs/effects" },
            "stratified": { "$ref": "#/$defs/effects", "description": "Mantel–Haenszel over priority × category × group." },
            "adjusted": { "$ref": "#/$defs/effects", "description": "The primary figures: odds ratio of the Firth model, risks standardised with FLIC." },
            "adjustment": { "type": "string" },
            "informative_strata": { "type": "integer" },
            "uninformative_strata": { "type": "integer" },
            "p": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
            "q": { "type": ["number", "null"], "minimum": 0, "maximum": 1 },
            "avoidable_reopens": { "$ref": "#/$defs/effect" },
            "reopens_needed": { "type": ["integer", "null"] },
            "may_be_rewritten": { "type": "boolean" },
            "leaky": { "type": "boolean" },
            "homogeneity_p": { "type": ["number", "null"], "minimum": 0, "maximum": 1, "description": "Breslow–Day–Tarone; null where strata are too thin." },
            "avoidable_selected": { "$ref": "#/$defs/effect", "description": "Avoidable reopens with the interval that allows for having picked the rules that stand out." },
            "e_value": {
              "type": ["object", "null"], "additionalProperties": false, "required": ["value", "limit"],
              "properties": { "value": { "type": "number" }, "limit": { "type": "number" } }
            },
            "variance_inflation": { "type": ["number", "null"] }, "assignees": { "type": ["integer", "null"] },
            "sensitivity": {
              "type": ["object", "null"], "additionalProperties": false, "required": ["odds_ratio", "adjustment"],
              "properties": { "odds_ratio": { "$ref": "#/$defs/effect" }, "adjustment": { "type": "string" } }
            },
            "bootstrap": {
              "type": ["object", "null"], "additionalProperties": false,
              "required": ["samples", "failures", "risk_difference_per_100", "avoidable_reopens"],
              "description": "Percentile intervals from samples of whole assignees; null unless asked for.",
              "properties": {
                "samples": { "type": "integer" }, "failures": { "type": "integer" },
                "risk_difference_per_100": { "$ref": "#/$defs/effect" },
                "avoidable_reopens": { "$ref": "#/$defs/effect" }
              }
            },
            "dose": {
              "type": ["object", "null"], "additionalProperties": false,
              "required": ["rates", "leaky_rates", "odds_ratio_per_step", "p"],
              "properties": {
                "rates": { "type": "array", "items": { "$ref": "#/$defs/proportion" }, "description": "By number of findings from 0; the last stands for that many and more." },
                "leaky_rates": { "type": "array", "items": { "$ref": "#/$defs/proportion" }, "description": "The same over whole tickets as last exported: to compare, never to decide." },
                "odds_ratio_per_step": { "$ref": "#/$defs/effect" }, "p": { "type": ["number", "null"] }
              }
            },
            "variants": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false,
                "required": ["name", "exposed", "unexposed", "risk_difference_per_100", "odds_ratio", "leaky"],
                "properties": {
                  "name": { "type": "string" }, "exposed": { "$ref": "#/$defs/proportion" },
                  "unexposed": { "$ref": "#/$defs/proportion" },
                  "risk_difference_per_100": { "$ref": "#/$defs/effect", "description": "Mantel–Haenszel." },
                  "odds_ratio": { "$ref": "#/$defs/effect", "description": "Crude." },
                  "leaky": { "type": "boolean", "description": "Whether values from after a reopen may be in it." }
                }
              }
            },
            "secondary": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false,
                "required": ["name", "exposed", "unexposed", "known_exposed", "known_unexposed", "odds_ratio", "p"],
                "properties": {
                  "name": { "type": "string" }, "exposed": { "$ref": "#/$defs/proportion" },
                  "unexposed": { "$ref": "#/$defs/proportion" }, "known_exposed": { "$ref": "#/$defs/proportion" },
                  "known_unexposed": { "$ref": "#/$defs/proportion" }, "odds_ratio": { "$ref": "#/$defs/effect" },
                  "p": { "type": ["number", "null"] }
                }
              }
            },
            "closed_early": {
              "type": ["object", "null"], "additionalProperties": false, "required": ["exposed", "unexposed"],
              "properties": { "exposed": { "$ref": "#/$defs/proportion" }, "unexposed": { "$ref": "#/$defs/proportion" } }
            },
            "detectable_odds_ratio": { "type": ["number", "null"] }
          }
        },
        "rule": {
          "type": "object", "additionalProperties": false,
          "required": ["rule", "title", "kind", "anchor", "revision", "rationale", "practice", "findings", "tickets", "examples", "good_reply"],
          "properties": {
            "rule": { "type": "string" }, "title": { "type": "string" },
            "kind": { "enum": ["gap", "strength"] },
            "anchor": { "enum": ["first reply", "closing text", "any reply"] },
            "revision": { "type": "integer" },
            "rationale": { "type": "string" }, "practice": { "type": "string" },
            "findings": { "type": "integer" }, "tickets": { "type": "integer" },
            "examples": { "type": "array", "items": { "$ref": "#/$defs/example" } },
            "good_reply": { "$ref": "#/$defs/example", "description": "A reply that does it well." }
          }
        },
        "example": {
          "type": ["object", "null"], "additionalProperties": false,
          "required": ["rule", "kind", "ticket", "message", "span", "quote", "explanation", "suggestion", "after_cut", "link", "before", "after"],
          "properties": {
            "rule": { "type": "string" }, "kind": { "enum": ["gap", "strength"] },
            "ticket": { "type": "string" }, "message": { "type": "string" },
            "span": { "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2, "description": "Half-open UTF-8 byte range of the message as given." },
            "quote": { "type": "string" }, "explanation": { "type": "string" },
            "suggestion": { "type": "string" },
            "after_cut": { "type": "boolean", "description": "Written after the first resolution: for coaching, not counted." },
            "link": { "type": ["string", "null"] },
            "before": { "type": "string" }, "after": { "type": "string" }
          }
        }
      }
    }

    """#
}
