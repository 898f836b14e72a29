/** What may be said to the log: a closed list of events and fields, so that no word about a person can slip in. */

export const LOG_EVENTS = [
  "app.started",
  "app.startRefused",
  "app.stopping",
  "app.stopped",
  "http.failed",
  "http.refused",
  "http.slow",
  "auth.refused",
  "auth.keysRefreshed",
  "auth.keysUnavailable",
  "turn.done",
  "turn.failed",
  "turn.late",
  "turn.lateFailed",
  "send.done",
  "send.refused",
  "send.later",
  "send.unknown",
  "outbox.done",
  "outbox.failed",
  "outbox.setAside",
  "upkeep.failed",
  "store.unavailable",
  "store.unreadable",
  "team.reloaded",
  "team.refused",
  "audit.sealed",
  "audit.broken",
  "cell.lost",
  "projector.failed",
  "moves.failed",
  "import.failed",
  "projector.rebuilt",
  "delays.followed",
  "extraction.frozen",
  "retention.listed",
  "person.erased",
  "projector.setAside",
] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

/** Ids and codes are ours or Microsoft's; never a name, a text typed by someone, a card or an address. */
export interface LogFields {
  /** The number shown to the person, so that the line can be found again. */
  readonly reference?: string;
  readonly code?: string;
  readonly verb?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly count?: number;
  readonly durationMs?: number;
  readonly plieId?: string;
  readonly memberId?: string;
  readonly caseId?: string;
  readonly conversationId?: string;
  readonly activityId?: string;
  readonly entryId?: string;
  readonly version?: string;
  /** An accident: only its name, its code and the places in our code are kept, never its message. */
  readonly cause?: unknown;
}

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}
