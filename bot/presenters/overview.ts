import type { Choice } from "../../cards/common.ts";
import { closedHealthState, type OverviewChoice } from "../../src/domain/diagnostic/overview.ts";
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { addressed, provisional } from "../../src/domain/diagnostic/figures.ts";
import type { DomainId, Framework, FrameworkDomain } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { lineOf, overviewRev } from "../../src/use-cases/save-overview.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { openUrgent } from "../../src/use-cases/parts/urgent-flags.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { addressedCount, levelWords, synthesisIsNext } from "../../src/wording/figures.ts";
import { personLine } from "../../src/wording/people.ts";
import { closedHealthWords, roundWords, stateWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import { encodeShown, type OverviewLines } from "../shown-lines.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf, urgentOf } from "./top.ts";

const OFFERED = ["nothing", "toExplore", "notAddressed", "declined", "notApplicable"] as const;

/** What each line says now. */
export const linesOf = (findings: CaseView["findings"]): OverviewLines =>
  Object.fromEntries(DOMAIN_IDS.map((domain) => [domain, lineOf(findings.get(domain))]));

/** « Difficulté réelle », where there is a level; the state in a word or two elsewhere. */
const levelOrState = (framework: Framework, view: CaseView["findings"], domain: DomainId): string => {
  const finding = view.get(domain);
  const line = lineOf(finding);
  return line === "assessed" && finding?.severity != null ? levelWords(framework, finding.severity) : stateWords[line];
};

/** « Évalué : Difficulté réelle »; in a word or two for the other states. */
export const lineWords = (framework: Framework, view: CaseView["findings"], domain: DomainId): string => {
  const finding = view.get(domain);
  return lineOf(finding) === "assessed" && finding?.severity != null
    ? `${stateWords.assessed} : ${levelOrState(framework, view, domain)}`
    : stateWords[lineOf(finding)];
};

/** A domain whose level is only observed or attested does not offer *Rien à signaler* on a word. */
const choicesFor = (domain: FrameworkDomain, value: OverviewChoice, assessed: string): Choice[] => [
  ...OFFERED.filter((choice) => choice !== "nothing" || value === "nothing" || domain.sources.includes("dit")).map(
    (choice) => ({ title: stateWords[choice], value: choice }),
  ),
  ...(value === "assessed" ? [{ title: assessed, value }] : []),
];

const lineFor = (view: CaseView, domain: FrameworkDomain) => {
  const { framework, file } = view.dossier;
  const value = lineOf(view.findings.get(domain.id));
  const before = view.previous?.get(domain.id);
  const past =
    before === undefined || value !== "notAddressed" || view.previous === undefined
      ? ""
      : ` (avant : ${levelOrState(framework, view.previous, domain.id)})`;
  return {
    domain: domain.id,
    label: `${domain.label}${past}`,
    value,
    choices: choicesFor(domain, value, lineWords(framework, view.findings, domain.id)),
    closed: domain.id === "sante" ? closedHealthWords[file.doc.health] : null,
  };
};

const familiesOf = (view: CaseView) =>
  view.dossier.framework.families.map((family) => ({
    label: family.label,
    lines: view.dossier.framework.domains
      .filter((domain) => domain.family === family.id)
      .map((domain) => lineFor(view, domain)),
  }));

/** « Première évaluation, ouverte le 3 novembre 2026 ». */
export const roundLine = ({ dossier }: CaseView): string => {
  const { file, round } = dossier;
  const opened = round === undefined ? "" : `, ouverte le ${dayInWords(round.doc.openedOn)}`;
  return `${roundWords(file.doc.round ?? 0)}${opened}`;
};

/** What *Enregistrer et continuer* would open now. */
const leadsToSynthesis = ({ findings, dossier: { framework, file, round } }: CaseView): boolean =>
  !provisional(findings, framework, countingOf(file.doc, round?.doc)) &&
  !DOMAIN_IDS.some((domain) => lineOf(findings.get(domain)) === "toExplore");

/** *Tour d'horizon*: fourteen lines, each with what it says now. */
export const presentOverview = (screen: ScreenOf<"overview">, view: CaseView, reader: Reader): Shown => {
  const { framework, file, round } = view.dossier;
  const { count, of } = addressed(view.findings, countingOf(file.doc, round?.doc));
  const open = new Set(openUrgent(file.doc).map((flag) => flag.id));
  const health = closedHealthState(file.doc.health) === null;
  return {
    name: "overview",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev: overviewRev(file.doc),
      shown: encodeShown(linesOf(view.findings)),
      person: personLine(view.identity),
      round: roundLine(view),
      addressed: leadsToSynthesis(view)
        ? `${addressedCount(count, of)}. ${synthesisIsNext}`
        : addressedCount(count, of),
      urgent: urgentOf(file.doc, framework, reader, view.may.carry),
      families: familiesOf(view),
      urgentChoices: framework.urgentPoints
        .filter((point) => !open.has(point.id))
        .map((point) => ({ title: point.label, value: point.id })),
      urgentTicked: "",
      urgentFolded: true,
      targets: framework.domains
        .filter((domain) => domain.id !== "sante" || health)
        .map((domain) => ({ title: domain.label, value: domain.id })),
      target: "",
      reassessment: view.previous !== undefined,
      interviewSheetUrl: reader.interviewSheetUrl,
    },
  };
};
