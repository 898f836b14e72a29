/** The person's copy: who they are, what was noted with them, what the method pointed to and what was decided. */
import type { Finding } from "../../domain/diagnostic/assessment.ts";
import { frameworkDomain } from "../../domain/diagnostic/findings.ts";
import { DOMAIN_IDS, type DomainId, type Framework } from "../../domain/framework/schema.ts";
import type { DocumentOf } from "../../domain/records/catalogue.ts";
import { FACT_IDS } from "../../domain/suggestion/facts.ts";
import type { LeadInputs } from "../../domain/suggestion/lead.ts";
import { readStoredLead } from "../../domain/suggestion/read-stored-lead.ts";
import { begunLines } from "./begun.ts";
import { toPerson, type CopyOf } from "./entry.ts";
import { dayInWords } from "../../wording/dates.ts";
import { difficultyWords, levelWords } from "../../wording/figures.ts";
import { recommendationWords, withdrawnWords as withdrawn } from "../../wording/lead.ts";
import type { LevelRead } from "../../wording/lead-rules.ts";
import { explainLead } from "../../wording/lead-why.ts";
import { lowerFirst } from "../../wording/lists.ts";
import {
  adjournReasonWords,
  cellWords,
  destinationWords,
  outcomeWords,
  reviewStateWords,
} from "../../wording/reviews.ts";
import { agreementWords, roundWords, sourceWords, stateWords } from "../../wording/situation.ts";
import { factLabels, factWords } from "../../wording/situation-facts.ts";

const domainOf = (framework: Framework, domain: DomainId): string => frameworkDomain(framework, domain).label;
const situationsIn = (framework: Framework, domain: DomainId, ids: readonly string[]): string =>
  ids.map((id) => frameworkDomain(framework, domain).situations.find((one) => one.id === id)?.label ?? id).join(" ; ");

const withdrawnWords = toPerson(withdrawn);
const DECLINED = "Vous ne souhaitez pas en parler";

/** Both voices, one after the other; the evidence, with who and when. */
type Level = Pick<Finding, "state" | "severity" | "impact">;
const levelSaid = (framework: Framework, { state, severity, impact }: Level): string => {
  if (state === "declined") return DECLINED;
  return state === "nothing" || severity === null
    ? stateWords[state]
    : difficultyWords(framework, { severity, impact });
};
const findingLines = (framework: Framework, domain: DomainId, finding: Finding, who: (id: string) => string) => [
  `Ce qui est noté : ${lowerFirst(levelSaid(framework, finding))}`,
  finding.selfSeverity === null ? "" : `Votre niveau, selon vous : ${levelWords(framework, finding.selfSeverity)}`,
  finding.priority ? "C'est une de vos priorités." : "",
  finding.situations.length === 0 ? "" : `Ce qui se passe : ${situationsIn(framework, domain, finding.situations)}`,
  finding.strength === "" ? "" : `Ce qui aide déjà : ${finding.strength}`,
  finding.facts === "" ? "" : `Faits utiles : ${finding.facts}`,
  finding.source === null
    ? `Noté par ${who(finding.by)}`
    : `Source : ${sourceWords[finding.source.kind]}, le ${dayInWords(finding.source.on)}, par ${who(finding.source.by)}`,
];

/** « Première évaluation du parcours 1 ». */
const roundName = (parcours: number, round: number): string => `${roundWords(round)} du parcours ${String(parcours)}`;

export const assessmentCopy: CopyOf<"assessment"> = (doc, { framework, who }) => ({
  title: `${roundName(doc.parcours, doc.round)} · ${domainOf(framework, doc.domain)}`,
  lines: [
    ...(doc.finding === null ? ["Rien n'est enregistré."] : findingLines(framework, doc.domain, doc.finding, who)),
    ...(doc.draft === null
      ? []
      : begunLines(doc.draft.inputs).map((text) => `Commencé, pas encore enregistré : ${text}`)),
  ],
});
export const pastFindingCopy: CopyOf<"pastFinding"> = (doc, { framework, who }) => ({
  title: `${roundName(doc.parcours, doc.round)} · ${domainOf(framework, doc.domain)} · noté avant`,
  lines: findingLines(framework, doc.domain, doc.finding, who),
});
export const roundCopy: CopyOf<"round"> = (doc) => ({
  title: roundName(doc.parcours, doc.round),
  lines: [
    `Ouverte le ${dayInWords(doc.openedOn)}, avec le référentiel ${doc.frameworkVersion}`,
    doc.closedOn === null ? "" : `Close le ${dayInWords(doc.closedOn)}`,
    doc.synthesisOn === null ? "" : `Synthèse faite avec vous le ${dayInWords(doc.synthesisOn)}`,
    doc.personView === null
      ? ""
      : `Votre avis le ${dayInWords(doc.personView.on)} : ${agreementWords[doc.personView.agreement]}`,
    doc.personView === null || doc.personView.words === "" ? "" : `Vos mots : ${doc.personView.words}`,
    doc.personView?.heard === true ? "Vous avez souhaité être entendu·e." : "",
  ],
});

export const situationCopy: CopyOf<"situation"> = ({ facts, parcours, by }, { who }) => ({
  title: `Parcours ${String(parcours)}`,
  lines: [
    ...FACT_IDS.map((fact) => (facts[fact] === null ? "" : `${factLabels[fact]} : ${factWords(fact, facts[fact])}`)),
    facts.rightToWorkUntil === null ? "" : `${factLabels.rightToWorkUntil} ${dayInWords(facts.rightToWorkUntil)}`,
    `Noté par ${who(by)}`,
  ],
});

const said = (
  { choice, why, by }: NonNullable<DocumentOf<"recommendation">["before"]>,
  framework: Framework,
  who: (id: string) => string,
) => `${recommendationWords(framework, choice)} · ${why === "" ? withdrawnWords : why} (${who(by)})`;
export const recommendationCopy: CopyOf<"recommendation"> = (doc, { framework, who }) => ({
  title: `${roundName(doc.parcours, doc.round)} · ce que votre référent·e proposait`,
  lines: [
    said(doc.said, framework, who),
    doc.before === null ? "" : `Avant d'avoir vu la piste de la méthode : ${said(doc.before, framework, who)}`,
  ],
});

/** The levels as the method read them that day, whatever was noted since. */
const levelsRead = ({ findings }: LeadInputs): ReadonlyMap<DomainId, LevelRead> =>
  new Map(
    DOMAIN_IDS.flatMap((id) => {
      const found = findings[id];
      return found === undefined ? [] : [[id, { ...found, source: null }] as const];
    }),
  );

export const leadCopy: CopyOf<"lead"> = (doc, { framework, timeZone }) => {
  const held = readStoredLead(doc);
  const title = `${roundName(doc.parcours, doc.round)} · piste de la méthode du ${dayInWords(doc.asOf)}`;
  if (held === null) return { title, lines: [withdrawnWords] };
  const why = explainLead({ ...held, framework, findings: levelsRead(held.inputs), directory: undefined, timeZone });
  const data = why.data.map((one) => `${one.label} : ${one.said}`);
  return {
    title,
    lines: [
      why.lead,
      ...why.contribution,
      ...data,
      ...why.parameters,
      ...why.operations,
      ...why.unused,
      ...why.change,
      `Référentiel ${doc.frameworkVersion} · calculé le ${dayInWords(doc.asOf)}`,
    ],
  };
};

export const reviewCopy: CopyOf<"review"> = (doc) => ({
  title: `${cellWords[doc.cell]} · situation ${doc.id}`,
  lines: [
    reviewStateWords[doc.state],
    doc.adjourned === null ? "" : `Remise à plus tard : ${adjournReasonWords[doc.adjourned.because]}`,
    doc.decided === null ? "" : `Décidé le ${dayInWords(doc.decided.on)} : ${outcomeWords[doc.decided.outcome]}`,
  ],
});
export const snapshotCopy: CopyOf<"snapshot"> = (doc, { framework, who }) => ({
  title: `Ce que la cellule a lu, sans votre nom · situation ${doc.review}`,
  lines: [
    `Question posée : ${doc.question}`,
    doc.recommendation === null ? "" : said(doc.recommendation, framework, who),
    ...Object.entries(doc.findings).map(([domain, finding]) => {
      const known = framework.domains.find(({ id }) => id === domain);
      const level = lowerFirst(levelSaid(framework, finding));
      return known === undefined ? "" : `${known.label} : ${level}${finding.facts === "" ? "" : ` · ${finding.facts}`}`;
    }),
    doc.personView === null || doc.personView.words === "" ? "" : `Vos mots : ${doc.personView.words}`,
    doc.withdrawn ? `Santé : ${withdrawnWords}` : "",
  ],
});
const towards = (framework: Framework, to: DocumentOf<"opinion">["to"]): string =>
  to === null ? "" : ` · ${destinationWords(framework, to, null)}`;
export const opinionCopy: CopyOf<"opinion"> = (doc, { framework, who }) => ({
  title: `Un avis · situation ${doc.review}`,
  lines: [
    `${outcomeWords[doc.outcome]}${towards(framework, doc.to)}`,
    `Pourquoi : ${doc.why === "" ? withdrawnWords : doc.why}`,
    doc.next === "" ? "" : `Prochain pas : ${doc.next}`,
    `Donné par ${who(doc.memberId)}`,
  ],
});
export const decisionCopy: CopyOf<"reviewDecision"> = (doc, { framework, who }) => ({
  title: `Décision du ${dayInWords(doc.on)} · situation ${doc.review}`,
  lines: [
    `${outcomeWords[doc.outcome]}${towards(framework, doc.to)}`,
    `Raisons : ${doc.reasons === "" ? withdrawnWords : doc.reasons}`,
    doc.next === "" ? "" : `Prochain pas : ${doc.next}`,
    doc.secondUntil === null ? "" : `Vous pouvez demander un réexamen jusqu'au ${dayInWords(doc.secondUntil)}.`,
    `Enregistrée par ${who(doc.by)}`,
  ],
});
