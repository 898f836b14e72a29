/** *Absences et transferts*: the list, one of them, and the form that plans one. */
import { z } from "zod";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { participantCode, type MemberId } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayEndMove, mayTransfer, type CaseMove, type MovedCase } from "../domain/people/absence.ts";
import { hasRole, mayManageCase, maySeeCase, type Actor } from "../domain/people/actor.ts";
import type { MoveProblem } from "../domain/people/move-from-inputs.ts";
import type { Versioned } from "../ports/store.ts";
import { PAGE_SIZE } from "./frame/page-by-code.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { loadMovePlanning, mayPlanMove, readPlan, referentsOf, type MovePlanning } from "./parts/move-planning.ts";
import { loadMove, seesMove } from "./parts/on-move.ts";

const READ_AT_MOST = 200;
const SHOWN: readonly CaseMove["state"][] = ["asked", "planned", "applied", "ending"];

export interface ListedMove {
  readonly move: CaseMove;
  /** The person, where it is about one. */
  readonly identity: Identity | null;
}
export interface CaseMovesView {
  /** What is asked first, then what is to come or under way; the latest first. */
  readonly moves: readonly ListedMove[];
  readonly more: number;
  readonly canTransfer: boolean;
}

const movesFor = async (services: Services, actor: Actor): Promise<readonly CaseMove[]> => {
  const everyone = hasRole(actor, "chargeDeProjet", "coordinatrice");
  const keys = everyone ? ["all"] : [`from:${actor.memberId}`, `to:${actor.memberId}`];
  const pages = await Promise.all(
    keys.map((key) => services.store.list({ kind: "caseMove", key, limit: READ_AT_MOST, descending: true })),
  );
  const found = new Map(pages.flatMap(({ items }) => items.map(({ doc }) => [doc.id, doc] as const)));
  const shown = [...found.values()].filter(({ state }) => SHOWN.includes(state));
  return shown.toSorted(
    (one, other) => SHOWN.indexOf(one.state) - SHOWN.indexOf(other.state) || other.from.localeCompare(one.from),
  );
};

const nothing = z.strictObject({});

/** Their own; everyone's, for whoever answers for the PLIE. */
export const listCaseMoves = query<z.infer<typeof nothing>, null, CaseMovesView>({
  act: "moves.list",
  input: nothing,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (hasRole(actor, "referent", "chargeDeProjet", "coordinatrice") ? null : "roleMayNot"),
  run: async (services, actor) => {
    const moves = await movesFor(services, actor);
    const shown = moves.slice(0, PAGE_SIZE);
    const codes = shown.flatMap(({ code }) => (code === null ? [] : [code]));
    const people = await services.store.getMany("identity", codes);
    const identityOf = new Map(people.map(({ doc }) => [doc.code, doc]));
    return done({
      moves: shown.map((move) => ({ move, identity: identityOf.get(move.code ?? "") ?? null })),
      more: moves.length - shown.length,
      canTransfer: mayTransfer(actor),
    });
  },
});

export interface CaseMoveView {
  readonly move: CaseMove;
  readonly identity: Identity | null;
  /** How many cases it took. */
  readonly taken: number;
  /** Who is still to be told, among those whom this reader may open: the first ones. */
  readonly toTell: readonly Identity[];
  readonly toTellCount: number;
  /** The one person that it is about was told; null: not yet, or it is about several. */
  readonly informed: MovedCase["informed"];
  /** The référents of the team. */
  readonly referents: readonly MemberId[];
  readonly may: { readonly end: boolean; readonly accept: boolean; readonly open: boolean };
}

const toTellOf = async (services: Services, actor: Actor, { id, fromId }: CaseMove): Promise<readonly Identity[]> => {
  const { items } = await services.store.list({ kind: "movedCase", key: `toTell:${id}`, limit: READ_AT_MOST });
  const codes = items.map(({ doc }) => doc.code);
  const [files, people] = await Promise.all([
    services.store.getMany("case", codes),
    services.store.getMany("identity", codes),
  ]);
  const open = new Set(
    files.flatMap(({ doc }) => (mayManageCase(actor, doc) || fromId === actor.memberId ? [doc.code] : [])),
  );
  return people.flatMap(({ doc }) => (open.has(doc.code) ? [doc] : []));
};

const countTaken = async (services: Services, { id }: CaseMove): Promise<number> =>
  (await services.store.list({ kind: "movedCase", key: `move:${id}`, limit: READ_AT_MOST })).items.length;

export const seeCaseMove = query<{ move: string }, Versioned<CaseMove>, CaseMoveView>({
  act: "move.see",
  input: z.strictObject({ move: z.string().min(1).max(100) }),
  load: loadMove,
  allow: seesMove,
  run: async (services, actor, { doc: move }) => {
    const { code } = move;
    const [identity, file, moved, toTell, taken] = await Promise.all([
      code === null ? undefined : services.store.get("identity", code),
      code === null ? undefined : services.store.get("case", code),
      code === null ? undefined : services.store.get("movedCase", `${move.id}.${code}`),
      toTellOf(services, actor, move),
      countTaken(services, move),
    ]);
    return done({
      ...{ move, identity: identity?.doc ?? null, taken, informed: moved?.doc.informed ?? null },
      ...{ toTell: toTell.slice(0, PAGE_SIZE), toTellCount: toTell.length },
      referents: referentsOf(services),
      may: {
        end: mayEndMove(actor, move),
        accept: move.state === "asked" && mayTransfer(actor),
        open: file !== undefined && maySeeCase(actor, file.doc),
      },
    });
  },
});

export interface MoveFormView extends MovePlanning {
  /** Of what is typed; empty: it can be planned. */
  readonly problems: readonly MoveProblem[];
}

const formInput = z.strictObject({ code: participantCode.nullable(), inputs: typedInputs });

/** *Suppléance ou changement de référent·e*. */
export const seeMoveForm = query<z.infer<typeof formInput>, MovePlanning, MoveFormView>({
  act: "move.form",
  input: formInput,
  about: ({ code }) => code,
  opens: ({ code }) => code,
  load: loadMovePlanning,
  allow: mayPlanMove,
  run: async (services, _actor, planning, { inputs }) => {
    const read = await readPlan(services, planning, inputs);
    return done({ ...planning, problems: read.ok ? [] : read.problems });
  },
});
