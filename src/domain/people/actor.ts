/** Who acts, and what they may do. A member is known by their object id, never by what a card says. */
import type { CaseFile } from "../participant/case-file.ts";
import type { Day, MemberId } from "../participant/codes.ts";
import type { Role } from "./member.ts";

export interface Actor {
  readonly memberId: MemberId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** In local mode, who really presses the buttons while playing this member; null otherwise. */
  readonly playedBy: MemberId | null;
  /** The day, in the PLIE, on which they act: whoever stands in for a référent does so from a day to another. */
  readonly today: Day;
}

/** `substitute` is absent where who stands in does not matter; `retired`, where the file is known to be in use. */
type CaseOf = Pick<CaseFile, "referentId"> & Partial<Pick<CaseFile, "substitute" | "retired">>;

/** Archived or erased: for whoever asks, it is as if there were no such case. */
const isInUse = ({ retired = null }: CaseOf): boolean => retired === null;

export const hasRole = (actor: Pick<Actor, "roles">, ...roles: readonly Role[]): boolean =>
  actor.roles.some((role) => roles.includes(role));

/** Works at the PLIE: everyone of the team but a partner who only sits in a cell. */
export const worksHere = (actor: Pick<Actor, "roles">): boolean => actor.roles.some((role) => role !== "membreCellule");

/** Everyone oriented is received: a référent or a chargé de projet records them. */
export const mayRegister = (actor: Actor): boolean => hasRole(actor, "referent", "chargeDeProjet");

/** Who stands in that day for the référent of this case; null: nobody does. */
export const substituteOn = ({ substitute = null }: Pick<CaseOf, "substitute">, today: Day): MemberId | null =>
  substitute !== null && substitute.from <= today && today <= substitute.until ? substitute.memberId : null;

/** Stands in for the référent of this case on the day they act. */
export const standsIn = ({ memberId, today }: Pick<Actor, "memberId" | "today">, of: CaseOf): boolean =>
  substituteOn(of, today) === memberId;

/** Carries the diagnostic: the référent of this case, whoever stands in for them on that day, and nobody else. */
export const mayCarryCase = (actor: Actor, caseFile: CaseOf): boolean =>
  isInUse(caseFile) &&
  hasRole(actor, "referent") &&
  (actor.memberId === caseFile.referentId || standsIn(actor, caseFile));

/** Reads the whole file, notes and levels included. */
export const maySeeCase = (actor: Actor, caseFile: CaseOf): boolean =>
  mayCarryCase(actor, caseFile) || (isInUse(caseFile) && hasRole(actor, "chargeDeProjet", "coordinatrice"));

/** Reads what is kept of it in the restricted archive (CNIL 2021-028): the coordinatrice, in the tab, and each opening is noted. */
export const mayReadArchived = (actor: Actor, { retired }: Pick<CaseFile, "retired">): boolean =>
  retired?.as === "archived" && hasRole(actor, "coordinatrice");

/** Reads identity, milestones and completeness only; the assistante never sees notes nor levels. */
export const maySeeCompleteness = (actor: Actor, caseFile: CaseOf): boolean =>
  maySeeCase(actor, caseFile) || (isInUse(caseFile) && hasRole(actor, "assistante"));

/** Corrects an identity, cancels a record made in error, merges two records (both of them), closes or reopens. */
export const mayManageCase = (actor: Actor, caseFile: CaseOf): boolean =>
  mayCarryCase(actor, caseFile) || (isInUse(caseFile) && hasRole(actor, "chargeDeProjet"));

/** Has a list of participants of their own. */
export const mayListOwnCases = (actor: Actor): boolean => hasRole(actor, "referent");

/** Finds and lists the participants of every référent (names, codes, milestones). */
export const mayListAllCases = (actor: Actor): boolean =>
  hasRole(actor, "chargeDeProjet", "coordinatrice", "assistante");

/** Says that a service of the directory is full, cannot be reached, makes people wait, or takes people again. */
export const maySayOfOffer = (actor: Actor): boolean => hasRole(actor, "referent", "chargeDeProjet", "coordinatrice");

/** Confirms what was said of a service: it then changes what everyone reads. */
export const mayConfirmOffer = (actor: Actor): boolean => hasRole(actor, "chargeDeProjet", "coordinatrice");

/** Reads the figures of the whole territory: needs that nobody answers. */
export const maySeeTerritory = (actor: Actor): boolean => hasRole(actor, "chargeDeProjet", "coordinatrice");

/** Reads what the PLIE's files say of the team, the channels and the framework. */
export const maySeeSettings = (actor: Actor): boolean => hasRole(actor, "coordinatrice");

/** Reads who has reached the end of the time that their file is kept. */
export const maySeeRetention = (actor: Actor): boolean => hasRole(actor, "chargeDeProjet", "coordinatrice");

/** Confirms, person by person, that a file is erased, archived or still in use. */
export const mayConfirmRetention = (actor: Pick<Actor, "roles">): boolean => hasRole(actor, "coordinatrice");

/** Takes the monthly extraction: codes, dates and typed ESF+ items of everyone. */
export const mayTakeExtraction = (actor: Actor): boolean =>
  hasRole(actor, "assistante", "chargeDeProjet", "coordinatrice");

/** Reads, and writes, what the quarterly meeting agreed for this case. */
export const maySeeStagePoint = (actor: Actor, caseFile: CaseOf): boolean => maySeeCase(actor, caseFile);

/** Lists the people of a référent for the quarterly meeting; the words of what was agreed are not the assistante's. */
export const mayListStagePoints = (actor: Actor, referentId: MemberId): boolean =>
  (mayListOwnCases(actor) && actor.memberId === referentId) || mayListAllCases(actor);

/** Brings in orientations and identities from a file of the PLIE's own software. */
export const mayImport = (actor: Actor): boolean => hasRole(actor, "assistante", "chargeDeProjet", "coordinatrice");
