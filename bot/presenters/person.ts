/** *Nouvelle personne orientée*, possible duplicates, and the correction of an identity. */
import type { Choice } from "../../cards/common.ts";
import { lengthOf } from "../../src/domain/text.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { communeFrom } from "../../src/domain/participant/communes.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import {
  IDENTITY_FIELDS,
  orientationFromInputs,
  personFromInputs,
  type PersonField,
  type PersonProblems,
} from "../../src/domain/participant/identity-from-inputs.ts";
import type { IdentityForm } from "../../src/use-cases/correct-identity.ts";
import type { DuplicatesView } from "../../src/use-cases/see-forms.ts";
import type { Registration } from "../../src/use-cases/parts/registration.ts";
import { formWords } from "../../src/wording/forms.ts";
import { chooseProblem, communeProblem, cutProblem, personProblem } from "../../src/wording/problems.ts";
import { listWords } from "../../src/wording/lists-of-people.ts";
import { personLine, shortName } from "../../src/wording/people.ts";
import { answerWords, shortStatusWords, willingWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, topOf, topOfDraft } from "./top.ts";

const COMMUNES_SUGGESTED = 4;

const identityFieldsOf = (inputs: TypedInputs) => ({
  givenName: filled(inputs, "givenName"),
  familyName: filled(inputs, "familyName"),
  birthDate: filled(inputs, "birthDate"),
  commune: filled(inputs, "commune"),
  phone: filled(inputs, "phone"),
  email: filled(inputs, "email"),
  address: filled(inputs, "address"),
  prescriber: filled(inputs, "prescriber"),
});

/** The PLIE's prescribers, *Autre*, and whoever is already recorded: the field never loses what it holds. */
const prescriberChoices = (prescribers: readonly string[], current: string): Choice[] => {
  const offered = [...prescribers, formWords.otherPrescriber];
  const all = current === "" || offered.includes(current) ? offered : [current, ...offered];
  return [...new Set(all)].map((name) => ({ title: name, value: name }));
};

const communeSentence = (inputs: TypedInputs, reader: Reader): Partial<Record<"commune", string>> => {
  const read = communeFrom(inputs["commune"] ?? "", reader.plie.communes);
  if (read.kind === "unknown") return { commune: communeProblem([]) };
  if (read.kind !== "suggestions") return {};
  return { commune: communeProblem(read.communes.slice(0, COMMUNES_SUGGESTED).map((commune) => commune.name)) };
};

type Sentences = Partial<Readonly<Record<PersonField, string>>>;

/** Below each field: what is to be mended. */
const sentencesOf = (problems: PersonProblems, fields: readonly PersonField[]): Sentences =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const problem = problems[field];
      return problem === undefined ? [] : [[field, personProblem(field, problem)]];
    }),
  );

/** A text shown cut says so, asked to record or not. */
const cutSentences = (inputs: TypedInputs): Sentences =>
  Object.fromEntries(
    IDENTITY_FIELDS.flatMap((field) => {
      const length = lengthOf(inputs[field] ?? "");
      return length <= shownAtMost(field) ? [] : [[field, cutProblem(length, shownAtMost(field))]];
    }),
  );

const personProblems = (inputs: TypedInputs, reader: Reader) => {
  const read = personFromInputs(inputs, { communes: reader.plie.communes, today: reader.today });
  return {
    ...communeSentence(inputs, reader),
    ...sentencesOf(read.ok ? {} : read.problems, IDENTITY_FIELDS),
    ...cutSentences(inputs),
  };
};

/** *Nouvelle personne orientée*, as it was left. */
export const presentNewPerson = (screen: ScreenOf<"newPerson">, form: Registration, reader: Reader): Shown => {
  const { inputs } = form;
  const orientation = orientationFromInputs(inputs, reader.today);
  const fields = identityFieldsOf(inputs);
  return {
    name: "new-person",
    model: {
      ...topOfDraft(screen, Object.values(fields).some((typed) => typed !== "") ? form.draft?.doc : null, reader),
      rev: form.rev,
      fields: {
        ...fields,
        orientationOn: filled(inputs, "orientationOn", reader.today),
        rightToWork: filled(inputs, "rightToWork"),
        willing: filled(inputs, "willing"),
      },
      choices: {
        prescriber: prescriberChoices(reader.plie.prescribers, fields.prescriber),
        rightToWork: choicesOf(answerWords, ["yes", "no", "unknown"]),
        willing: choicesOf(willingWords, ["yes", "no", "unknown"]),
      },
      problems: screen.check
        ? {
            ...personProblems(inputs, reader),
            ...sentencesOf(orientation.ok ? {} : orientation.problems, ["orientationOn"]),
          }
        : cutSentences(inputs),
    },
  };
};

type Candidate = DuplicatesView["candidates"][number];
const candidateTitle = ({ identity, file, referent, sameBirthDate }: Candidate): string =>
  [
    personLine(identity),
    shortStatusWords[file.doc.status],
    ...(referent === null ? [] : [listWords.followedBy(referent)]),
    sameBirthDate ? listWords.bornSameDay : listWords.noBirthDate,
  ].join(" · ");

/** People already known who may be the one being registered. */
export const presentDuplicates = (screen: ScreenOf<"duplicates">, view: DuplicatesView, reader: Reader): Shown => {
  const commune = reader.plie.communes.find(({ insee }) => insee === view.typed.commune)?.name;
  const [only, ...others] = view.candidates;
  return {
    name: "duplicate",
    model: {
      ...topOf(screen, reader),
      rev: view.form.rev,
      typed: [shortName(view.typed), ...(commune === undefined ? [] : [commune])].join(", "),
      candidates: view.candidates.map((candidate) => ({
        title: candidateTitle(candidate),
        value: candidate.identity.code,
      })),
      choice: only !== undefined && others.length === 0 ? only.identity.code : "",
      problems: screen.notice === "chooseFirst" ? { choice: chooseProblem } : {},
    },
  };
};

/** *Corriger l'identité*. */
export const presentIdentity = (
  screen: ScreenOf<"identity">,
  { identity, form }: IdentityForm,
  reader: Reader,
): Shown => {
  const fields = identityFieldsOf(form.shown);
  return {
    name: "identity",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(identity.doc),
      fields,
      choices: { prescriber: prescriberChoices(reader.plie.prescribers, fields.prescriber) },
      problems: screen.check ? personProblems(form.shown, reader) : cutSentences(form.shown),
    },
  };
};
