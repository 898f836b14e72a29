/** What each person was told is saved: what the store must hold in the end. */

export interface DomainLedger {
  /** What the last answered press recorded or kept; `token` is in the text that was typed. */
  readonly state: string;
  readonly token: string | null;
}

/** Something that was answered, and what was sent since without an answer: it may be there, or not. */
export class Known<T> {
  acknowledged: T | undefined;
  maybe: T[] = [];

  acknowledge(value: T): void {
    this.acknowledged = value;
    this.maybe = [];
  }

  /** What may be read now: the last that was answered, or one that was not. */
  allows(same: (value: T) => boolean, absent: boolean): boolean {
    if (absent) return this.acknowledged === undefined;
    return [...(this.acknowledged === undefined ? [] : [this.acknowledged]), ...this.maybe].some(same);
  }

  get told(): string {
    return `answered ${JSON.stringify(this.acknowledged)}, unanswered ${JSON.stringify(this.maybe)}`;
  }
}

export class CaseLedger {
  /** Each command leaves one event: those that were answered, and those that may have left one. */
  commands = 0;
  maybeCommands = 0;
  readonly entry = new Known<string>();
  readonly personView = new Known<string>();
  /** Why, as it was typed. */
  readonly recommendation = new Known<string>();
  /** Whether the person looks for work. */
  readonly situation = new Known<string>();
  readonly recorded = new Map<string, Known<DomainLedger>>();
  readonly drafts = new Map<string, Known<string | null>>();

  constructor(
    readonly code: string,
    readonly familyName: string,
  ) {}

  recordedOf(domain: string): Known<DomainLedger> {
    const known = this.recorded.get(domain) ?? new Known<DomainLedger>();
    this.recorded.set(domain, known);
    return known;
  }

  draftOf(domain: string): Known<string | null> {
    const known = this.drafts.get(domain) ?? new Known<string | null>();
    this.drafts.set(domain, known);
    return known;
  }
}

/** What one person did. */
export class Ledger {
  readonly cases = new Map<string, CaseLedger>();
  /** Family names sent in a registration that was never answered. */
  readonly maybePeople: string[] = [];
  acknowledged = 0;
  unanswered = 0;
  redelivered = 0;
  clickedAgain = 0;
  said = 0;
  /** What a person saw and should not have. */
  readonly complaints: string[] = [];
}
