/** *Absences et transferts*: the list, one of them, and the form that plans one. */
import type { Choice } from "../../cards/common.ts";
import { TRANSFER_REASONS, type CaseMove } from "../../src/domain/people/absence.ts";
import type { CaseMovesView, CaseMoveView, MoveFormView } from "../../src/use-cases/see-case-moves.ts";
import {
  askedKindWords,
  moveFormWords,
  moveKindWords,
  moveListWords,
  moveProblem,
  moveWords,
  transferReasonWords,
} from "../../src/wording/moves.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { choicesOf, topOf } from "./top.ts";

const nameOf = (id: string, reader: Reader): string => reader.member(id)?.name ?? moveWords.someone;
const maybeNameOf = (id: string | null, reader: Reader): string | null => (id === null ? null : nameOf(id, reader));

export const presentAbsences = (screen: ScreenOf<"absences">, view: CaseMovesView, reader: Reader): Shown => ({
  name: "absences",
  model: {
    ...topOf(screen, reader),
    count: view.moves.length === 0 ? moveListWords.none : moveListWords.count(view.moves.length, view.more),
    items: view.moves.map(({ move, identity }) => ({
      title: moveListWords.line(
        move,
        nameOf(move.fromId, reader),
        maybeNameOf(move.toId, reader),
        identity === null ? moveListWords.everyone : personLine(identity),
      ),
      value: move.id,
    })),
    plan: {
      title: view.canTransfer ? moveListWords.planBoth : moveListWords.planAbsence,
      data: { code: null },
    },
  },
});

/** Somebody who left the team has no name any more: what is left of their id tells one from another. */
const membersOf = (ids: readonly string[], reader: Reader): Choice[] =>
  ids.map((id) => ({ title: reader.member(id)?.name ?? moveFormWords.gone(id.slice(-4)), value: id }));

const aboutOf = (view: MoveFormView, reader: Reader): string[] => {
  const { fromId, asks, kinds } = view.context;
  const whose = fromId === null ? moveFormWords.ofSomeone : moveFormWords.ofAll(nameOf(fromId, reader));
  const person = view.identity && moveFormWords.ofCase(personLine(view.identity), nameOf(fromId ?? "", reader));
  return [
    person ?? whose,
    moveFormWords.substitute,
    ...(asks && kinds.includes("transfer") ? [moveFormWords.asks] : []),
  ];
};

export const presentMoveForm = (screen: ScreenOf<"moveForm">, view: MoveFormView, reader: Reader): Shown => {
  const { code, check, what, fromId, toId, from, until, why } = screen;
  const { context, problems } = view;
  const only = context.kinds.length === 1 ? (context.kinds[0] ?? "") : "";
  return {
    name: "move-form",
    model: {
      ...topOf(screen, reader),
      send: { code, shownFrom: code === null ? "" : (context.fromId ?? "") },
      about: aboutOf(view, reader),
      fields: {
        what: what === "" ? only : what,
        fromId,
        toId,
        from: from === "" && !check ? reader.today : from,
        until,
        why,
      },
      choices: {
        what: choicesOf(context.asks ? askedKindWords : moveKindWords, context.kinds),
        fromId: context.fromId === null ? membersOf(context.carriers, reader) : null,
        toId: membersOf(
          context.referents.filter((id) => id !== context.fromId),
          reader,
        ),
        why: context.kinds.includes("transfer") ? choicesOf(transferReasonWords, TRANSFER_REASONS) : null,
      },
      problems: check ? Object.fromEntries(problems.map((one) => [one.field, moveProblem(one)])) : {},
      toSheet: code === null ? null : { code },
    },
  };
};

const linesOf = ({ move, taken, informed }: CaseMoveView, reader: Reader): string[] => {
  const from = nameOf(move.fromId, reader);
  const to = maybeNameOf(move.toId, reader);
  const who = move.what === "absence" && to !== null ? moveWords.standsIn(from, to) : moveWords.who(from, to);
  return [
    who,
    moveWords.days(move),
    ...(move.why === "absence" ? [] : [moveWords.why(transferReasonWords[move.why])]),
    moveWords.state(move),
    ...(move.state === "planned" && move.from <= reader.today ? [moveWords.soon] : []),
    ...(taken === 0 || move.code !== null ? [] : [moveWords.taken(taken)]),
    ...(informed === null ? [] : [moveWords.informed(informed.on, nameOf(informed.by, reader))]),
  ];
};

const toTellOf = ({ move, toTell, toTellCount }: CaseMoveView, reader: Reader) => {
  if (toTell.length === 0 || move.toId === null) return null;
  const people = toTell.map((identity) => ({ title: personLine(identity), value: identity.code }));
  return {
    ask: moveWords.toTell(toTellCount),
    sentence: moveWords.sentence[move.what](move, nameOf(move.fromId, reader), nameOf(move.toId, reader)),
    people,
    person: people.length === 1 ? (people[0]?.value ?? "") : "",
    on: reader.today,
  };
};

const endOf = ({ state, by, id: move }: CaseMove, reader: Reader) => {
  if (state === "asked")
    return { title: by === reader.actor.memberId ? moveWords.withdraw : moveWords.end.asked, data: { move } };
  return { title: state === "planned" ? moveWords.end.planned : moveWords.end.applied, data: { move } };
};

export const presentMove = (screen: ScreenOf<"move">, view: CaseMoveView, reader: Reader): Shown => {
  const { move, identity, may } = view;
  const successors = membersOf(
    view.referents.filter((id) => id !== move.fromId),
    reader,
  );
  return {
    name: "move",
    model: {
      ...topOf(screen, reader),
      title: moveWords.title[move.what],
      person: identity === null ? null : personLine(identity),
      lines: linesOf(view, reader),
      move: move.id,
      toTell: toTellOf(view, reader),
      accept: may.accept ? { choices: successors, toId: move.toId ?? "" } : null,
      end: may.end ? endOf(move, reader) : null,
      toSheet: move.code === null || !may.open ? null : { code: move.code },
    },
  };
};
