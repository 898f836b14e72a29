/** The person's copy: actions, points, hand-overs, contacts, ESF+ sheets and requests. */
import { cellInWords } from "../../domain/exchange/extraction-cell.ts";
import { itemsOf, valuesOf } from "../../domain/esf/questionnaire.ts";
import { isDeclined } from "../../domain/esf/records.ts";
import type { DocumentOf } from "../../domain/records/catalogue.ts";
import { toPerson, type CopyOf } from "./entry.ts";
import { IMMERSION } from "../../wording/action-facts.ts";
import { bilanAgreementWords, outcomeWords as bilanOutcomes } from "../../wording/bilan.ts";
import { dayInWords, monthInWords, spanWords } from "../../wording/dates.ts";
import { deferralWords } from "../../wording/deferrals.ts";
import { levelWords } from "../../wording/figures.ts";
import { handoverLines } from "../../wording/handover.ts";
import { attemptResultWords, wayWords } from "../../wording/outreach.ts";
import { toldWords } from "../../wording/prescriber.ts";
import { requestStanding, requestTitle } from "../../wording/rights.ts";

const labelled = (label: string, text: string): string => (text === "" ? "" : `${label} : ${text}`);

export const actionCopy: CopyOf<"action"> = (doc, { framework, who, host }) => ({
  title: `${doc.pmsmp === null ? (framework.activation.kinds.find(({ id }) => id === doc.what)?.label ?? "Action collective") : IMMERSION}, ${spanWords(doc.from, doc.until)}`,
  lines: [
    doc.state === "planned" ? "Prévue" : doc.state === "done" ? "Faite" : "Annulée, sans conséquence pour vous",
    ...(doc.pmsmp === null
      ? []
      : [
          labelled("Structure", host(doc.pmsmp.hostId)),
          labelled("Métier", doc.pmsmp.job),
          doc.pmsmp.signedOn === null ? "" : `Convention signée le ${dayInWords(doc.pmsmp.signedOn)}`,
          labelled("Suite donnée", doc.pmsmp.followUp),
          labelled("Prolonge une immersion", doc.pmsmp.renews?.why ?? ""),
        ]),
    labelled("Préparé par la personne qui vous accompagne", doc.preparation.referent),
    labelled("Ce que vous vouliez apprendre", doc.preparation.learn),
    labelled("Ce que vous vouliez montrer", doc.preparation.show),
    `Noté par ${who(doc.by)}`,
  ],
});
export const deferralCopy: CopyOf<"actionDeferral"> = (doc, { who }) => ({
  title: `Première action différée le ${dayInWords(doc.on)}`,
  lines: [deferralWords[doc.reason], doc.words, `À revoir le ${dayInWords(doc.againOn)}`, `Noté par ${who(doc.by)}`],
});
export const bilanCopy: CopyOf<"actionBilan"> = (doc, { framework, who }) => ({
  title: `Bilan d'une action, le ${dayInWords(doc.on)}`,
  lines: [
    bilanOutcomes[doc.outcome],
    ...doc.observations.map(({ criterion, level }) => {
      const known = framework.activation.criteria.find(({ id }) => id === criterion);
      return known === undefined ? "" : `${known.label} : ${known.anchors[level]}`;
    }),
    doc.lastDay === null ? "" : `Dernier jour : ${dayInWords(doc.lastDay)}`,
    doc.missedHours === null ? "" : `Heures qui n'ont pas été faites : ${String(doc.missedHours)}`,
    labelled("Faits observés", doc.facts),
    `Votre accord : ${bilanAgreementWords[doc.agreement]}`,
    labelled("Vos mots", doc.words),
    labelled("Ce que vous en dites", doc.understood),
    `Noté par ${who(doc.by)}`,
  ],
});
export const evidenceCopy: CopyOf<"evidence"> = (doc, { framework }) => ({
  title: `Observé en action, le ${dayInWords(doc.on)} · ${framework.domains.find(({ id }) => id === doc.domain)?.label ?? ""}`,
  lines: [
    ...doc.seen.map(({ criterion, level }) => {
      const known = framework.activation.criteria.find(({ id }) => id === criterion);
      return known === undefined ? "" : `${known.label} : ${known.anchors[level]}`;
    }),
    `Niveau proposé : ${levelWords(framework, doc.severity)}`,
    doc.kept === null ? "" : `Niveau retenu : ${levelWords(framework, doc.kept.severity)}`,
  ],
});

export const checkpointCopy: CopyOf<"checkpoint"> = (doc, { who }) => ({
  title: `Point du ${dayInWords(doc.on)}`,
  lines: [
    labelled("Ce qui a été convenu", doc.agreed),
    `Prochain point le ${dayInWords(doc.nextOn)}`,
    `Noté par ${who(doc.by)}`,
  ],
});
export const stagePointCopy: CopyOf<"stagePoint"> = (doc, { who }) => ({
  title: `Point d'étape du ${dayInWords(doc.on)}, dans l'équipe`,
  lines: [labelled("Ce qui a été convenu", doc.agreed), `Noté par ${who(doc.by)}`],
});
const STILL = { yes: "Encore en emploi", no: "Plus en emploi", unknown: "Non connu" } as const;
export const exitNewsCopy: CopyOf<"exitNews"> = (doc, { who }) => ({
  title: `Nouvelles après la sortie, le ${dayInWords(doc.on)}`,
  lines: [STILL[doc.still], `Noté par ${who(doc.by)}`],
});
export const endingCopy: CopyOf<"endingWords"> = (doc, { who }) => ({
  title: `Fin du parcours ${String(doc.parcours)}`,
  lines: [labelled("Pourquoi", doc.why), labelled("La porte qui reste ouverte", doc.door), `Noté par ${who(doc.by)}`],
});

export const handoverCopy: CopyOf<"handover"> = (doc, { who }) => ({
  title: `Passage de relais décidé le ${dayInWords(doc.decidedOn)}${doc.to === null ? "" : ` · ${doc.to.name}`}`,
  lines: [
    ...handoverLines(doc).map(toPerson),
    labelled("Ce que vous demandez", doc.sheet.asks),
    labelled("Ce qui aide déjà", doc.sheet.helps),
    labelled("Utile pour bien vous recevoir", doc.sheet.useful),
    labelled("Pratique", doc.sheet.practical),
    ...doc.sendings.map(({ words }) => labelled("Réponse du partenaire", words)),
    `Noté par ${who(doc.by)}`,
  ],
});

export const attemptCopy: CopyOf<"attempt"> = (doc, { who }) => ({
  title: `${dayInWords(doc.on)} · ${wayWords[doc.way]}`,
  lines: [
    attemptResultWords[doc.result],
    doc.appointmentOn === null ? "" : `Rendez-vous proposé le ${dayInWords(doc.appointmentOn)}`,
    `Par ${who(doc.by)}`,
  ],
});
export const toldCopy: CopyOf<"prescriberTold"> = (doc, { who }) => ({
  title: `Dit à la structure qui vous a orienté·e, le ${dayInWords(doc.on)}`,
  lines: [toldWords[doc.what], `Par ${who(doc.by)}`],
});

const answered = (
  doc: DocumentOf<"esfAnswers">,
  { esf, commune }: Parameters<CopyOf<"esfAnswers">>[1],
): readonly string[] =>
  itemsOf(esf(doc)).flatMap((item) => {
    const answer = doc.answers[item.id];
    if (answer === undefined) return [];
    if (isDeclined(answer)) return [`${item.label} : vous n'avez pas souhaité répondre`];
    const values = valuesOf(item);
    const words = [answer]
      .flat()
      .map(
        (one) =>
          values.find(({ value }) => value === one)?.label ??
          (item.type === "commune" ? commune(one) : item.type === "date" ? dayInWords(one) : one),
      );
    return [`${item.label} : ${words.join(", ")}`];
  });
const STAGES = { entry: "à l'entrée", exit: "à la sortie", later: "six mois après la sortie" } as const;
export const esfCopy: CopyOf<"esfAnswers"> = (doc, on) => ({
  title: `Questionnaire ${STAGES[doc.stage]} (version ${doc.version})`,
  lines: [...answered(doc, on), doc.signedOn === null ? "Pas encore signé" : `Signé le ${dayInWords(doc.signedOn)}`],
});
/** « 2026-11-02/2026-11-06 » is for a program. */
const daysInWords = (text: string): string =>
  text.replace(/(\d{4}-\d{2}-\d{2})\/(?=\d{4}-)/g, "$1 – ").replace(/\d{4}-\d{2}-\d{2}/g, (on) => dayInWords(on));
export const extractionCopy: CopyOf<"extractionRow"> = ({ month, cells }, { columns }) => ({
  title: `Extraction de ${monthInWords(month)}, sans votre nom`,
  lines: columns(month).flatMap((column) => {
    const cell = cells[column.id];
    return cell === undefined ? [] : [`${column.title} : ${daysInWords(cellInWords(column, cell))}`];
  }),
});

export const requestCopy: CopyOf<"rightsRequest"> = (doc, { who, today }) => ({
  title: requestTitle(doc),
  lines: [
    labelled("Vos mots", doc.words),
    requestStanding({ ...doc, answer: doc.answer === null ? null : { ...doc.answer, by: who(doc.answer.by) } }, today),
    labelled("Réponse", doc.answer?.words ?? ""),
  ],
});
