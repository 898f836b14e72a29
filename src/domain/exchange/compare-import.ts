/** What a line changes of somebody already known: it completes, it brings up to date, it never blanks nor undoes what was corrected since. Pure. */
import type { CaseFile } from "../participant/case-file.ts";
import type { Identity } from "../participant/identity.ts";
import { nameParts, sameName } from "../participant/names.ts";
import { phoneFrom } from "../participant/typed.ts";
import { CHANGED_FIELDS, type Change, type ChangedField, type Said } from "./import-records.ts";

type Held = Readonly<Record<ChangedField, string>>;
type Head = Pick<CaseFile, "orientedOn" | "rightToWork" | "willing">;

const known = (answer: string): string => (answer === "unknown" ? "" : answer);

/** Each field as one text; empty where nothing is said. */
export const saidFields = (said: Said): Held => ({
  givenName: said.givenName,
  familyName: said.familyName,
  birthDate: said.birthDate ?? "",
  commune: said.commune ?? said.communeTyped ?? "",
  phone: said.phone ?? "",
  email: said.email ?? "",
  address: said.address ?? "",
  prescriber: said.prescriber ?? "",
  orientedOn: said.orientedOn ?? "",
  rightToWork: known(said.rightToWork),
  willing: known(said.willing),
});

const heldFields = (identity: Identity, { orientedOn, rightToWork, willing }: Head): Held =>
  saidFields({ ...identity, orientedOn, rightToWork, willing });

const sameText = (field: ChangedField, one: string, other: string): boolean => {
  if (field !== "phone") return one === other;
  const [left, right] = [phoneFrom(one), phoneFrom(other)];
  return left.ok && right.ok ? left.value.dialled === right.value.dialled : one === other;
};

/** Of the orientation: it no longer changes once the person was received. */
const OF_HEAD: ReadonlySet<ChangedField> = new Set(["orientedOn", "rightToWork", "willing"]);

export interface Compared {
  readonly changes: readonly Change[];
  /** The file and Repère both changed it: Repère keeps its own. */
  readonly conflicts: readonly Change[];
}

/** `before`: what the same software said last; undefined: it never said anything of this person. */
export const compareImport = (
  said: Said,
  before: Said | undefined,
  held: { readonly identity: Identity; readonly head: CaseFile },
): Compared => {
  const now = saidFields(said);
  const last = before === undefined ? undefined : saidFields(before);
  const repere = heldFields(held.identity, held.head);
  const mayChangeHead = held.head.status === "oriented" && held.head.entry === null;
  const differing = CHANGED_FIELDS.filter(
    (field) =>
      now[field] !== "" &&
      !sameText(field, now[field], repere[field]) &&
      (last === undefined || !sameText(field, now[field], last[field])) &&
      (mayChangeHead || !OF_HEAD.has(field)),
  );
  const isChange = (field: ChangedField): boolean =>
    repere[field] === "" || (last !== undefined && sameText(field, repere[field], last[field]));
  const asChange = (field: ChangedField): Change => ({ field, from: repere[field], to: now[field] });
  return {
    changes: differing.filter(isChange).map(asChange),
    conflicts: differing.filter((field) => !isChange(field)).map(asChange),
  };
};

const WHO: ReadonlySet<ChangedField> = new Set(["givenName", "familyName", "birthDate"]);

/** Accents and capitals make nobody another person. */
const isAnother = ({ field, from, to }: Change): boolean =>
  WHO.has(field) && from !== "" && nameParts(from).join(" ") !== nameParts(to).join(" ");

/**
 * Two at least of the given name, the family name and the birth date become others: the number was given to somebody else, or a column slid in a
 * spreadsheet. Nobody becomes another person.
 */
export const isSomebodyElse = (said: Said, held: Identity, { changes, conflicts }: Compared): boolean =>
  [...changes, ...conflicts].filter(isAnother).length > 1 && !sameName(said, held);

/** What the file says of the fields that change; the rest of the identity stays. */
export const identityAfter = (identity: Identity, said: Said, changes: readonly Change[]): Identity => {
  const changed = new Set(changes.map(({ field }) => field));
  const { givenName, familyName, birthDate, commune, communeTyped, phone, email, address, prescriber } = said;
  return {
    ...identity,
    ...(changed.has("givenName") ? { givenName } : {}),
    ...(changed.has("familyName") ? { familyName } : {}),
    ...(changed.has("birthDate") ? { birthDate } : {}),
    ...(changed.has("commune") ? { commune, communeTyped } : {}),
    ...(changed.has("phone") ? { phone } : {}),
    ...(changed.has("email") ? { email } : {}),
    ...(changed.has("address") ? { address } : {}),
    ...(changed.has("prescriber") ? { prescriber } : {}),
  };
};

export const headAfter = (head: CaseFile, said: Said, changes: readonly Change[]): CaseFile => {
  const changed = new Set(changes.map(({ field }) => field));
  return {
    ...head,
    ...(changed.has("orientedOn") && said.orientedOn !== null ? { orientedOn: said.orientedOn } : {}),
    ...(changed.has("rightToWork") ? { rightToWork: said.rightToWork } : {}),
    ...(changed.has("willing") ? { willing: said.willing } : {}),
  };
};

/** What was said last, once this line is done: a conflict stays one until Repère and the file agree. */
export const rememberedOf = (said: Said, before: Said | undefined, conflicts: readonly Change[]): Said => {
  if (before === undefined || conflicts.length === 0) return said;
  const kept = new Set(conflicts.map(({ field }) => field));
  const of = <F extends keyof Said>(field: F, as: ChangedField): Said[F] =>
    kept.has(as) ? before[field] : said[field];
  return {
    givenName: of("givenName", "givenName"),
    familyName: of("familyName", "familyName"),
    birthDate: of("birthDate", "birthDate"),
    commune: of("commune", "commune"),
    communeTyped: of("communeTyped", "commune"),
    phone: of("phone", "phone"),
    email: of("email", "email"),
    address: of("address", "address"),
    prescriber: of("prescriber", "prescriber"),
    orientedOn: of("orientedOn", "orientedOn"),
    rightToWork: of("rightToWork", "rightToWork"),
    willing: of("willing", "willing"),
    referentId: said.referentId,
  };
};
