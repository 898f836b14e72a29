/** *Action*: what the type asks, as it was left, with what is to be mended beside each field. */
import { NO_SESSION, PMSMP, PUT_OFF, type ActionField } from "../../src/domain/activation/codes.ts";
import type { ActionProblem } from "../../src/domain/activation/action-typed.ts";
import { needsRepresentative } from "../../src/domain/activation/pmsmp.ts";
import { DEFERRALS, OBJECTIVES, SETTLINGS } from "../../src/domain/activation/records.ts";
import { OTHER_HOST, type CheckedAction } from "../../src/use-cases/parts/check-action.ts";
import type { ActionFormView } from "../../src/use-cases/see-action-form.ts";
import { actionProblem, actionWords, settlingWords } from "../../src/wording/actions.ts";
import { deferralWords } from "../../src/wording/deferrals.ts";
import { spanWords } from "../../src/wording/dates.ts";
import { personLine } from "../../src/wording/people.ts";
import { objectiveWords } from "../../src/wording/preparation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, topOfDraft } from "./top.ts";

/** Of one field, every sentence. */
const problemsOf = (problems: readonly ActionProblem[]): Partial<Record<ActionField, string>> => {
  const said: Partial<Record<ActionField, string>> = {};
  for (const problem of problems) {
    const before = said[problem.field];
    const sentence = actionProblem(problem);
    said[problem.field] = before === undefined ? sentence : `${before} De plus, ${sentence}`;
  }
  return said;
};

const yesNo = [
  { title: actionWords.yes, value: "yes" },
  { title: actionWords.no, value: "no" },
];

const typesOf = ({ framework }: Reader) => [
  { title: actionWords.types[PMSMP], value: PMSMP },
  ...framework.activation.kinds.map(({ id, label }) => ({ title: label, value: id })),
  { title: actionWords.types[PUT_OFF], value: PUT_OFF },
];

const sameHostOf = (checked: CheckedAction) => {
  if (checked.type !== "pmsmp" || checked.host.near.length === 0) return [];
  const known = checked.host.near.map(({ id, name, commune }) => ({
    title: commune === null ? name : `${name}, ${commune}`,
    value: id,
  }));
  return [...known, { title: actionWords.otherHost, value: OTHER_HOST }];
};

const sessionsOf = (checked: CheckedAction) => {
  if (checked.type !== "collective" || checked.sessions.length === 0) return [];
  const known = checked.sessions.map(({ doc }) => ({
    title: `${doc.title}, ${spanWords(doc.from, doc.until)}`,
    value: doc.id,
  }));
  return [...known, { title: actionWords.noSession, value: NO_SESSION }];
};

const asksOf = (view: ActionFormView, reader: Reader) => {
  const { checked, target, renewing, identity } = view;
  const pmsmp = checked.type === "pmsmp";
  const on = pmsmp ? (checked.read.from ?? reader.today) : reader.today;
  return {
    type: target === "new",
    pmsmp,
    collective: checked.type === "collective",
    deferral: checked.type === "deferral",
    dates: checked.type !== "deferral",
    representative: pmsmp && needsRepresentative(identity.birthDate, on, reader.framework.activation.pmsmp),
    renewal: pmsmp && renewing !== null,
  };
};

const shownType = (checked: CheckedAction): string => {
  if (checked.type === "pmsmp") return PMSMP;
  return checked.type === "deferral" ? PUT_OFF : checked.what;
};

const titleOf = (target: string): string => {
  if (target === "new") return actionWords.titles.new;
  return target.startsWith("renew.") ? actionWords.titles.renew : actionWords.titles.edit;
};

/** A date that is recorded is shown as people write it; one that was typed stays as it was typed. */
const DATES: ReadonlySet<string> = new Set(["from", "until", "signedOn", "againOn"]);
const shownField = (inputs: ActionFormView["form"]["shown"], field: ActionField): string => {
  const typed = filled(inputs, field);
  const iso = DATES.has(field) ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) : null;
  return iso === null ? typed : `${iso[3] ?? ""}/${iso[2] ?? ""}/${iso[1] ?? ""}`;
};

const fieldsOf = ({ form }: ActionFormView): Record<ActionField, string> => {
  const of = (field: ActionField): string => shownField(form.shown, field);
  return {
    type: of("type"),
    objective: of("objective"),
    job: of("job"),
    host: of("host"),
    siret: of("siret"),
    commune: of("commune"),
    contact: of("contact"),
    sameHost: of("sameHost"),
    from: of("from"),
    until: of("until"),
    hoursPerWeek: of("hoursPerWeek"),
    followUp: of("followUp"),
    postFree: of("postFree"),
    representative: of("representative"),
    childcare: of("childcare"),
    meals: of("meals"),
    transport: of("transport"),
    signedOn: of("signedOn"),
    why: of("why"),
    session: of("session"),
    reason: of("reason"),
    words: of("words"),
    againOn: of("againOn"),
  };
};

export const presentAction = (screen: ScreenOf<"action">, view: ActionFormView, reader: Reader): Shown => {
  const { form, checked } = view;
  const { hoursWarned, hoursAtMost } = reader.framework.activation.pmsmp;
  return {
    name: "action",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      target: screen.target,
      shown: shownType(checked),
      rev: form.rev,
      title: titleOf(screen.target),
      person: personLine(view.identity),
      asks: asksOf(view, reader),
      fields: fieldsOf(view),
      choices: {
        type: typesOf(reader),
        objective: choicesOf(objectiveWords, OBJECTIVES),
        yesNo,
        settling: choicesOf(settlingWords, SETTLINGS),
        sameHost: sameHostOf(checked),
        session: sessionsOf(checked),
        reason: choicesOf(deferralWords, DEFERRALS),
      },
      warning: checked.type === "pmsmp" && checked.manyHours ? actionWords.manyHours(hoursWarned, hoursAtMost) : null,
      free: actionWords.free,
      accident: actionWords.accident,
      problems: screen.check ? problemsOf(checked.problems) : {},
    },
  };
};
