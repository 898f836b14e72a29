/** `GET /api/participants/{code}/rights` and its openings: what the person was told and asked, and who opened their file. */
import * as z from "zod/mini";
import type {
  AGREEMENT_STATES,
  AGREEMENTS,
  CONTESTED as CONTESTED_CODES,
  REQUEST_OUTCOMES,
  REQUESTS as REQUEST_CODES,
} from "../domain/rights/codes.ts";
import { me } from "./me.ts";

const SAID = ["notice", "health"] as const satisfies typeof AGREEMENTS;
const STATES = ["given", "refused", "withdrawn"] as const satisfies typeof AGREEMENT_STATES;
const REQUESTS = ["copy", "correct", "contest", "object", "restrict", "erase"] as const satisfies typeof REQUEST_CODES;
export const CONTESTED = ["diagnostic", "decision", "note", "esf"] as const satisfies typeof CONTESTED_CODES;
const OUTCOMES = ["done", "partly", "refused"] as const satisfies typeof REQUEST_OUTCOMES;

const day = z.iso.date();
const text = z.nullable(z.string());
const explained = { on: day, language: text, interpreter: z.nullable(z.boolean()) };
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

const request = z.strictObject({
  id: z.string(),
  what: z.enum(REQUESTS),
  contested: z.nullable(z.enum(CONTESTED)),
  receivedOn: day,
  dueOn: day,
  words: z.string(),
  answer: z.nullable(z.strictObject({ outcome: z.enum(OUTCOMES), words: z.string(), on: day, by: text })),
});
export type PersonRequest = z.infer<typeof request>;

export const personRights = z.strictObject({
  /** Of the notice in force. */
  version: z.string(),
  given: z.nullable(z.strictObject({ ...explained, version: text })),
  /** The latest first. */
  agreements: many(
    z.strictObject({ ...explained, what: z.enum(SAID), state: z.enum(STATES), version: z.string(), by: text }),
  ),
  /** Hand-overs whose sheet the person agreed to. */
  shared: many(z.strictObject({ to: text, on: day, by: text })),
  /** What waits first. */
  requests: many(request),
});
export type PersonRights = z.infer<typeof personRights>;

export const personOpenings = z.strictObject({
  openings: many(
    z.strictObject({
      at: z.iso.datetime(),
      by: z.nullable(z.strictObject({ name: z.string(), roles: me.shape.roles })),
      act: z.string(),
    }),
  ),
  /** Where what is older goes on; null: nowhere. */
  next: text,
});
export type PersonOpenings = z.infer<typeof personOpenings>;
