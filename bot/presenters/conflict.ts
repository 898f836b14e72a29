/** Two versions of the same thing, side by side: only what differs, in words. */
import type { TypedInputs, Finding } from "../../src/domain/diagnostic/assessment.ts";
import { FINDING_FIELDS, type FindingField } from "../../src/domain/diagnostic/finding-from-inputs.ts";
import { frameworkDomain } from "../../src/domain/diagnostic/findings.ts";
import { inputsFromPersonView } from "../../src/domain/diagnostic/person-view-from-inputs.ts";
import { overviewChoice } from "../../src/domain/diagnostic/overview.ts";
import type { DomainId, Framework } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS, domainId } from "../../src/domain/framework/schema.ts";
import { ENTRY_FIELDS, inputsFromEntry, type EntryField } from "../../src/domain/participant/entry-from-inputs.ts";
import { IDENTITY_FIELDS, inputsFromIdentity } from "../../src/domain/participant/identity-from-inputs.ts";
import { day } from "../../src/domain/participant/codes.ts";
import { healthAgreement } from "../../src/domain/participant/case-file.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { Draft } from "../../src/domain/records/bookkeeping.ts";
import { SITUATION_FIELDS } from "../../src/domain/suggestion/situation-from-inputs.ts";
import { RECOMMENDATION_FIELDS } from "../../src/domain/suggestion/recommendation-from-inputs.ts";
import { recommendationChoice } from "../../src/domain/suggestion/stored-lead.ts";
import { cellId } from "../../src/domain/review/codes.ts";
import { SUBMISSION_FIELDS } from "../../src/domain/review/submission-from-inputs.ts";
import type { Versioned } from "../../src/ports/store.ts";
import { findingsOf, type Dossier } from "../../src/use-cases/parts/dossier.ts";
import type { Form } from "../../src/use-cases/parts/form.ts";
import { roundRev } from "../../src/use-cases/open-round.ts";
import { assessmentRev, shownInputs } from "../../src/use-cases/save-assessment.ts";
import { overviewRev } from "../../src/use-cases/save-overview.ts";
import { dayInWords, momentInWords } from "../../src/wording/dates.ts";
import { conflictWords } from "../../src/wording/domain.ts";
import {
  entryLabels,
  findingLabels,
  formTitles,
  formWords,
  identityLabels,
  personViewLabels,
} from "../../src/wording/forms.ts";
import { recommendationLabels, recommendationWords } from "../../src/wording/lead.ts";
import { enumerated } from "../../src/wording/lists.ts";
import { personLine } from "../../src/wording/people.ts";
import { cellWords } from "../../src/wording/reviews.ts";
import { submissionLabels } from "../../src/wording/submission.ts";
import { factLabels } from "../../src/wording/situation-facts.ts";
import { agreementWords, shortHealthWords, sourceWords, stateWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import { encodeShown } from "../shown-lines.ts";
import { lineWords, linesOf } from "./overview.ts";
import { saidOfFact, withNotAsked } from "./situation.ts";
import type { Reader, Shown } from "./shown.ts";
import { labelOf, readable, topOf } from "./top.ts";

export interface ConflictData {
  readonly dossier: Dossier;
  readonly attempt: Versioned<Draft> | undefined;
  readonly identity?: Identity;
  /** The form that the two versions are of, when it is one. */
  readonly form?: Form;
  /** Findings of the round before, which a domain not come back to yet starts from. */
  readonly previous?: ReadonlyMap<DomainId, Finding>;
}

interface Compared {
  readonly title: string;
  readonly rev: string;
  readonly recordedBy: string;
  readonly fields: readonly { readonly label: string; readonly recorded: string; readonly yours: string }[];
}

const yesNo = (typed: string): string => (typed === "true" ? formWords.yes : formWords.no);
const orBlank = (words: string): string => (words.trim() === "" ? formWords.nothingTyped : readable(words));
const dayOr = (typed: string): string => (day.safeParse(typed).success ? dayInWords(typed) : typed);

type Word<F extends string> = Readonly<Partial<Record<F, (typed: string) => string>>>;

/** The fields that differ, each value in words. */
const differences = <F extends string>(
  labels: Readonly<Record<F, string>>,
  fields: readonly F[],
  words: Word<F>,
  recorded: TypedInputs,
  yours: TypedInputs,
): Compared["fields"] =>
  fields.flatMap((field) => {
    const [one, other] = [recorded[field] ?? "", yours[field] ?? ""];
    const said = (typed: string): string => orBlank(typed === "" ? "" : (words[field]?.(typed) ?? typed));
    return one === other ? [] : [{ label: labels[field], recorded: said(one), yours: said(other) }];
  });

const savedBy = (saved: { readonly by: string; readonly at: string } | null | undefined, reader: Reader): string =>
  saved == null
    ? conflictWords.recorded
    : conflictWords.recordedBy(
        reader.member(saved.by)?.name ?? conflictWords.someone,
        momentInWords(saved.at, reader.today, reader.timeZone),
      );

const levelOr = (framework: Framework) => (typed: string) => {
  const level = framework.levels[Number(typed)];
  return level === undefined ? typed : `${typed} · ${level}`;
};

const domainValue = (framework: Framework, domain: DomainId): Word<FindingField> => ({
  severity: levelOr(framework),
  selfSeverity: levelOr(framework),
  impact: (typed) => framework.impacts[Number(typed) - 1] ?? typed,
  priority: yesNo,
  source: (typed) => (typed === "dit" || typed === "observe" || typed === "atteste" ? sourceWords[typed] : typed),
  situations: (typed) =>
    enumerated(
      typed
        .split(",")
        .map((id) => frameworkDomain(framework, domain).situations.find((entry) => entry.id === id)?.label ?? id),
    ),
});

const aboutDomain = (domain: DomainId, data: ConflictData, yours: TypedInputs, reader: Reader): Compared => {
  const { framework, assessments, file } = data.dossier;
  const entry = assessments.get(domain);
  const recorded = shownInputs(frameworkDomain(framework, domain), entry?.doc, data.previous?.get(domain));
  return {
    title: labelOf(framework, domain),
    rev: assessmentRev(file.doc, entry),
    recordedBy: savedBy(entry?.doc.draft ?? entry?.doc.finding, reader),
    fields: differences(findingLabels, FINDING_FIELDS, domainValue(framework, domain), recorded, {
      ...recorded,
      ...yours,
    }),
  };
};

const aboutOverview = ({ dossier }: ConflictData, yours: TypedInputs, reader: Reader): Compared => {
  const findings = findingsOf(dossier.assessments);
  const latest = [...findings.values()].sort((one, other) => other.at.localeCompare(one.at))[0];
  const fields = DOMAIN_IDS.flatMap((domain) => {
    const mine = overviewChoice.safeParse(yours[domain]).data;
    const said = lineWords(dossier.framework, findings, domain);
    if (mine === undefined || mine === linesOf(findings)[domain]) return [];
    return [{ label: labelOf(dossier.framework, domain), recorded: said, yours: stateWords[mine] }];
  });
  return {
    title: formTitles.overview,
    rev: `${overviewRev(dossier.file.doc)}|${encodeShown(linesOf(findings))}`,
    recordedBy: savedBy(latest, reader),
    fields,
  };
};

const health = (typed: string): string => {
  const read = healthAgreement.safeParse(typed).data;
  return read === undefined ? typed : shortHealthWords[read];
};
const entryValue: Word<EntryField> = {
  firstInterviewOn: dayOr,
  noticeOn: dayOr,
  interpreter: yesNo,
  healthAgreement: health,
};
const agreementOr = (typed: string): string =>
  typed === "agrees" || typed === "partly" || typed === "disagrees" ? agreementWords[typed] : typed;

const cellOr = (typed: string): string => {
  const read = cellId.safeParse(typed).data;
  return read === undefined ? typed : cellWords[read];
};

const recommendationValue =
  (framework: Framework) =>
  (typed: string): string => {
    const read = recommendationChoice.safeParse(typed).data;
    return read === undefined ? typed : recommendationWords(framework, read);
  };

const aboutForm = (
  about: "entry" | "identity" | "personView" | "situation" | "recommendation" | "review",
  { dossier, form, identity }: ConflictData,
  yours: TypedInputs,
  reader: Reader,
): Compared => {
  const common = {
    title: formTitles[about],
    rev: form?.rev ?? roundRev(dossier.file.doc),
    recordedBy: savedBy(form?.draft?.doc, reader),
  };
  if (about === "entry") {
    const recorded = form?.shown ?? inputsFromEntry(dossier.file.doc, reader.today);
    return { ...common, fields: differences(entryLabels, ENTRY_FIELDS, entryValue, recorded, yours) };
  }
  if (about === "personView") {
    const recorded = form?.shown ?? inputsFromPersonView(dossier.round?.doc.personView ?? null);
    const words = { agreement: agreementOr, heard: yesNo };
    return {
      ...common,
      fields: differences(personViewLabels, ["agreement", "words", "heard"], words, recorded, yours),
    };
  }
  if (about === "recommendation") {
    const words = { choice: recommendationValue(dossier.framework) };
    const fields = differences(recommendationLabels, RECOMMENDATION_FIELDS, words, form?.shown ?? {}, yours);
    return { ...common, fields };
  }
  if (about === "review") {
    const words = { cell: cellOr, full: yesNo };
    return { ...common, fields: differences(submissionLabels, SUBMISSION_FIELDS, words, form?.shown ?? {}, yours) };
  }
  if (about === "situation") {
    const recorded = withNotAsked(form?.shown ?? {});
    return {
      ...common,
      fields: differences(factLabels, SITUATION_FIELDS, saidOfFact, recorded, withNotAsked(yours)),
    };
  }
  const known = identity === undefined ? {} : inputsFromIdentity(identity, reader.plie.communes);
  return { ...common, fields: differences(identityLabels, IDENTITY_FIELDS, {}, form?.shown ?? known, yours) };
};

const compare = (screen: ScreenOf<"conflict">, data: ConflictData, yours: TypedInputs, reader: Reader): Compared => {
  const domain = domainId.safeParse(screen.about).data;
  if (domain !== undefined) return aboutDomain(domain, data, yours, reader);
  if (
    screen.about === "entry" ||
    screen.about === "identity" ||
    screen.about === "personView" ||
    screen.about === "situation" ||
    screen.about === "recommendation" ||
    screen.about === "review"
  )
    return aboutForm(screen.about, data, yours, reader);
  return aboutOverview(data, yours, reader);
};

/** *Deux versions*: nothing newer is overwritten silently. */
export const presentConflict = (screen: ScreenOf<"conflict">, data: ConflictData, reader: Reader): Shown => {
  const { attempt, identity } = data;
  const { title, rev, recordedBy, fields } = compare(screen, data, attempt?.doc.inputs ?? {}, reader);
  const mine =
    attempt === undefined
      ? ""
      : ` ${conflictWords.yours(momentInWords(attempt.doc.at, reader.today, reader.timeZone))}`;
  return {
    name: "conflict",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev,
      about: screen.about,
      title,
      person: identity === undefined ? screen.code : personLine(identity),
      recordedBy: `${recordedBy}${mine}`,
      fields: [...fields],
    },
  };
};
