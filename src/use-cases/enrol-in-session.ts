/** *Inscrire*, *Retirer*: one person at a time, by whoever accompanies them; the last place goes to one of two who ask at once. */
import { z } from "zod";
import { plannedBeside, withoutPlanned, withPlanned } from "../domain/activation/chosen.ts";
import type { Action, Session } from "../domain/activation/records.ts";
import { enrolProblem, withEnrolled, withoutPerson } from "../domain/activation/sessions.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { isOfParcours } from "./parts/on-action.ts";
import { aboutCode, carrierAfterEntry, carrierOnly, decideOnCase, loadDossier } from "./parts/on-case.ts";
import { loadSession, queueOfSession, readActions, sessionWrite } from "./parts/on-session.ts";

const input = z.strictObject({ session: z.string().max(80), code: participantCode });
type Input = z.infer<typeof input>;

interface Loaded {
  readonly session: Versioned<Session>;
  readonly dossier: Dossier;
}

const load = async (services: Services, actor: Actor, request: Input): Promise<Result<Loaded>> => {
  const session = await loadSession(services, actor, request);
  if (!session.ok) return session;
  const dossier = await loadDossier(services, actor, request);
  return dossier.ok ? done({ session: session.value, dossier: dossier.value }) : dossier;
};

const acceptsActions = (actor: Actor, { dossier }: Loaded): RefusalCode | null => {
  const { status } = dossier.file.doc;
  return carrierAfterEntry(actor, dossier) ?? (status === "left" || status === "reoriented" ? "caseClosed" : null);
};

const afterIn = ({ dossier }: Loaded, head: Dossier["file"]["doc"]) => ({
  head,
  round: dossier.round?.doc,
  findings: findingsOf(dossier.assessments),
});

const actionOf = (services: Services, actor: Actor, { session, dossier }: Loaded): Action => ({
  kind: "action",
  schemaVersion: 1,
  id: services.ids.next(),
  code: dossier.file.doc.code,
  parcours: dossier.file.doc.parcours,
  edition: 0,
  what: session.doc.what,
  state: "planned",
  from: session.doc.from,
  until: session.doc.until,
  pmsmp: null,
  session: session.doc.id,
  preparation: { referent: "", learn: "", show: "", observe: [] },
  frameworkVersion: services.frameworks.current.version,
  by: actor.memberId,
  at: services.clock.now().toISOString(),
});

/** *Inscrire*. */
export const enrolInSession = command<Input, Loaded, { readonly kind: "enrolled"; readonly action: string }>({
  act: "session.enrol",
  input,
  about: aboutCode,
  queue: queueOfSession,
  load,
  allow: acceptsActions,
  decide: (services, actor, loaded, { code }) => {
    const { session, dossier } = loaded;
    const today = services.clock.today();
    const problem = enrolProblem(session.doc, code, today);
    if (problem !== null) return refused(problem);
    const action = actionOf(services, actor, loaded);
    return decideOnCase(services, dossier, {
      act: "action.planned",
      details: {
        action: action.id,
        what: action.what,
        session: session.doc.id,
        from: action.from,
        until: action.until,
      },
      outcome: { kind: "enrolled" as const, action: action.id },
      writes: [sessionWrite(session, withEnrolled(session.doc, code)), { op: "put", doc: action, expected: "new" }],
      after: afterIn(loaded, withPlanned(dossier.file.doc, action.until, today)),
    });
  },
});

/** *Retirer*: before the bilan; the same when the whole session is cancelled. */
export const withdrawFromSession = command<Input, Loaded, { readonly kind: "withdrawn" }>({
  act: "session.withdraw",
  input,
  about: aboutCode,
  queue: queueOfSession,
  load,
  allow: (actor, { dossier }) => carrierOnly(actor, dossier),
  decide: async (services, _actor, loaded, { code }) => {
    const { session, dossier } = loaded;
    const actions = await readActions(services, `case:${code}`);
    const planned = actions.filter(({ doc }) => doc.state === "planned");
    const here = planned.find(({ doc }) => doc.session === session.doc.id);
    if (!session.doc.codes.includes(code) || here === undefined) return refused("changedMeanwhile");
    const left = plannedBeside(
      here.doc,
      planned.map(({ doc }) => doc),
    );
    const head = isOfParcours(dossier, here.doc) ? withoutPlanned(dossier.file.doc, left) : dossier.file.doc;
    const cancelled: Action = { ...here.doc, state: "cancelled", edition: here.doc.edition + 1 };
    return decideOnCase(services, dossier, {
      act: "action.cancelled",
      details: { action: here.doc.id, what: here.doc.what, session: session.doc.id },
      outcome: { kind: "withdrawn" as const },
      writes: [
        sessionWrite(session, withoutPerson(session.doc, code)),
        { op: "put", doc: cancelled, expected: here.version },
      ],
      after: afterIn(loaded, head),
    });
  },
});
