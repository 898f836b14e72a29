/** What each person was told of the reviews: what the store must hold in the end. */
import { Ledger } from "./ledger.ts";

/** A text that was sent, and whether its author was told that it counts. */
export interface Sent {
  readonly token: string;
  readonly counted: boolean;
}

const added = (map: Map<string, Sent[]>, key: string, sent: Sent): void =>
  void map.set(key, [...(map.get(key) ?? []), sent]);

export class ReviewLedger extends Ledger {
  /** By case: the questions, in the order they were sent. */
  readonly questions = new Map<string, Sent[]>();
  /** By review: this member's opinions, in the order they were sent. */
  readonly opinions = new Map<string, Sent[]>();
  /** By review: the reasons of this member's decisions. */
  readonly decisions = new Map<string, Sent[]>();
  /** Reviews whose opinions this member was told to have revealed. */
  readonly revealed = new Set<string>();
  /** What was done, by verb, and answered. */
  readonly done = new Map<string, number>();

  asked(code: string, sent: Sent): void {
    added(this.questions, code, sent);
  }

  opined(review: string, sent: Sent): void {
    added(this.opinions, review, sent);
  }

  decided(review: string, sent: Sent): void {
    added(this.decisions, review, sent);
  }

  count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }
}
