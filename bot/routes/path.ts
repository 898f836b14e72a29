/** *Parcours*: from a choice to its screen. What the choice does asks again who may. */
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { seePath } from "../../src/use-cases/see-path.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { pathWords, type PathChoice } from "../../src/wording/path.ts";
import { quiet, type Screen } from "../screens.ts";
import { moveFormOf } from "./moves.ts";
import { at, refusal, shows, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs = "path.open" | "path.go";

/** Null: nothing of the kind for this case any more. */
const SCREENS: Readonly<Record<PathChoice, (code: string, view: CaseView) => Screen | null>> = {
  actions: (code) => ({ screen: "actions", code, ...quiet }),
  evidence: (code) => ({ screen: "evidence", code, check: false, ...quiet }),
  resume: (code) => ({ screen: "pause", code, check: false, ...quiet }),
  followUp: (code) => ({ screen: "followUp", code, check: false, ...quiet }),
  exitNews: (code) => ({ screen: "exitNews", code, check: false, ...quiet }),
  pause: (code) => ({ screen: "pause", code, check: false, ...quiet }),
  sessions: (code) => ({ screen: "sessions", code, ...quiet }),
  handover: (code) => ({ screen: "handovers", code, ...quiet }),
  contact: (code) => ({ screen: "contact", code, check: false, ...quiet }),
  told: (code) => ({ screen: "told", code, ...quiet }),
  end: (code) => ({ screen: "ending", code, check: false, ...quiet }),
  death: (code) => ({ screen: "ending", code, check: false, ...quiet }),
  questionnaire: (code) => ({ screen: "questionnaire", code, stage: null, ...quiet }),
  situation: (code) => ({ screen: "situation", code, back: "sheet", check: false, ...quiet }),
  study: (_code, { dossier }) => {
    const { review, decided } = dossier.file.doc;
    const shown = review ?? decided?.review;
    return shown === undefined ? null : { screen: "review", review: shown, ...quiet };
  },
  transfer: (code) => moveFormOf(code),
  transmit: (code) => ({ screen: "transmission", code, check: false, ...quiet }),
  rights: (code) => ({ screen: "rights", code, ...quiet }),
  manage: (code) => ({ screen: "manage", code, ...quiet }),
};
const isChoice = (value: string): value is PathChoice => Object.hasOwn(pathWords.choices, value);

const go = async (turn: BotTurn, code: string, choice = ""): Promise<Answer> => {
  const seen = await ask(turn.services, turn.actor, seePath, { code });
  if (!seen.ok) return refusal(seen.refusal, code);
  const screen = isChoice(choice) ? SCREENS[choice](code, seen.value) : null;
  return shows(screen ?? { screen: "path", code, ...at(turn, "chooseFirst") });
};

export const pathRoutes: Pick<Routes, Verbs> = {
  "path.open": (_turn, { code }) => Promise.resolve(shows({ screen: "path", code, ...quiet })),
  "path.go": (turn, { code, choice }) => go(turn, code, choice),
};
