/** *Nouvelle action collective*: its form, and its opening by whoever proposes it. */
import { z } from "zod";
import type { Session } from "../domain/activation/records.ts";
import { sessionFromInputs, type SessionReading } from "../domain/activation/session-from-inputs.ts";
import { mayOrganise } from "../domain/activation/sessions.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { hasRole, type Actor } from "../domain/people/actor.ts";
import type { Member } from "../domain/people/member.ts";
import { done, type RefusalCode } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, query } from "./frame/use-case.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { keepSession, readSessionForm, type SessionForm } from "./parts/session-form.ts";

const organisers = (actor: Actor): RefusalCode | null => (mayOrganise(actor) ? null : "roleMayNot");

/** Who of the team may lead one. */
const leadersOf = ({ people }: Services): readonly Member[] =>
  people.members().filter((member) => hasRole(member, "referent", "chargeDeProjet", "coordinatrice"));

const readingOf = (services: Services): SessionReading => ({
  rules: services.frameworks.current.activation,
  today: services.clock.today(),
  nameOf: (id) => leadersOf(services).find(({ aadObjectId }) => aadObjectId === id)?.name,
});

export interface SessionFormView {
  readonly form: SessionForm;
  readonly leaders: readonly Member[];
  readonly reading: SessionReading;
}

const nothing = z.strictObject({});

export const seeSessionForm = query<z.infer<typeof nothing>, SessionForm, SessionFormView>({
  act: "session.form",
  input: nothing,
  load: async (services, actor) => done(await readSessionForm(services, actor)),
  allow: organisers,
  run: (services, _actor, form) => done({ form, leaders: leadersOf(services), reading: readingOf(services) }),
});

const input = z.strictObject({ rev: z.string(), inputs: typedInputs, intent: z.enum(["record", "keep"]) });

export type OpenedSession =
  { readonly kind: "opened"; readonly session: string } | { readonly kind: "toMend" | "kept" };

const noted = (kind: OpenedSession["kind"], details: Readonly<Record<string, string>> = {}) => ({
  act: `session.${kind}`,
  code: null,
  details,
});

export const openSession = command<z.infer<typeof input>, SessionForm, OpenedSession>({
  act: "session.open",
  input,
  queue: (actor) => `session of ${actor.memberId}`,
  load: async (services, actor) => done(await readSessionForm(services, actor)),
  allow: organisers,
  decide: (services, actor, form, { rev, inputs: sent, intent }) => {
    const { inputs, overtaken } = readTyped(form, rev, sent);
    const read = intent === "keep" || overtaken ? undefined : sessionFromInputs(inputs, readingOf(services));
    if (read?.ok !== true) {
      const kind = intent === "keep" ? "kept" : "toMend";
      return done({
        outcome: { kind },
        writes: [keepSession(services, actor, form, inputs)],
        head: null,
        audit: noted(kind),
      });
    }
    const doc: Session = {
      ...{ kind: "session", schemaVersion: 1, id: services.ids.next(), edition: 0 },
      ...read.session,
      ...{ codes: [], came: [], state: "open", by: actor.memberId, at: services.clock.now().toISOString() },
    };
    return done({
      outcome: { kind: "opened" as const, session: doc.id },
      writes: [{ op: "put", doc, expected: "new" }, ...dropTyped(form)],
      head: null,
      audit: noted("opened", { session: doc.id, what: doc.what }),
    });
  },
});
