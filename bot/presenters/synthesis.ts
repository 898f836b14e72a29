import type { DomainId, Framework } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import {
  addressed,
  barriersByWeight,
  gaps,
  priorities,
  provisional,
  strengths,
  type CountingRule,
  type Findings,
} from "../../src/domain/diagnostic/figures.ts";
import { countingOf } from "../../src/domain/diagnostic/counting.ts";
import { stateOf, staysOut } from "../../src/domain/diagnostic/findings.ts";
import { movement } from "../../src/domain/diagnostic/movement.ts";
import type { SynthesisView } from "../../src/use-cases/see-case.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import {
  addressedSentence,
  difficultyWords,
  emptySynthesis,
  gapSentence,
  heardLevel,
  saidAndSeenSentence,
  movedExtentSentence,
  movedWords,
  movementSentence,
  provisionalWords,
  seenElsewhere,
  unmovedSentence,
  versionWords,
} from "../../src/wording/figures.ts";
import { bulleted, lowerFirst } from "../../src/wording/lists.ts";
import { personLine } from "../../src/wording/people.ts";
import { agreementWords } from "../../src/wording/situation.ts";
import { submissionWords } from "../../src/wording/submission.ts";
import type { ScreenOf } from "../screens.ts";
import { roundLine } from "./overview.ts";
import type { Reader, Shown } from "./shown.ts";
import { extentOf } from "./synthesis-extent.ts";
import { buttonsOf, studyWords, topWithStudy } from "./synthesis-study.ts";
import { labelOf, readable, urgentOf } from "./top.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";

const addressedOf = (findings: Findings, framework: Framework, counting: CountingRule): string => {
  const counts = addressed(findings, counting);
  const labels = (domains: readonly DomainId[]): readonly string[] => domains.map((id) => labelOf(framework, id));
  const declined = DOMAIN_IDS.filter((domain) => stateOf(findings, domain) === "declined");
  const later = DOMAIN_IDS.filter((domain) => staysOut(findings, domain, counting));
  return addressedSentence(
    counts,
    labels(counts.missing),
    labels(declined),
    labels(later.filter((domain) => !declined.includes(domain))),
  );
};

const provisionalOf = (findings: Findings, framework: Framework, counting: CountingRule) => {
  if (!provisional(findings, framework, counting)) return null;
  const { count } = addressed(findings, counting);
  return { text: provisionalWords(count, framework.thresholds.synthesisAddressed) };
};

const gapsOf = ({ findings, dossier: { framework }, may }: CaseView): string[] =>
  gaps(findings, framework).map(({ domain, severity, selfSeverity, difference }) =>
    gapSentence({
      domain: labelOf(framework, domain),
      seen: framework.levels[severity],
      said: framework.levels[selfSeverity],
      difference,
      mine: may.carry,
    }),
  );

const movementOf = ({ findings, previous, dossier: { framework } }: CaseView): string[] => {
  if (previous === undefined) return [];
  const moved = movement(previous, findings);
  const whole = movedExtentSentence(moved.extent.over.length, moved.extent.from, moved.extent.to);
  const same = moved.domains.filter(({ kind }) => kind === "same").map(({ domain }) => labelOf(framework, domain));
  return [
    ...moved.domains
      .filter(({ kind }) => kind !== "same")
      .map(({ domain, kind, from, to }) =>
        movementSentence(labelOf(framework, domain), kind, {
          from: from === null ? null : movedWords(framework, from, to),
          to: movedWords(framework, to, from),
        }),
      ),
    ...(same.length === 0 ? [] : [unmovedSentence(same)]),
    ...(whole === null ? [] : [whole]),
  ];
};

const personViewOf = ({ dossier }: CaseView) => {
  const view = dossier.round?.doc.personView ?? null;
  return view === null
    ? null
    : {
        agreement: `${agreementWords[view.agreement]}, le ${dayInWords(view.on)}`,
        words: readable(view.words),
        heard: view.heard ? submissionWords.heard : null,
      };
};

const listsOf = (findings: Findings, framework: Framework) => {
  const lists = {
    strengths: strengths(findings).map(({ domain, text }) => ({
      label: labelOf(framework, domain),
      text: readable(text, framework.lengths.strength),
    })),
    priorities: priorities(findings).map((domain) => labelOf(framework, domain)),
    difficulties: barriersByWeight(findings).map(({ domain, severity, impact }) => ({
      label: labelOf(framework, domain),
      text: difficultyWords(framework, { severity, impact }),
    })),
  };
  return {
    ...lists,
    empty: {
      strengths: lists.strengths.length > 0 ? null : emptySynthesis.strengths,
      priorities: lists.priorities.length > 0 ? null : emptySynthesis.priorities,
      difficulties: lists.difficulties.length > 0 ? null : emptySynthesis.difficulties,
    },
  };
};

/** What hosts see of a person touches five domains; where sources say more, the page of the person holds them all. */
const MOST_SEEN = 5;

const seenOf = ({ seen, dossier: { framework } }: SynthesisView) => {
  const lines = seen.map(({ domain, said, seen: observed }) =>
    saidAndSeenSentence(
      labelOf(framework, domain),
      [said, observed].flatMap((heard) =>
        heard === null
          ? []
          : [
              {
                kind: heard.source.kind,
                day: dayInWords(heard.source.on),
                level: heardLevel(framework, heard.severity),
              },
            ],
      ),
    ),
  );
  const others = lines.length - MOST_SEEN;
  return { seen: lines.slice(0, MOST_SEEN), seenElsewhere: others > 0 ? seenElsewhere(others) : null };
};

/** Which round is shown, and the one before it, as the buttons carry them. */
const roundsOf = ({ round }: ScreenOf<"synthesis">, { dossier }: CaseView) => {
  const shown = dossier.file.doc.round ?? 0;
  return {
    shownRound: round === null ? "" : String(round),
    earlierRound: shown === 0 ? "" : String(shown - 1),
  };
};

/** *Synthèse*: can be read aloud to the person; what helps comes first. */
export const presentSynthesis = (screen: ScreenOf<"synthesis">, view: SynthesisView, reader: Reader): Shown => {
  const { dossier, findings } = view;
  const { framework } = dossier;
  const urgent = urgentOf(dossier.file.doc, framework, reader, view.may.carry);
  const counting = countingOf(dossier.file.doc, dossier.round?.doc);
  const rounds = roundsOf(screen, view);
  const { top, study } = topWithStudy(screen, studyWords(view, reader), reader);
  return {
    name: "synthesis",
    model: {
      ...top,
      code: screen.code,
      ...rounds,
      person: personLine(view.identity),
      round: `${roundLine(view)} · ${lowerFirst(versionWords(framework.version))}`,
      urgent,
      provisional: provisionalOf(findings, framework, counting),
      ...listsOf(findings, framework),
      extent: extentOf(findings, framework, counting),
      addressed: addressedOf(findings, framework, counting),
      ...seenOf(view),
      gaps: bulleted(gapsOf(view)),
      movement: bulleted(movementOf(view)),
      personView: personViewOf(view),
      study,
      ...buttonsOf(view, rounds, urgent),
    },
  };
};
