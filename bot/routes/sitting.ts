/** *À étudier*, *Ordre du jour*, *Mode séance*. */
import { memberId } from "../../src/domain/participant/codes.ts";
import { cellId, reviewId, type CellId } from "../../src/domain/review/codes.ts";
import { closeSitting } from "../../src/use-cases/close-sitting.ts";
import { findSittings } from "../../src/use-cases/find-sittings.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { markPresent } from "../../src/use-cases/mark-present.ts";
import { openSitting } from "../../src/use-cases/open-sitting.ts";
import { takeCase, type Taken } from "../../src/use-cases/take-case.ts";
import { meetingIdOf } from "../../src/domain/review/codes.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, does, refusal, shows, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "reviews.open"
  | "reviews.pick"
  | "agenda.open"
  | "sitting.prepare"
  | "sitting.start"
  | "sitting.open"
  | "sitting.presentOpen"
  | "sitting.present"
  | "sitting.go"
  | "sitting.closeAsk"
  | "sitting.close";

/** A cell by its button, or chosen in a list. */
const cellIn = ({ cell, choice }: { readonly cell?: CellId | undefined; readonly choice?: string | undefined }) =>
  cell ?? cellId.safeParse(choice).data ?? null;

/** The agenda of a cell; where none is said and only one is open to this member, that one. */
export const agendaOf = async (turn: BotTurn, cell: CellId | null): Promise<Answer> => {
  if (cell !== null) return shows({ screen: "agenda", cell, ...quiet });
  const found = await ask(turn.services, turn.actor, findSittings, {});
  if (!found.ok) return refusal(found.refusal, null);
  const [only, ...others] = found.value.agendas;
  return shows({ screen: "agenda", cell: others.length === 0 ? (only?.cell ?? null) : null, ...quiet });
};

/** The sitting that is open to this member; else what opening one needs, for who may; else the agenda. */
export const sittingOf = async (turn: BotTurn, cell: CellId | null): Promise<Answer> => {
  const found = await ask(turn.services, turn.actor, findSittings, {});
  if (!found.ok) return refusal(found.refusal, null);
  const { agendas, open, leads } = found.value;
  const asked = open.filter((agenda) => cell === null || agenda.cell === cell);
  const [one, ...others] = asked;
  if (one !== undefined && others.length === 0)
    return shows({ screen: "sitting", meeting: meetingIdOf(one.cell, one.sitting?.doc.on ?? ""), ...quiet });
  const only = cell ?? (agendas.length === 1 ? (agendas[0]?.cell ?? null) : null);
  return leads && only !== null && one === undefined
    ? shows({ screen: "sittingForm", cell: only, ...quiet })
    : shows({ screen: "agenda", cell: only, ...quiet });
};

const listIn = (typed: string | undefined): string[] =>
  (typed ?? "").split(",").flatMap((id) => memberId.safeParse(id.trim()).data ?? []);

const takenNotice: Readonly<Record<Taken["kind"], NoticeCode | null>> = {
  taken: null,
  overtaken: "sittingMoved",
  allDone: "nothingLeft",
};

const chooseFirst = (turn: BotTurn, screen: Screen): Promise<Answer> =>
  Promise.resolve(shows({ ...screen, ...at(turn, "chooseFirst") }));

export const sittingRoutes: Pick<Routes, Verbs> = {
  "reviews.open": () => Promise.resolve(shows({ screen: "reviews", ...quiet })),
  "reviews.pick": (turn, { choice }) => {
    const review = reviewId.safeParse(choice).data;
    return review === undefined
      ? chooseFirst(turn, { screen: "reviews", ...quiet })
      : Promise.resolve(shows({ screen: "review", review, ...quiet }));
  },
  "agenda.open": (turn, data) => agendaOf(turn, cellIn(data)),
  "sitting.prepare": (turn, data) => sittingOf(turn, cellIn(data)),
  "sitting.start": (turn, { cell, secretary }) =>
    does(
      turn,
      openSitting,
      { cell, secretary: memberId.safeParse(secretary).data ?? null },
      ({ meeting, isNew }): Screen =>
        isNew
          ? { screen: "sittingPresent", meeting, ...at(turn, "sittingOpened") }
          : { screen: "sitting", meeting, ...at(turn, "sittingAlreadyOpen") },
      null,
    ),
  "sitting.open": (_turn, { meeting }) => Promise.resolve(shows({ screen: "sitting", meeting, ...quiet })),
  "sitting.presentOpen": (_turn, { meeting }) =>
    Promise.resolve(shows({ screen: "sittingPresent", meeting, ...quiet })),
  "sitting.present": (turn, { meeting, shown, present }) =>
    does(
      turn,
      markPresent,
      { meeting, shown: listIn(shown), ticked: listIn(present) },
      () => ({ screen: "sitting", meeting, ...at(turn, "presentNoted") }),
      null,
    ),
  "sitting.go": (turn, { meeting, rev, choice }) =>
    does(
      turn,
      takeCase,
      { meeting, from: reviewId.safeParse(rev).data ?? null, choice: reviewId.safeParse(choice).data ?? null },
      ({ kind }): Screen => {
        const notice = takenNotice[kind];
        return { screen: "sitting", meeting, ...(notice === null ? quiet : at(turn, notice)) };
      },
      null,
    ),
  "sitting.closeAsk": (_turn, { meeting }) => Promise.resolve(shows({ screen: "sittingClose", meeting, ...quiet })),
  "sitting.close": (turn, data) =>
    does(
      turn,
      closeSitting,
      data,
      ({ kind }): Screen =>
        kind === "closed"
          ? { screen: "sittingClosed", meeting: data.meeting, ...quiet }
          : { screen: "sittingClose", meeting: data.meeting, ...at(turn, "sittingMoved") },
      null,
    ),
};
