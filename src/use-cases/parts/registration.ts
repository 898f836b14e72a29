/** The form of a new person: its draft, who may already be known, and who is registered in the end. */
import type { Actor } from "../../domain/people/actor.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { sameTyped, withTheRest } from "../../domain/shown-text.ts";
import {
  orientationFromInputs,
  personFromInputs,
  type PersonDetails,
  type OrientationDetails,
} from "../../domain/participant/identity-from-inputs.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { matchKeys, sameName } from "../../domain/participant/names.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { draftWrite } from "./form.ts";

const FORM = "newPerson";

export interface Registration {
  readonly id: string;
  readonly rev: string;
  readonly inputs: TypedInputs;
  readonly draft: Versioned<Draft> | undefined;
}

const prefix = (actor: Actor): string => `new.${actor.memberId}.`;
const revOf = (id: string, draft: Versioned<Draft> | undefined): string => `${id}~${draft?.version ?? "new"}`;

/** The form a card came from; a card of someone else's, or of no form, opens a new one. */
const idOf = (actor: Actor, rev: string): string | undefined => {
  const id = rev.split("~")[0];
  return id?.startsWith(prefix(actor)) === true ? id : undefined;
};

/** The form of this card, or the last one that was left unfinished, or a blank one. */
export const readRegistration = async (services: Services, actor: Actor, rev?: string): Promise<Registration> => {
  const known = rev === undefined ? undefined : idOf(actor, rev);
  if (known !== undefined) {
    const draft = await services.store.get("draft", known);
    return { id: known, rev: revOf(known, draft), inputs: draft?.doc.inputs ?? {}, draft };
  }
  const page = await services.store.list({
    kind: "draft",
    key: `member:${actor.memberId}`,
    limit: 20,
    descending: true,
  });
  const draft = page.items.find((item) => item.doc.form === FORM);
  const id = draft?.doc.id ?? `${prefix(actor)}${services.ids.next()}`;
  return { id, rev: revOf(id, draft), inputs: draft?.doc.inputs ?? {}, draft };
};

/** What was typed, over what was kept. A card older than the draft that says something else goes on as a form of its own: nothing is overwritten. */
export const readTypedPerson = async (
  services: Services,
  actor: Actor,
  rev: string,
  sent: TypedInputs,
): Promise<Registration> => {
  const form = await readRegistration(services, actor, rev);
  const inputs = withTheRest(form.inputs, sent);
  const changed = !sameTyped(form.inputs, inputs);
  if (form.rev === rev || form.draft === undefined || !changed) return { ...form, inputs };
  const id = `${prefix(actor)}${services.ids.next()}`;
  return { id, rev: revOf(id, undefined), inputs: sent, draft: undefined };
};

export const keepRegistration = (services: Services, actor: Actor, form: Registration): Write =>
  draftWrite(
    services,
    actor,
    { name: FORM, id: form.id, code: null, draft: form.draft },
    { inputs: form.inputs, aboutHealth: false },
  );

export type PersonTyped =
  | { readonly ok: true; readonly person: PersonDetails; readonly orientation: OrientationDetails }
  | { readonly ok: false };

/** Reads the whole form; where something cannot be true, the form says so when it is shown again. */
export const readPerson = (services: Services, inputs: TypedInputs): PersonTyped => {
  const today = services.clock.today();
  const person = personFromInputs(inputs, { communes: services.plie.communes, today });
  const orientation = orientationFromInputs(inputs, today);
  return person.ok && orientation.ok
    ? { ok: true, person: person.details, orientation: orientation.details }
    : { ok: false };
};

export interface Candidate {
  readonly identity: Identity;
  readonly file: Versioned<CaseFile>;
  readonly sameBirthDate: boolean;
}

const SHOWN_AT_MOST = 5;
const READ_AT_MOST = 50;

/**
 * People already known who may be the same: same birth date and a name within one typing error, in any order; or the same name where one
 * of the two birth dates is missing. A record merged into another is shown as the other; a file that was archived or erased is nobody's to find:
 * that it was ever there is the coordinatrice's to know.
 */
export const possibleDuplicates = async (
  services: Services,
  person: Pick<PersonDetails, "givenName" | "familyName" | "birthDate">,
): Promise<readonly Candidate[]> => {
  const found = new Map<string, Identity>();
  for (const key of matchKeys(person))
    for (const { doc } of (await services.store.list({ kind: "identity", key, limit: READ_AT_MOST })).items) {
      const bothKnown = doc.birthDate !== null && person.birthDate !== null;
      if (sameName(doc, person) && (!bothKnown || doc.birthDate === person.birthDate)) found.set(doc.code, doc);
    }
  const candidates = new Map<string, Candidate>();
  for (const identity of found.values()) {
    const file = await services.store.get("case", identity.code);
    if (file === undefined || file.doc.mergedInto !== null || file.doc.retired !== null) continue;
    candidates.set(identity.code, {
      identity,
      file,
      sameBirthDate: identity.birthDate !== null && identity.birthDate === person.birthDate,
    });
  }
  return [...candidates.values()].slice(0, SHOWN_AT_MOST);
};
