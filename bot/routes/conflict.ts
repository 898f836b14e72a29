/** Two versions of the same thing: the person chooses. */
import type { CardData } from "../../cards/actions.ts";
import { overviewChoice, type OverviewChoice } from "../../src/domain/diagnostic/overview.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import { domainId, type DomainId } from "../../src/domain/framework/schema.ts";
import { correctIdentity } from "../../src/use-cases/correct-identity.ts";
import { enterParticipant } from "../../src/use-cases/enter-participant.ts";
import { prepareReview } from "../../src/use-cases/prepare-review.ts";
import { recordPersonView, type RecordedView } from "../../src/use-cases/record-person-view.ts";
import { recordRecommendation } from "../../src/use-cases/record-recommendation.ts";
import { recordSituation } from "../../src/use-cases/record-situation.ts";
import { saveAssessment } from "../../src/use-cases/save-assessment.ts";
import { saveOverview } from "../../src/use-cases/save-overview.ts";
import { conflictAbout, keepRecorded, seeConflict, type ConflictAbout } from "../../src/use-cases/settle-conflict.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { decodeShown } from "../shown-lines.ts";
import { screenAfter, urgentFirst } from "./after.ts";
import { afterDomain, afterOverview } from "./diagnostic.ts";
import { afterPrepared } from "./submit.ts";
import { at, does, refusal, type Answer, type BotTurn, type Routes } from "./route.ts";

/** The screen of what the conflict was about. */
const backTo = (turn: BotTurn, code: string, about: ConflictAbout, notice: NoticeCode): Screen => {
  const said = at(turn, notice);
  if (about === "entry") return { screen: "sheet", code, ...said };
  if (about === "identity" || about === "situation") return { screen: "sheet", code, ...said };
  if (about === "personView" || about === "recommendation" || about === "review")
    return { screen: "synthesis", code, round: null, ...said };
  return screenAfter(code, about, said);
};

/** The person's view was to be recorded for a decision: back to it, with what was typed there. */
const backFromView = (turn: BotTurn, code: string, waits: string | null, notice: NoticeCode): Screen =>
  waits === null
    ? backTo(turn, code, "personView", notice)
    : { screen: "decision", review: waits, check: false, ...at(turn, notice) };

const again = (code: string, about: ConflictAbout): Screen => ({ screen: "conflict", code, about, ...quiet });

interface Attempt {
  readonly code: string;
  readonly rev: string;
  readonly inputs: TypedInputs;
  readonly intent: "record" | "keep";
  readonly settles: string;
}

const replaceOverview = (turn: BotTurn, { code, rev, inputs, settles }: Attempt): Promise<Answer> => {
  const [version = "", shown = ""] = rev.split("|");
  const lines: Partial<Record<DomainId, OverviewChoice>> = Object.fromEntries(
    Object.entries(inputs).flatMap(([domain, choice]) => {
      const id = domainId.safeParse(domain);
      const line = overviewChoice.safeParse(choice);
      return id.success && line.success ? [[id.data, line.data] as const] : [];
    }),
  );
  return does(
    turn,
    saveOverview,
    {
      code,
      rev: version,
      shown: decodeShown(shown),
      lines,
      urgent: [],
      restUnchanged: false,
      place: null,
      settles,
    },
    (outcome) => {
      if (outcome.kind === "conflict") return again(code, "overview");
      const next = afterOverview(turn, code, outcome);
      return urgentFirst(turn, code, outcome.urgent, next.then, next.screen);
    },
    code,
  );
};

const replaceDomain = (
  turn: BotTurn,
  domain: DomainId,
  { code, rev, inputs, intent, settles }: Attempt,
): Promise<Answer> =>
  does(
    turn,
    saveAssessment,
    { code, domain, rev, inputs, intent, place: null, urgent: [], settles },
    (outcome): Screen => {
      if (outcome.kind === "conflict") return again(code, domain);
      if (outcome.kind === "recorded") return afterDomain(turn, code, outcome.next).screen;
      const check = outcome.kind === "toMend";
      return { screen: "domain", code, domain, check, ...at(turn, check ? "toMend" : "saved") };
    },
    code,
  );

const replaceForm = (
  turn: BotTurn,
  about: "entry" | "identity" | "personView" | "situation" | "recommendation" | "review",
  attempt: Attempt,
): Promise<Answer> => {
  if (about === "review")
    return does(turn, prepareReview, attempt, (outcome) => afterPrepared(turn, attempt.code, outcome), attempt.code);
  const next = ({ kind }: { readonly kind: string }): Screen => {
    if (kind === "conflict") return again(attempt.code, about);
    const mending = { code: attempt.code, check: true, ...at(turn, "toMend") };
    if (kind === "toMend" && about === "situation") return { screen: about, back: "sheet", ...mending };
    if (kind === "toMend" && about !== "situation" && about !== "personView") return { screen: about, ...mending };
    if (about === "recommendation" && kind === "recorded")
      return { screen: "lead", code: attempt.code, check: false, ...at(turn, "recommended") };
    if (kind === "entered") return { screen: "overview", code: attempt.code, ...at(turn, "entered") };
    return backTo(turn, attempt.code, about, "saved");
  };
  if (about === "entry") return does(turn, enterParticipant, attempt, next, attempt.code);
  if (about === "identity") return does(turn, correctIdentity, attempt, next, attempt.code);
  if (about === "situation") return does(turn, recordSituation, attempt, next, attempt.code);
  if (about === "recommendation") return does(turn, recordRecommendation, attempt, next, attempt.code);
  const nextOfView = ({ kind, waits }: RecordedView): Screen => {
    if (kind === "conflict") return again(attempt.code, "personView");
    if (kind === "toMend")
      return { screen: "personView", code: attempt.code, check: true, back: waits, ...at(turn, "toMend") };
    return backFromView(turn, attempt.code, waits, "saved");
  };
  return does(turn, recordPersonView, attempt, nextOfView, attempt.code);
};

const replace = async (turn: BotTurn, data: CardData<"conflict.replace">, about: ConflictAbout): Promise<Answer> => {
  const seen = await ask(turn.services, turn.actor, seeConflict, { code: data.code, about });
  if (!seen.ok) return refusal(seen.refusal, data.code);
  const waiting = seen.value.attempt;
  if (waiting === undefined) return refusal("nothingToSettle", data.code);
  const { intent, ...inputs } = waiting.doc.inputs;
  const how = { intent: intent === "keep" ? "keep" : "record", settles: waiting.doc.id } as const;
  const attempt: Attempt = { code: data.code, rev: data.rev, inputs, ...how };
  if (about === "overview") return replaceOverview(turn, attempt);
  if (
    about === "entry" ||
    about === "identity" ||
    about === "personView" ||
    about === "situation" ||
    about === "recommendation" ||
    about === "review"
  )
    return replaceForm(turn, about, attempt);
  return replaceDomain(turn, about, attempt);
};

export const conflictRoutes: Pick<Routes, "conflict.keep" | "conflict.replace"> = {
  "conflict.keep": async (turn, { code, about }) => {
    const known = conflictAbout.safeParse(about);
    if (!known.success) return refusal("nothingToSettle", code);
    return does(
      turn,
      keepRecorded,
      { code, about: known.data },
      ({ waits }) =>
        known.data === "personView"
          ? backFromView(turn, code, waits, "conflictKept")
          : backTo(turn, code, known.data, "conflictKept"),
      code,
    );
  },
  "conflict.replace": async (turn, data) => {
    const known = conflictAbout.safeParse(data.about);
    return known.success ? replace(turn, data, known.data) : refusal("nothingToSettle", data.code);
  },
};
