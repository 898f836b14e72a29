import { z } from "zod";
import { hasRole, mayCarryCase, mayRegister, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { OrientationDetails, PersonDetails } from "../domain/participant/identity-from-inputs.ts";
import { statusOnceDecided } from "../domain/review/after-decision.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { closeStudy, studyFollows } from "./parts/close-study.ts";
import { findingsOf, readDossier, type Dossier } from "./parts/dossier.ts";
import { dropTyped } from "./parts/form.ts";
import { newCase } from "./parts/new-case.ts";
import { decideOnCase } from "./parts/on-case.ts";
import {
  possibleDuplicates,
  readPerson,
  readRegistration,
  type PersonTyped,
  type Registration,
} from "./parts/registration.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  /** The form whose person turned out to be known. */
  rev: z.string(),
  code: participantCode,
  /** *Rouvrir* goes on with the case as it is; *Nouveau parcours* keeps it as past and begins the next. */
  intent: z.enum(["reopen", "newParcours"]),
});
type Input = z.infer<typeof input>;

export type TakenUp =
  | { readonly kind: "opened" | "reopened" | "newParcours"; readonly code: string }
  /** The case is open and carried by someone else: a transfer is asked, nothing is taken. */
  | { readonly kind: "othersCase"; readonly code: string };

interface Loaded {
  readonly form: Registration;
  readonly typed: PersonTyped;
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
  /** True when this case is one of those that the form's person may be. */
  readonly offered: boolean;
}

/** A case is taken up again only by whoever typed that very person: a code alone opens nothing. */
const wasOffered = async (services: Services, typed: PersonTyped, code: string): Promise<boolean> =>
  typed.ok && (await possibleDuplicates(services, typed.person)).some(({ identity }) => identity.code === code);

const CLOSED: ReadonlySet<CaseFile["status"]> = new Set(["cancelled", "left", "reoriented"]);

/** What was typed completes what is known; it never replaces it by a blank. */
const completed = (known: Identity, typed: PersonDetails, referentId: string): Identity => ({
  ...known,
  birthDate: known.birthDate ?? typed.birthDate,
  commune: typed.commune ?? known.commune,
  communeTyped: typed.commune === null ? (typed.communeTyped ?? known.communeTyped) : null,
  phone: typed.phone ?? known.phone,
  email: typed.email ?? known.email,
  address: typed.address ?? known.address,
  prescriber: typed.prescriber ?? known.prescriber,
  referentId,
  listed: true,
});

/** The fields that what was typed changed: their names, never the words. */
const changedFields = (before: Identity, after: Identity): string => {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([field, text]) => was.get(field) !== text)
    .map(([field]) => field)
    .join(",");
};

/** Where it stood: whoever an exit cell let out of the path is in it again; whoever was accompanied elsewhere begins again from their entry. */
const statusAgain = (file: CaseFile): CaseFile["status"] => {
  if (file.entry === null) return "oriented";
  const before = statusOnceDecided(file);
  if (before === "left") return "inPath";
  return before === null || CLOSED.has(before) ? "entered" : before;
};

/** Goes on with the case as it stands, under this référent; what was just typed completes the identity. */
const goOn = async (
  services: Services,
  actor: Actor,
  { dossier, identity, form, typed }: Loaded,
  kind: "opened" | "reopened",
): Promise<Result<Decision<TakenUp>>> => {
  const file = dossier.file.doc;
  // Whoever stands in opens a case that stays its référent's; one that is opened again is of whoever opens it.
  const referentId = kind === "opened" ? file.referentId : actor.memberId;
  const head: CaseFile =
    kind === "opened"
      ? file
      : {
          ...file,
          status: statusAgain(file),
          referentId,
          substitute: null,
          cancelled: null,
          ended: null,
          afterExit: null,
        };
  const substituteId = head.substitute?.memberId ?? null;
  const known: Identity = { ...identity.doc, referentId, substituteId, listed: true };
  const next = typed.ok ? completed(known, typed.person, referentId) : known;
  return decideOnCase<TakenUp>(services, dossier, {
    act: `case.${kind}`,
    details: { from: file.status, fields: changedFields(known, next) },
    outcome: { kind, code: file.code },
    writes: [
      { op: "put", doc: next, expected: identity.version },
      ...(await studyFollows(services, head)),
      ...dropTyped(form),
    ],
    after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });
};

/** Carried by someone else who can carry it. A case registered by a chargé de projet waits for the référent who receives the person. */
const carriedByAnother = (services: Services, actor: Actor, file: CaseFile): boolean => {
  const carrier = services.people.byObjectId(file.referentId);
  const waits = carrier !== undefined && !hasRole(carrier, "referent") && hasRole(actor, "referent");
  return !mayCarryCase(actor, file) && !waits;
};

const nextParcours = async (
  services: Services,
  actor: Actor,
  { dossier, identity, form }: Loaded,
  typed: { readonly person: PersonDetails; readonly orientation: OrientationDetails },
): Promise<Result<Decision<TakenUp>>> => {
  const file = dossier.file.doc;
  const today = services.clock.today();
  const head: CaseFile = {
    ...newCase(file.code, actor, file.parcours + 1, typed.orientation),
    edition: file.edition,
    // What the person asked of what is noted about them waits for its answer whatever begins.
    rightsDueOn: file.rightsDueOn,
  };
  const past: Write = {
    op: "put",
    expected: "new",
    doc: {
      kind: "pastParcours",
      schemaVersion: 1,
      code: file.code,
      parcours: file.parcours,
      head: { ...file, review: null },
      closedOn: today,
    },
  };
  return decideOnCase<TakenUp>(services, dossier, {
    act: "case.newParcours",
    details: { parcours: head.parcours, from: file.status },
    outcome: { kind: "newParcours", code: file.code },
    writes: [
      past,
      {
        op: "put",
        doc: { ...completed(identity.doc, typed.person, actor.memberId), substituteId: null },
        expected: identity.version,
      },
      ...(dossier.round === undefined || dossier.round.doc.closedOn !== null
        ? []
        : [{ op: "put", doc: { ...dossier.round.doc, closedOn: today }, expected: dossier.round.version } as const]),
      // The person begins again: what was decided of the former parcours is studied no more.
      ...(await closeStudy(services, actor, file, "situationChanged")),
      ...dropTyped(form),
    ],
    after: { head, round: undefined, findings: new Map() },
  });
};

/**
 * A person who comes back: their case is opened again, or a new parcours begins and the former one is kept. An open case carried by
 * another référent is never taken: the answer says whom to talk to.
 */
export const takeUpAgain = command<Input, Loaded, TakenUp>({
  act: "participant.takeUp",
  input,
  about: ({ code }) => code,
  queue: (_actor, { code }) => `case ${code}`,
  load: async (services, actor, { code, rev }) => {
    if (!mayRegister(actor)) return refused("roleMayNot");
    const form = await readRegistration(services, actor, rev);
    // Before any case is read: a code that nobody typed a person for is answered alike, whether it exists or not.
    if (form.draft === undefined) return refused("nothingToSettle");
    const [dossier, identity] = await Promise.all([readDossier(services, code), services.store.get("identity", code)]);
    if (dossier === undefined || identity === undefined) return refused("noSuchCase");
    const typed = readPerson(services, form.inputs);
    return done({ form, typed, dossier, identity, offered: await wasOffered(services, typed, code) });
  },
  allow: (actor, { offered }) => {
    if (!mayRegister(actor)) return "roleMayNot";
    return offered ? null : "noSuchCase";
  },
  decide: (services, actor, loaded, { intent }) => {
    const file = loaded.dossier.file.doc;
    const closed = CLOSED.has(file.status);
    if (file.mergedInto !== null) return refused("nothingToSettle");
    if (!closed && carriedByAnother(services, actor, file))
      return done({
        outcome: { kind: "othersCase", code: file.code },
        head: null,
        writes: [],
        audit: { act: "participant.othersCase", code: file.code, details: {} },
      });
    if (intent === "newParcours" && closed && loaded.typed.ok)
      return nextParcours(services, actor, loaded, loaded.typed);
    return goOn(services, actor, loaded, closed || !mayCarryCase(actor, file) ? "reopened" : "opened");
  },
});
