/** A service of the directory as somebody to hand over to: its name, and whom to call, as they were that day. */
import type { Contact } from "../offer/offer-of.ts";
import type { Recipient } from "./records.ts";

interface Place {
  readonly id: string;
  readonly name: string;
  readonly structure: string;
}
type Reached = Pick<Contact, "known" | "person" | "phone" | "email">;

const joined = (parts: readonly (string | null)[]): string =>
  [...new Set(parts.filter((part) => part !== null && part !== ""))].join(" · ");

export const recipientOf = (lead: Recipient["lead"], { id, name, structure }: Place, reached?: Reached): Recipient => ({
  ...{ lead, service: id, name: joined([name, structure]) },
  contact: reached === undefined ? "" : joined([reached.known ?? reached.person, reached.phone, reached.email]),
});
