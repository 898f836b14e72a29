/** *Bilan d'action*, its grid one observer after the other, then what was observed. */
import { bilanFields, EVIDENCE_FIELDS, NOT_SEEN, WAIT } from "../../cards/actions/bilan.ts";
import type { CardData } from "../../cards/actions.ts";
import { seenField } from "../../src/domain/activation/bilan-from-inputs.ts";
import { OBSERVERS } from "../../src/domain/activation/codes.ts";
import type { Observer } from "../../src/domain/activation/rules.ts";
import { recordBilan, type RecordedBilan } from "../../src/use-cases/record-bilan.ts";
import { settleEvidence } from "../../src/use-cases/settle-evidence.ts";
import { quiet, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "bilan.open"
  | "bilan.save"
  | "bilan.leave"
  | "bilan.toGrid"
  | "bilan.saveGrid"
  | "bilan.fromGrid"
  | "bilan.pauseGrid"
  | "evidence.open"
  | "evidence.save"
  | "evidence.keepAll"
  | "evidence.leave";

interface Of {
  readonly code: string;
  readonly action: string;
}
type Intent = "record" | "keep";

const form = (turn: BotTurn, { code, action }: Of, notice: "toMend" | "bilanOvertaken"): Screen => ({
  screen: "bilan",
  code,
  action,
  check: notice === "toMend",
  ...at(turn, notice),
});
const grid = ({ code, action }: Of, by: Observer) => ({ screen: "bilanGrid", code, action, by }) as const;

type Next = (outcome: Extract<RecordedBilan, { kind: "recorded" }>) => Screen;
interface How {
  readonly inputs: Record<string, string>;
  readonly intent: Intent;
  /** Where what was kept leads. */
  readonly kept: Screen;
  readonly recorded: Next;
}

const record = (turn: BotTurn, data: Of & { readonly rev: string }, how: How): Promise<Answer> => {
  const { code, action, rev } = data;
  const { inputs, intent, kept, recorded } = how;
  return does(
    turn,
    recordBilan,
    { code, action, rev, inputs, intent },
    (outcome): Screen => {
      if (outcome.kind === "recorded") return recorded(outcome);
      if (outcome.kind === "kept") return kept;
      return form(turn, data, outcome.kind === "toMend" ? "toMend" : "bilanOvertaken");
    },
    code,
  );
};

const fromForm = (turn: BotTurn, data: CardData<"bilan.save">, intent: Intent, kept: Screen): Promise<Answer> => {
  const { code } = data;
  const recorded: Next = ({ held }) =>
    held
      ? { ...grid(data, OBSERVERS[0]), ...at(turn, "bilanThenGrid") }
      : { screen: "path", code, ...at(turn, "bilanRecorded") };
  return record(turn, data, { inputs: typedIn(Object.keys(bilanFields), data, "whole"), intent, kept, recorded });
};

/** On a card, what nobody saw is a choice of its own; in what is kept it is empty. */
const seenIn = ({ by, asked, lines, whole }: CardData<"bilan.saveGrid">): Record<string, string> => {
  const fields = asked.split(",").map((criterion) => seenField(by, criterion));
  const typed = typedIn(fields, { ...lines, whole }, "whole");
  return Object.fromEntries(Object.entries(typed).map(([field, seen]) => [field, seen === NOT_SEEN ? "" : seen]));
};

const fromGrid = (turn: BotTurn, data: CardData<"bilan.saveGrid">, intent: Intent, kept: Screen): Promise<Answer> => {
  const { code } = data;
  const following = OBSERVERS[OBSERVERS.indexOf(data.by) + 1];
  const recorded: Next = ({ waiting }) => {
    if (following !== undefined) return { ...grid(data, following), ...at(turn, "saved") };
    return waiting
      ? { screen: "evidence", code, check: false, ...at(turn, "bilanRecorded") }
      : { screen: "path", code, ...at(turn, "bilanRecorded") };
  };
  return record(turn, data, { inputs: seenIn(data), intent, kept, recorded });
};

const AGAIN = { toMend: "toMend", overtaken: "evidenceOvertaken", nothingChosen: "chooseFirst" } as const;

const evidence = (
  turn: BotTurn,
  { code, rev, whole, fields }: CardData<"evidence.save">,
  intent: Intent,
  rest: "wait" | "keep",
): Promise<Answer> => {
  const typed = typedIn(EVIDENCE_FIELDS, { ...fields, whole }, "whole");
  const inputs = Object.fromEntries(
    Object.entries(typed).map(([field, chosen]) => [field, chosen === WAIT ? "" : chosen]),
  );
  const again = (notice: (typeof AGAIN)[keyof typeof AGAIN]): Screen => ({
    screen: "evidence",
    code,
    check: notice === "toMend",
    ...at(turn, notice),
  });
  return does(
    turn,
    settleEvidence,
    { code, rev, inputs, intent, rest },
    (outcome): Screen => {
      if (outcome.kind === "kept") return { screen: "path", code, ...at(turn, "draftKept") };
      if (outcome.kind !== "settled") return again(AGAIN[outcome.kind]);
      return outcome.left > 0
        ? { screen: "evidence", code, check: false, ...at(turn, "evidenceSettled") }
        : { screen: "synthesis", code, round: null, ...at(turn, "evidenceSettled") };
    },
    code,
  );
};

const paused = (turn: BotTurn, code: string): Screen => ({ screen: "path", code, ...at(turn, "draftKept") });

export const bilanRoutes: Pick<Routes, Verbs> = {
  "bilan.open": (_turn, { code, action }) =>
    Promise.resolve(shows({ screen: "bilan", code, action, check: false, ...quiet })),
  "bilan.save": (turn, data) => fromForm(turn, data, "record", paused(turn, data.code)),
  "bilan.leave": (turn, data) => fromForm(turn, data, "keep", paused(turn, data.code)),
  "bilan.toGrid": (turn, data) => fromForm(turn, data, "keep", { ...grid(data, OBSERVERS[0]), ...quiet }),
  "bilan.saveGrid": (turn, data) => fromGrid(turn, data, "record", paused(turn, data.code)),
  "bilan.fromGrid": (turn, data) =>
    fromGrid(turn, data, "keep", {
      ...{ screen: "bilan", code: data.code, action: data.action, check: false },
      ...at(turn, "draftKept"),
    }),
  "bilan.pauseGrid": (turn, data) => fromGrid(turn, data, "keep", paused(turn, data.code)),
  "evidence.open": (_turn, { code }) => Promise.resolve(shows({ screen: "evidence", code, check: false, ...quiet })),
  "evidence.save": (turn, data) => evidence(turn, data, "record", "wait"),
  "evidence.keepAll": (turn, data) => evidence(turn, data, "record", "keep"),
  "evidence.leave": (turn, data) => evidence(turn, data, "keep", "wait"),
};
