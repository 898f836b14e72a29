/** What the *Fiche* offers to this reader: six buttons at most, the most needed first. */
import { awaitsEntrySheet } from "../../src/domain/esf/standing.ts";
import { isToMeet } from "../../src/domain/outreach/contact.ts";
import { hasDied } from "../../src/domain/participant/clock-facts.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { buttonWords } from "../../src/wording/help.ts";
import { canPlan } from "./can-plan.ts";

/** Nothing is noted any more of a record that is closed, nor of who has left or is accompanied elsewhere, unless that is studied again. */
export const goesOn = ({ dossier }: CaseView): boolean => {
  const { status, review } = dossier.file.doc;
  return status !== "cancelled" && ((status !== "left" && status !== "reoriented") || review !== null);
};

/** Title of the button that goes on with the diagnostic; null: there is none for this reader. */
export const diagnosticButton = (view: CaseView): string | null => {
  const { dossier, findings, may } = view;
  const file = dossier.file.doc;
  if (!may.carry || file.entry === null || !goesOn(view)) return null;
  const untouched = file.round === 0 && findings.size === 0 && dossier.assessments.size === 0;
  return untouched ? buttonWords.start : buttonWords.goOn;
};

/** A next assessment can be opened once this one has reached its threshold. */
export const canOpenRound = (view: CaseView): boolean =>
  view.may.carry && goesOn(view) && (view.dossier.round?.doc.metOn ?? null) !== null;

export const canWriteSituation = (view: CaseView): boolean =>
  view.may.carry && goesOn(view) && view.dossier.file.doc.entry !== null;

/** The entry was held and its ESF+ questionnaire is not signed: for who carries the case, and the assistante, who sees identity and completeness alone. */
const awaitsSignature = ({ may, dossier }: CaseView): boolean =>
  (may.carry || !may.readLevels) && awaitsEntrySheet(dossier.file.doc);

/** The study under way, or the one that decided last, for who reads the case; empty: none. */
export const studyToRead = ({ dossier, may }: CaseView): string => {
  const { review, decided } = dossier.file.doc;
  return may.readLevels ? (review ?? decided?.review ?? "") : "";
};

/** Somebody goes elsewhere: until that is settled, their *Passage de relais* is one press away. */
const canHandOver = ({ may, dossier }: CaseView): boolean => {
  const { status, handovers, ended } = dossier.file.doc;
  const underWay = handovers.some(({ kind, closedOn }) => kind === "reorient" && closedOn === null);
  return may.readLevels && status !== "cancelled" && underWay && !hasDied({ ended });
};

/** What this reader can do with the case, the most needed first. */
export const doneFrom = (view: CaseView) => {
  const { entry, status, mergedInto } = view.dossier.file.doc;
  return {
    canEnter: view.may.carry && status === "oriented" && entry === null,
    canMeet: view.may.manage && isToMeet(view.dossier.file.doc),
    canHandOver: canHandOver(view),
    diagnostic: diagnosticButton(view),
    canSeeSynthesis: view.may.readLevels && entry !== null,
    canPlan: canPlan(view),
    canSeePath: view.may.readLevels && mergedInto === null,
    canOpenRound: canOpenRound(view),
    canManage: view.may.manage && mergedInto === null,
    canFillEsf: awaitsSignature(view),
    canWriteSituation: canWriteSituation(view),
    study: studyToRead(view),
  };
};
type Does = ReturnType<typeof doneFrom>;

/** What a card has room for. */
export const BUTTONS_AT_MOST = 6;

export const isThere = (one: unknown): boolean => one !== null && one !== false && one !== "";

/** A card holds six buttons, an open urgent point before any: what finds no room is reached from *Parcours*. */
export const within = (does: Does, room: number): Does => {
  const kept = Object.entries(does).filter(([, one]) => isThere(one));
  const fits = new Set(kept.slice(0, room).map(([name]) => name));
  return {
    canEnter: does.canEnter,
    canMeet: does.canMeet,
    canHandOver: does.canHandOver,
    diagnostic: does.diagnostic,
    canSeeSynthesis: does.canSeeSynthesis,
    canPlan: does.canPlan,
    canSeePath: does.canSeePath,
    canOpenRound: fits.has("canOpenRound") && does.canOpenRound,
    canManage: fits.has("canManage") && does.canManage,
    canFillEsf: fits.has("canFillEsf") && does.canFillEsf,
    canWriteSituation: fits.has("canWriteSituation") && does.canWriteSituation,
    study: fits.has("study") ? does.study : "",
  };
};
