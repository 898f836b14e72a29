/** *Préparer*: from the objective where nothing is written yet, then as it was written with the person. */
import { isPrepared, preparationFromInputs, preparedFor } from "../../src/domain/activation/preparation.ts";
import type { Preparing } from "../../src/use-cases/prepare-action.ts";
import { kindWords } from "../../src/wording/action-facts.ts";
import { personLine } from "../../src/wording/people.ts";
import { objectiveWords, preparationStarts, preparationWords as words } from "../../src/wording/preparation.ts";
import { spanWords } from "../../src/wording/dates.ts";
import type { ScreenOf } from "../screens.ts";
import type { ActionSheetKind, Reader, Shown } from "./shown.ts";
import { filled, topOfDraft } from "./top.ts";

const problemsOf = ({ form, framework }: Preparing) => {
  const longest = framework.lengths.longText;
  const read = preparationFromInputs(form.shown, framework.activation, longest);
  return read.ok ? {} : Object.fromEntries(read.tooLong.map((field) => [field, words.tooLong(longest)]));
};

const fieldsOf = ({ form, action }: Preparing) => {
  const fresh = form.draft === undefined && !isPrepared(action.doc);
  const shown = fresh ? { ...form.shown, ...preparationStarts[preparedFor(action.doc)] } : form.shown;
  return {
    ...{ referent: filled(shown, "referent"), learn: filled(shown, "learn") },
    ...{ show: filled(shown, "show"), observe: filled(shown, "observe") },
  };
};

export const presentPreparation = (screen: ScreenOf<"preparation">, view: Preparing, reader: Reader): Shown => {
  const { doc } = view.action;
  const { kinds, criteria } = view.framework.activation;
  const kind = kinds.find(({ id }) => id === doc.what)?.label ?? null;
  const sheet = (which: ActionSheetKind): string => reader.actionSheetUrl(which, doc.id);
  return {
    name: "preparation",
    model: {
      ...topOfDraft(screen, view.form.draft?.doc, reader),
      person: personLine(view.identity),
      heading: [
        kindWords({ kind, action: doc }),
        spanWords(doc.from, doc.until),
        objectiveWords[preparedFor(doc)],
      ].join(" · "),
      about: words.about,
      fields: fieldsOf(view),
      observeLabel: doc.pmsmp === null ? words.observeTogether : words.observe,
      criteria: criteria.map(({ id, label }) => ({ title: label, value: id })),
      sheetsTitle: words.sheetsTitle,
      sheets: {
        referent: sheet("preparation-referent"),
        person: sheet("preparation-personne"),
        host: sheet("preparation-structure"),
        accident: doc.pmsmp === null ? null : sheet("carte-accident"),
      },
      data: { code: screen.code, action: doc.id, rev: view.form.rev },
      problems: screen.check ? problemsOf(view) : {},
    },
  };
};
