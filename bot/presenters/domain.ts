import { NOT_ASKED } from "../../cards/actions/action.ts";
import { findingFromInputs, type FindingProblem } from "../../src/domain/diagnostic/finding-from-inputs.ts";
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { frameworkDomain, stateOf } from "../../src/domain/diagnostic/findings.ts";
import { priorities } from "../../src/domain/diagnostic/figures.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import type { Framework, FrameworkDomain, Severity } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS, type DomainId } from "../../src/domain/framework/schema.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import { assessmentRev, shownInputs } from "../../src/use-cases/save-assessment.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { openUrgent } from "../../src/use-cases/parts/urgent-flags.ts";
import { dayInWords, dayOfInstant } from "../../src/wording/dates.ts";
import { domainWords } from "../../src/wording/domain.ts";
import { difficultyWords } from "../../src/wording/figures.ts";
import { formWords } from "../../src/wording/forms.ts";
import { personLine } from "../../src/wording/people.ts";
import { findingProblem, keptWords } from "../../src/wording/problems.ts";
import { sourceWords, stateWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, filled, labelOf, topOf, topOfDraft, urgentOf, wordsOf } from "./top.ts";

const LEVELS: readonly Severity[] = [0, 1, 2, 3, 4];

/** « Encore 4 domaines à creuser, avec celui-ci ». */
const positionOf = ({ findings }: CaseView, domain: DomainId): string => {
  const marked = DOMAIN_IDS.filter((id) => stateOf(findings, id) === "toExplore");
  const others = marked.filter((id) => id !== domain).length;
  return marked.includes(domain) ? domainWords.left(others) : domainWords.leftAfter(others);
};

const previousOf = (view: CaseView, domain: DomainId, reader: Reader): string | null => {
  const before = view.previous?.get(domain);
  if (before === undefined || before.state === "notAddressed") return null;
  const words =
    before.severity === null
      ? stateWords[before.state]
      : difficultyWords(view.dossier.framework, { severity: before.severity, impact: before.impact });
  return domainWords.previous(dayInWords(dayOfInstant(before.at, reader.timeZone)), words);
};

/** « 2 · Difficulté réelle », with its anchor where the level is chosen. */
export const levelTitle = (framework: Framework, level: Severity): string => `${level} · ${framework.levels[level]}`;

const choicesFor = (view: CaseView, domain: FrameworkDomain) => {
  const { framework, file } = view.dossier;
  const open = new Set(openUrgent(file.doc).map((flag) => flag.id));
  const levels = LEVELS.map((level) => ({ title: levelTitle(framework, level), value: String(level) }));
  return {
    severity: LEVELS.map((level) => ({
      title: `${levelTitle(framework, level)} : ${domain.anchors[level]}`,
      value: String(level),
    })),
    impact: framework.impacts.map((title, index) => ({ title, value: String(index + 1) })),
    situations: domain.situations.map(({ label, id }) => ({ title: label, value: id })),
    selfSeverity: [{ title: formWords.notAskedYet, value: NOT_ASKED }, ...levels],
    source: choicesOf(sourceWords, domain.sources),
    urgent: framework.urgentPoints
      .filter((point) => point.domains.includes(domain.id) && !open.has(point.id))
      .map((point) => ({ title: point.label, value: point.id })),
  };
};

const problemsOf = (
  view: CaseView,
  domain: DomainId,
  inputs: TypedInputs,
  reader: Reader,
): readonly FindingProblem[] => {
  const { framework, file } = view.dossier;
  const context = { framework, domain, findings: view.findings, health: file.doc.health };
  const author = { by: reader.actor.memberId, now: reader.now.toISOString(), today: reader.today };
  const read = findingFromInputs(inputs, { ...context, ...author });
  return read.ok ? [] : read.problems;
};

/** One sentence for each field; a field with two problems says the first. */
const sentencesOf = (problems: readonly FindingProblem[], framework: Framework) =>
  Object.fromEntries(
    [...problems].reverse().map((problem) => [problem.field, findingProblem(problem, wordsOf(framework))]),
  );

/** What is known by doing only is filled as observed, once the bilan of an action is there. */
const sourceOnceSeen = ({ dossier: { file, round } }: CaseView, { sources }: FrameworkDomain): string =>
  !sources.includes("dit") && countingOf(file.doc, round?.doc).bilanRecorded ? "observe" : "";

const keptOf = (inputs: TypedInputs, field: "strength" | "facts", framework: Framework): string | null =>
  keptWords(lengthOf(cleanText(inputs[field] ?? "")), framework.lengths[field], shownAtMost(field));

/** *Domaine*: one domain explored with the person. */
export const presentDomain = (screen: ScreenOf<"domain">, view: CaseView, reader: Reader): Shown => {
  const { framework, file, assessments } = view.dossier;
  const domain = frameworkDomain(framework, screen.domain);
  const entry = assessments.get(domain.id);
  const inputs = shownInputs(domain, entry?.doc, view.previous?.get(domain.id));
  const problems = screen.check ? problemsOf(view, domain.id, inputs, reader) : [];
  const chosen = priorities(view.findings).filter((id) => id !== domain.id).length;
  const facts = filled(inputs, "facts");
  return {
    name: "domain",
    model: {
      ...topOfDraft(screen, entry?.doc.draft, reader),
      code: screen.code,
      rev: assessmentRev(file.doc, entry),
      domain: domain.id,
      title: domain.label,
      person: personLine(view.identity),
      position: positionOf(view, domain.id),
      about: domain.about,
      previous: previousOf(view, domain.id, reader),
      urgent: urgentOf(file.doc, framework, reader, view.may.carry),
      strengthPrompt: domain.strengthPrompt,
      levelNote: domain.levelNote,
      situationPrompt: domain.situations.length === 0 ? "" : domain.situationPrompt,
      priorityNote: domainWords.priorities(chosen, framework.thresholds.prioritiesAtMost),
      fields: {
        strength: filled(inputs, "strength"),
        severity: filled(inputs, "severity"),
        impact: filled(inputs, "impact"),
        situations: inputs["situations"] ?? "",
        selfSeverity: filled(inputs, "selfSeverity") || NOT_ASKED,
        priority: inputs["priority"] === "true" ? "true" : "false",
        source: filled(inputs, "source") || sourceOnceSeen(view, domain),
        facts,
        urgent: "",
      },
      choices: choicesFor(view, domain),
      kept: { strength: keptOf(inputs, "strength", framework), facts: keptOf(inputs, "facts", framework) },
      folded: facts === "" && !problems.some((problem) => problem.field === "facts"),
      problems: sentencesOf(problems, framework),
    },
  };
};

/** *Comment en parler ?* */
export const presentGuidance = (screen: ScreenOf<"guidance">, view: CaseView, reader: Reader): Shown => {
  const { framework } = view.dossier;
  const domain = frameworkDomain(framework, screen.domain);
  return {
    name: "guidance",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      domain: domain.id,
      title: domain.label,
      about: domain.about,
      questions: domain.questions,
      mine: domain.mine,
      notMine: domain.notMine,
      takesOver: domain.takesOver,
      elsewhere: domain.elsewhere.map(({ what, goesTo }) => domainWords.elsewhere(what, labelOf(framework, goesTo))),
    },
  };
};
