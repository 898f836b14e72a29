/** *Gérer la fiche* and what it leads to; *Point de vue de la personne*. */
import { VIEW_AGREEMENTS, personViewFromInputs } from "../../src/domain/diagnostic/person-view-from-inputs.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import { participantCodeFrom } from "../../src/domain/participant/typed.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import { recordRev } from "../../src/use-cases/close-record.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import type { CaseForm } from "../../src/use-cases/see-forms.ts";
import { healthRev } from "../../src/use-cases/set-health-agreement.ts";
import { recordWords } from "../../src/wording/domain.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords, personViewProblem } from "../../src/wording/problems.ts";
import { agreementWords, cancelReasonWords, healthWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, topOf, topOfDraft } from "./top.ts";

const viewProblems = ({ form, dossier }: CaseForm, reader: Reader) => {
  const context = { framework: dossier.framework, by: reader.actor.memberId, today: reader.today };
  const read = personViewFromInputs(form.shown, context);
  return read.ok ? {} : Object.fromEntries(read.problems.map((problem) => [problem.field, personViewProblem(problem)]));
};

/** *Point de vue de la personne*, in their words. */
export const presentPersonView = (screen: ScreenOf<"personView">, view: CaseForm, reader: Reader): Shown => {
  const { shown, rev } = view.form;
  const length = lengthOf(cleanText(shown["words"] ?? ""));
  return {
    name: "person-view",
    model: {
      ...topOfDraft(screen, view.form.draft?.doc, reader),
      code: screen.code,
      rev,
      person: personLine(view.identity),
      back: screen.back ?? "",
      fields: {
        agreement: filled(shown, "agreement"),
        words: filled(shown, "words"),
        heard: filled(shown, "heard", "false"),
      },
      choices: { agreement: choicesOf(agreementWords, VIEW_AGREEMENTS) },
      kept: keptWords(length, view.dossier.framework.lengths.longText, shownAtMost("words")),
      problems: screen.check ? viewProblems(view, reader) : {},
    },
  };
};

/** A cancelled file carries what reopens it; an open one, what its agreement about health is. */
const manageRev = (file: CaseFile): string => (file.status === "cancelled" ? recordRev(file) : healthRev(file));

/** *Gérer la fiche*. */
export const presentManage = (screen: ScreenOf<"manage">, view: CaseView, reader: Reader): Shown => {
  const file = view.dossier.file.doc;
  const open = file.status !== "cancelled";
  const manages = view.may.manage && open;
  const health = view.may.carry && open && file.entry !== null;
  return {
    name: "manage",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev: manageRev(file),
      person: personLine(view.identity),
      healthAgreement: healthWords[file.health],
      canCorrect: manages,
      canAgree: health && file.health !== "agreed",
      canRefuse: health && file.health === "notAsked",
      canWithdraw: health && file.health === "agreed",
      canCancel: manages,
      canMerge: manages,
      canReopen: view.may.manage && !open && file.mergedInto === null,
    },
  };
};

/** *Annuler la fiche*. */
export const presentCancelRecord = (screen: ScreenOf<"cancelRecord">, view: CaseView, reader: Reader): Shown => ({
  name: "cancel-record",
  model: {
    ...topOf(screen, reader),
    code: screen.code,
    rev: recordRev(view.dossier.file.doc),
    person: personLine(view.identity),
    reasons: choicesOf(cancelReasonWords, ["error", "duplicate", "request"]),
    reason: "",
    problems: screen.check ? { reason: recordWords.reasonMissing } : {},
  },
});

const intoProblem = (screen: ScreenOf<"mergeRecord">, today: string): string => {
  const code = participantCodeFrom(screen.into, Number(today.slice(0, 4)));
  if (code === undefined) return recordWords.intoMissing;
  return code === screen.code ? recordWords.intoSame : recordWords.intoUnknown;
};

/** *Fusionner deux fiches*. */
export const presentMergeRecord = (screen: ScreenOf<"mergeRecord">, view: CaseView, reader: Reader): Shown => ({
  name: "merge-record",
  model: {
    ...topOf(screen, reader),
    code: screen.code,
    rev: recordRev(view.dossier.file.doc),
    person: personLine(view.identity),
    into: filled({ into: screen.into }, "into"),
    problems: screen.check ? { into: intoProblem(screen, reader.today) } : {},
  },
});
