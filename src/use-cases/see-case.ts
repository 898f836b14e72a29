import { z } from "zod";
import { mayCarryCase, mayManageCase, maySeeCase, maySeeCompleteness, type Actor } from "../domain/people/actor.ts";
import { seenDomains } from "../domain/diagnostic/said-and-seen.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Contested } from "../domain/rights/codes.ts";
import { NOTHING_ASKED } from "../domain/suggestion/facts.ts";
import { answeredFacts } from "../domain/suggestion/situation-from-inputs.ts";
import {
  findingsOf,
  previousFindings,
  readAssessments,
  readRecommendation,
  readSituation,
  roundIdOf,
} from "./parts/dossier.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { aboutCode } from "./parts/on-case.ts";
import { openContests } from "./parts/read-rights.ts";
import { readRoundHeads, readRounds } from "./parts/read-rounds.ts";
import { presents, standingOf, studyOf, type Standing, type Study } from "./parts/study-of.ts";
import { done, refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { versionsWaiting } from "./parts/set-aside.ts";
import { urgentDraftId } from "./settle-urgent.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

const see = (act: string, allow: (actor: Actor, view: CaseView) => RefusalCode | null) =>
  query<Input, CaseView, CaseView>({
    act,
    input,
    about: aboutCode,
    opens: ({ code }) => code,
    load: readCaseView,
    allow,
    run: (_services, _actor, view) => done(view),
  });

const entered = ({ dossier }: CaseView): RefusalCode | null => (dossier.file.doc.entry === null ? "notEntered" : null);

export interface SheetView extends CaseView {
  /** How much of the situation was asked, for who reads the case, once the person has entered; null: not said. */
  readonly situation: ReturnType<typeof answeredFacts> | null;
  readonly standing: Standing;
  /** What the person contests, waiting for its answer; for who reads the case. */
  readonly contested: readonly Contested[];
}

/** *Fiche*: identity, status, milestones. The assistante sees it too, without notes nor levels. */
export const seeSheet = query<Input, CaseView, SheetView>({
  act: "sheet.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, { dossier }) => (maySeeCompleteness(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: async (services, _actor, view) => {
    const file = view.dossier.file.doc;
    const standing = await standingOf(services, view);
    const contested = view.may.readLevels ? await openContests(services, file.code) : [];
    if (!view.may.readLevels || file.entry === null) return done({ ...view, situation: null, standing, contested });
    const recorded = await readSituation(services, file);
    return done({ ...view, standing, contested, situation: answeredFacts(recorded?.doc.facts ?? NOTHING_ASKED) });
  },
});

export interface DiagnosticView extends CaseView {
  /** What this actor has two versions of: a domain, `overview` or a form. They choose before going on with it. */
  readonly toSettle: readonly string[];
}

/** *Tour d'horizon* and the domains, to work on: the référent of the case only, once the person has entered. */
export const seeDiagnostic = query<Input, CaseView, DiagnosticView>({
  act: "diagnostic.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, view) => {
    if (!mayCarryCase(actor, view.dossier.file.doc)) return "noSuchCase";
    return view.dossier.file.doc.status === "cancelled" ? "caseClosed" : entered(view);
  },
  run: async (services, actor, view) => {
    const waiting = await versionsWaiting(services, view.dossier.file.doc, actor);
    return done({ ...view, toSettle: waiting.map(({ about }) => about) });
  },
});

const roundInput = z.strictObject({
  code: participantCode,
  /** A closed round as it stood, to read only; null: the open one. */
  round: z.number().int().nonnegative().nullable(),
});
type RoundInput = z.infer<typeof roundInput>;

/** The case as a closed round left it: its findings, its framework, and nothing to press that would change it. */
const asOfRound = async (services: Services, view: CaseView, number: number): Promise<Result<CaseView>> => {
  const { file } = view.dossier;
  const round = await services.store.get("round", roundIdOf(file.doc, number));
  if (round === undefined) return refused("choiceMissing");
  const head = { ...file.doc, round: number };
  const [assessments, previous, framework] = await Promise.all([
    readAssessments(services, head, number),
    previousFindings(services, head),
    services.frameworks.version(round.doc.frameworkVersion),
  ]);
  return done({
    ...view,
    dossier: {
      file: { ...file, doc: head },
      round,
      assessments,
      framework: framework ?? view.dossier.framework,
    },
    findings: findingsOf(assessments),
    previous,
    may: { ...view.may, carry: false, manage: false },
  });
};

export interface SynthesisView extends CaseView {
  /** Domains where something was observed or attested, with what was said of them beside. */
  readonly seen: ReturnType<typeof seenDomains>;
  /** Where the référent's recommendation stands; null: there is none to write nor to read here. */
  readonly recommendation: "toWrite" | "written" | null;
  /** The study of the case by a cell, where one is under way; null: none. */
  readonly study: Study | null;
  /** *Présenter en cellule*: some cell may study it as it stands, and it is this reader's to present. */
  readonly presents: boolean;
  readonly standing: Standing;
}

/** Only of the open round: an earlier one is read as it stood. */
const recommendationIn = async (services: Services, view: CaseView): Promise<SynthesisView["recommendation"]> => {
  const file = view.dossier.file.doc;
  if (file.status === "cancelled") return null;
  if ((await readRecommendation(services, file)) !== undefined) return "written";
  return view.may.carry ? "toWrite" : null;
};

/** Up to the evaluation that is shown. */
const seenIn = async (services: Services, { dossier }: CaseView): Promise<SynthesisView["seen"]> => {
  const file = dossier.file.doc;
  return seenDomains(await readRounds(services, file, await readRoundHeads(services, file)));
};

/** *Synthèse* and *Pourquoi ?*, of the open round or of an earlier one. */
export const seeSynthesis = query<RoundInput, CaseView, SynthesisView>({
  act: "synthesis.see",
  input: roundInput,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, view) => (maySeeCase(actor, view.dossier.file.doc) ? entered(view) : "noSuchCase"),
  run: async (services, _actor, view, { round }) => {
    if (round === null || round === view.dossier.file.doc.round)
      return done({
        ...view,
        seen: await seenIn(services, view),
        recommendation: await recommendationIn(services, view),
        study: await studyOf(services, view),
        presents: presents(services, view),
        standing: await standingOf(services, view),
      });
    const earlier = await asOfRound(services, view, round);
    if (!earlier.ok) return earlier;
    const standing = await standingOf(services, view);
    const seen = await seenIn(services, earlier.value);
    return done({ ...earlier.value, seen, recommendation: null, study: null, presents: false, standing });
  },
});

/** *Gérer la fiche*. */
export const seeManage = see("record.see", (actor, { dossier }) =>
  mayManageCase(actor, dossier.file.doc) ? null : "noSuchCase",
);

const urgentInput = z.strictObject({ code: participantCode, urgent: z.string() });

export interface UrgentView extends CaseView {
  /** What was typed in *Fait le… par…* and is still to be mended; undefined when nothing was. */
  readonly typed: { readonly doneOn: string; readonly doneBy: string } | undefined;
}

/** One urgent point, for the référent of the case. */
export const seeUrgent = query<z.infer<typeof urgentInput>, CaseView, UrgentView>({
  act: "urgent.see",
  input: urgentInput,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, view) => (mayCarryCase(actor, view.dossier.file.doc) ? null : "noSuchCase"),
  run: async (services, actor, view, { code, urgent }) => {
    const draft = await services.store.get("draft", urgentDraftId(code, urgent, actor));
    const { doneOn = "", doneBy = "" } = draft?.doc.inputs ?? {};
    return done({ ...view, typed: draft === undefined ? undefined : { doneOn, doneBy } });
  },
});
