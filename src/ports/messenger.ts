import type { OutboxEntry } from "../domain/records/bookkeeping.ts";

/** What became of a sending. One attempt; the outbox decides what follows. */
export type Delivered =
  /** `conversationId`: the thread that a post opened; `names`: the participants that a card in someone's own chat names. */
  | {
      readonly kind: "sent";
      readonly activityId: string | null;
      readonly conversationId?: string;
      readonly names?: readonly string[];
    }
  /** Teams said no: the same thing would get the same answer. `chatClosed`: the person's chat takes nothing from us any more. */
  | { readonly kind: "refused"; readonly reason: string; readonly chatClosed: boolean }
  /** Nothing was posted: try again. */
  | { readonly kind: "later"; readonly retryAfterMs: number | null }
  /** It left and no clear answer came back: it may be there. */
  | { readonly kind: "unknown" };

/** The only way to send to Teams. Reads again what an entry refers to: it never trusts what waited. */
export interface Messenger {
  /** `mayLeave` resolves when the request may leave: asked last, so that what is made ready costs nothing of what the tenant allows. */
  deliver(entry: OutboxEntry, mayLeave: () => Promise<void>): Promise<Delivered>;
}
