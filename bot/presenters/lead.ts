/** *Piste de la méthode*, beside the recommendation: what it is, how sure it is, who answers which need. */
import { goSameWay } from "../../src/domain/suggestion/concordance.ts";
import type { Lead } from "../../src/domain/suggestion/lead.ts";
import { ASIDE_REASONS, type Recommendation } from "../../src/domain/suggestion/stored-lead.ts";
import { leadRev } from "../../src/use-cases/set-lead-aside.ts";
import type { LeadView } from "../../src/use-cases/see-lead.ts";
import { openUrgent } from "../../src/use-cases/parts/urgent-flags.ts";
import { momentInWords } from "../../src/wording/dates.ts";
import { directoryWords, leadWords } from "../../src/wording/lead-card.ts";
import {
  agreementSentence,
  asideReasonWords,
  leadLabel,
  leadSentence,
  proposedOutcome,
  recommendationWords,
  robustnessSentence,
  toSettleSentence,
  transmittedSentence,
} from "../../src/wording/lead.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import { excludedLines, needLines, othersOf, servicesOf, whereOf } from "./lead-parts.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, readable, topOf, urgentOf } from "./top.ts";

const momentOf = (at: string, reader: Reader): string => momentInWords(at, reader.today, reader.timeZone);

/** What stood before is a reminder beside what stands now. */
const BEFORE_SHOWN = 400;

type Said = Recommendation["said"];
const differ = (one: Said, other: Said): boolean => one.choice !== other.choice || one.why !== other.why;

/** Why and when, and what stood before the lead was seen, where it was changed since. */
const reasonsOf = ({ recommendation: { doc }, dossier: { framework } }: LeadView, reader: Reader): string[] => {
  const { said, before } = doc;
  return [
    leadWords.why(readable(said.why, framework.lengths.longText)),
    leadWords.when(momentOf(said.at, reader)),
    ...(before === null || !differ(before, said)
      ? []
      : [leadWords.before(recommendationWords(framework, before.choice), readable(before.why, BEFORE_SHOWN))]),
  ];
};

const transmitted = ({ lead, inputs: { facts } }: LeadView): string[] => {
  const sentence = transmittedSentence(lead, facts);
  return sentence === null ? [] : [sentence];
};

const asideOf = ({ recommendation, asideOfAnother }: LeadView, reader: Reader): string[] => {
  const { aside } = recommendation.doc;
  if (aside === null) return [];
  const said = leadWords.aside(momentOf(aside.at, reader), asideReasonWords[aside.reason]);
  return [asideOfAnother ? `${said} ${leadWords.asideOfAnother}` : said];
};

const aboutOf = (view: LeadView, reader: Reader): string[] => {
  const { lead, dossier, shownWithdrawn } = view;
  const { framework } = dossier;
  return [
    ...asideOf(view, reader),
    leadSentence(framework, lead),
    ...transmitted(view),
    ...(shownWithdrawn ? [leadWords.withdrawnLead] : []),
  ];
};

const sureOf = ({ lead, dossier: { framework } }: LeadView): string[] => [
  ...(lead.lines.some(({ code }) => code === "wishNotKnown") ? [leadWords.wishNotKnown] : []),
  ...(lead.lines.some(({ code }) => code === "wishDeclined") ? [leadWords.wishDeclined] : []),
  ...(lead.toSettle.length === 0 ? [] : [toSettleSentence(framework, lead.toSettle)]),
  // The person's own word settles it: no level would change it.
  ...(lead.robustness === null || lead.toDiscuss ? [] : [robustnessSentence(framework, lead.robustness)]),
];

const versionsOf = ({ stored, directory }: LeadView, reader: Reader): string =>
  leadWords.versions(stored.frameworkVersion, directoryWords(directory, reader.timeZone));

const mineOf = ({ recommendation: { doc }, dossier: { framework }, may }: LeadView, reader: Reader) => ({
  title: may.carry ? leadWords.mine : leadWords.theirs(reader.member(doc.said.by)?.name),
  text: recommendationWords(framework, doc.said.choice),
});

/** « PLIE : poursuite… » would say it twice: the outcome names the lead. */
const methodOf = ({ dossier: { framework }, inputs }: LeadView, lead: Lead) => ({
  title: leadWords.method,
  text:
    lead.toDiscuss && lead.first !== null
      ? leadWords.toDiscuss(leadLabel(framework, lead.first))
      : proposedOutcome(framework, lead, inputs.facts),
});

export const presentLead = (screen: ScreenOf<"lead">, view: LeadView, reader: Reader): Shown => {
  const { lead, dossier, recommendation, may, stored } = view;
  const { doc } = recommendation;
  const { framework } = dossier;
  const file = dossier.file.doc;
  const urgent = openUrgent(file).length > 0;
  return {
    name: "lead",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev: leadRev(stored.id, doc),
      person: personLine(view.identity),
      urgent: urgentOf(file, framework, reader, may.carry),
      urgentElsewhere: urgent && !may.carry ? leadWords.urgentElsewhere : null,
      mine: mineOf(view, reader),
      method: methodOf(view, lead),
      agreement: agreementSentence(goSameWay(doc.said.choice, lead), may.carry, lead.first !== null),
      reasons: reasonsOf(view, reader),
      about: aboutOf(view, reader),
      sure: sureOf(view),
      others: othersOf(view),
      where: whereOf(view),
      steps: servicesOf(view, lead.steps),
      relays: servicesOf(view, lead.relays),
      needs: needLines(view),
      excluded: excludedLines(view),
      versions: versionsOf(view, reader),
      fields: { reason: "" },
      choices: { reason: choicesOf(asideReasonWords, ASIDE_REASONS) },
      canSetAside: may.carry && doc.aside === null,
      canTakeBack: may.carry && doc.aside !== null,
      canModify: may.carry,
      problems: screen.check ? { reason: leadWords.reasonMissing } : {},
    },
  };
};
