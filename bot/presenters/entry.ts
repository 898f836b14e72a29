import { entryFromInputs, ENTRY_FIELDS } from "../../src/domain/participant/entry-from-inputs.ts";
import type { CaseForm } from "../../src/use-cases/see-forms.ts";
import { formWords } from "../../src/wording/forms.ts";
import { personLine } from "../../src/wording/people.ts";
import { entryProblem } from "../../src/wording/problems.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, topOfDraft } from "./top.ts";

const problemsOf = ({ form, dossier }: CaseForm, reader: Reader) => {
  const read = entryFromInputs(form.shown, dossier.file.doc, reader.today);
  if (read.ok) return {};
  return Object.fromEntries(
    ENTRY_FIELDS.flatMap((field) => {
      const problem = read.problems[field];
      return problem === undefined ? [] : [[field, entryProblem(field, problem)]];
    }),
  );
};

/** *Entrée*: the first interview held, the notice given and explained. */
export const presentEntry = (screen: ScreenOf<"entry">, view: CaseForm, reader: Reader): Shown => {
  const { shown, rev } = view.form;
  return {
    name: "entry",
    model: {
      ...topOfDraft(screen, view.form.draft?.doc, reader),
      code: screen.code,
      rev,
      person: personLine(view.identity),
      fields: {
        firstInterviewOn: filled(shown, "firstInterviewOn"),
        noticeOn: filled(shown, "noticeOn"),
        language: filled(shown, "language"),
        interpreter: shown["interpreter"] === "true" ? "true" : "false",
        healthAgreement: filled(shown, "healthAgreement", "notAsked"),
      },
      choices: { healthAgreement: choicesOf(formWords.healthChoices, ["agreed", "refused", "notAsked"]) },
      problems: screen.check ? problemsOf(view, reader) : {},
    },
  };
};
