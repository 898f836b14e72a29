/**
 * The method's lead: which accompaniment, which steps and relays for which needs, what nobody answers, and how sure we are.
 * Pure, in integers: the same inputs and the same directory, in any order, give the same bytes.
 */
import { addressed, openDomains } from "../diagnostic/figures.ts";
import type { DomainId, Framework } from "../framework/schema.ts";
import { answersOf, excludedOf, workedOnBy } from "./answers.ts";
import { candidatesOf } from "./candidate-lines.ts";
import { runnersOf } from "./candidates.ts";
import { situationOf } from "./eligibility.ts";
import type { FindLead, Flip, Lead, LeadInputs, Outcome, TestLine } from "./lead.ts";
import type { LeadKind } from "./lead-kinds.ts";
import { findingsOf, type Levels, levelsOf } from "./levels.ts";
import { linesOf } from "./lines.ts";
import { type Need, needsOf, themesOfDomains } from "./needs.ts";
import { overRange, type OverRange } from "./range.ts";
import { isFragile, smallestFlip } from "./robustness.ts";
import { chooseServices, type ChosenServices } from "./services.ts";
import { type Survey, surveyOf } from "./survey.ts";
import { decide, type Decision, type Field, fieldOf, rankingOf } from "./tests.ts";

/** What test 2 reads, and whether it concludes. */
interface Complete {
  readonly enough: boolean;
  readonly range: OverRange;
  readonly line: TestLine;
  readonly toSettle: readonly DomainId[];
}

/** *Ne sait pas* and not asked yet leave the question open; *ne souhaite pas répondre* closes it. */
const wishCode = (seeksWork: LeadInputs["facts"]["seeksWork"]): TestLine["code"] => {
  if (seeksWork === "notNow" || seeksWork === "doesNotWish") return "wishesNoSearch";
  if (seeksWork === "yes") return "seeks";
  return seeksWork === "declined" ? "wishDeclined" : "wishNotKnown";
};

const wishLine = ({ facts: { seeksWork } }: LeadInputs): TestLine => {
  const code = wishCode(seeksWork);
  return { test: 1, concludes: code === "wishesNoSearch", code, figures: {}, domains: [] };
};

const completeness = (inputs: LeadInputs, levels: Levels, field: Field, threshold: number): Complete => {
  const findings = findingsOf(inputs);
  const rule = { bilanRecorded: inputs.bilanRecorded };
  const { count, of, missing } = addressed(findings, rule);
  const open = openDomains(findings, rule);
  const range = overRange(levels, open, field);
  const enough = count >= threshold;
  const others = missing.filter((domain) => !range.moving.includes(domain));
  const toSettle = enough ? range.moving : [...range.moving, ...others];
  const code = !enough ? "tooFewAddressed" : range.holds ? "holdsOverRange" : "differsOverRange";
  const figures = { addressed: count, of, threshold, open: open.length };
  const concludes = !enough || !range.holds;
  const line: TestLine = { test: 2, concludes, code, figures, domains: concludes ? toSettle : open };
  return { enough, range, line, toSettle };
};

type Concluded = Pick<Lead, "first" | "toDiscuss" | "concludedBy" | "lines" | "toSettle" | "robustness">;

const conclude = (
  wish: TestLine,
  complete: Complete,
  decision: Decision,
  lines: () => readonly TestLine[],
  flipped: () => Flip | null,
): Concluded => {
  const { range, line, toSettle } = complete;
  if (wish.concludes) {
    const robustness = { verdict: "solid", flip: null, holdsOverRange: true, exhaustive: true } as const;
    const common = { concludedBy: 1, lines: [wish], toSettle: [], robustness } as const;
    return { first: "accompagnementSocial", toDiscuss: true, ...common };
  }
  if (line.concludes)
    return { first: null, toDiscuss: false, concludedBy: 2, lines: [wish, line], toSettle, robustness: null };
  const flip = flipped();
  return {
    first: decision.first,
    toDiscuss: false,
    concludedBy: decision.concludedBy,
    lines: [wish, line, ...lines()],
    toSettle: [],
    robustness: {
      verdict: isFragile(flip) ? "fragile" : "solid",
      flip,
      holdsOverRange: range.holds,
      exhaustive: range.exhaustive,
    },
  };
};

const maskOf = (needs: readonly Need[], wanted: (need: Need) => boolean): number =>
  needs.reduce((mask, need) => (wanted(need) ? mask | need.bit : mask), 0);

const NO_SERVICE: ChosenServices = { chosen: [], covered: 0 };
const BLOCKED_AT = 4;

/** Part of the PLIE's path, so only when it is first. Someone who wants to work now and whom something blocks earns a wage meanwhile: insertion first. */
const stepsFor = (
  first: LeadKind | null,
  inputs: LeadInputs,
  needs: readonly Need[],
  survey: Survey,
  { suggestion }: Framework,
): ChosenServices => {
  if (first !== "plie") return NO_SERVICE;
  const domains = new Set<DomainId>([...suggestion.core, ...suggestion.stepsAlsoFor]);
  const blocked = inputs.urgent.length > 0 || needs.some(({ severity }) => severity === BLOCKED_AT);
  const insertion = blocked && inputs.facts.seeksWork === "yes" ? survey.insertion : null;
  const scope = maskOf(needs, ({ domain }) => domains.has(domain));
  return chooseServices(survey.steps, needs, scope, suggestion.stepsAtMost, insertion);
};

/** For the person's priorities and what an urgent point is about, where neither a step nor the lead answers. Without a reliable lead too: a night outside does not wait for it. */
const relaysFor = (
  inputs: LeadInputs,
  needs: readonly Need[],
  survey: Survey,
  met: number,
  { suggestion, urgentPoints }: Framework,
): ChosenServices => {
  const urgent = new Set(urgentPoints.flatMap(({ id, domains }) => (inputs.urgent.includes(id) ? [domains[0]] : [])));
  const scope = maskOf(needs, ({ domain, priority, bit }) => (priority || urgent.has(domain)) && !(met & bit));
  return chooseServices(survey.relays, needs, scope, suggestion.relaysAtMost, null);
};

const outcomeOf = (first: LeadKind | null, relays: readonly unknown[]): Outcome => {
  if (first === null) return { kind: "toComplete" };
  if (first !== "plie") return { kind: "reorient", to: first };
  return { kind: relays.length > 0 ? "stayWithRelays" : "stay" };
};

/** Made once for a framework; then asked for each person. */
export const findLead = (framework: Framework): FindLead => {
  const { suggestion, thresholds } = framework;
  const themes = themesOfDomains(framework);
  return (inputs, offers) => {
    const findings = findingsOf(inputs);
    const levels = levelsOf(findings);
    const needs = needsOf(findings, levels, themes, thresholds.needFromSeverity);
    const situation = situationOf(inputs);
    const survey = surveyOf(offers, needs, suggestion.worksUpToUnlessSaid, situation, inputs.from);
    const runners = runnersOf(inputs, survey.leads, suggestion, situation);
    const field = fieldOf(framework, runners);
    const decision = decide(levels, field);
    const complete = completeness(inputs, levels, field, thresholds.synthesisAddressed);
    const ranking = rankingOf(decision, levels, field);
    const concluded = conclude(
      wishLine(inputs),
      complete,
      decision,
      () => linesOf(decision, ranking, levels, field),
      () => smallestFlip(levels, field),
    );
    const first = runners.find(({ kind }) => kind === concluded.first) ?? null;
    const steps = stepsFor(concluded.first, inputs, needs, survey, framework);
    const led = workedOnBy(first, needs);
    const relays = relaysFor(inputs, needs, survey, led | steps.covered, framework);
    const settled = { needs, survey, situation, runners, first, bySteps: steps.covered, byRelays: relays.covered };
    const byTests = concluded.concludedBy === 6;
    return {
      ...concluded,
      equivalents: byTests
        ? ranking.equivalents.flatMap(({ runner: { kind } }) => (kind === concluded.first ? [] : [kind]))
        : [],
      candidates: candidatesOf(decision, ranking, levels, field, inputs.from),
      reinforced: decision.reinforced,
      urgent: inputs.urgent,
      steps: steps.chosen,
      relays: relays.chosen,
      needs: answersOf(settled),
      outcome: outcomeOf(concluded.first, relays.chosen),
      excluded: excludedOf(settled),
    };
  };
};
