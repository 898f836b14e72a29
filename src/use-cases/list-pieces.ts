import { z } from "zod";
import { missingOn, PIECES, type Piece } from "../domain/completeness/pieces.ts";
import {
  missingBefore,
  piecesKey,
  piecesOrder,
  type CasePieces,
  type PiecesFilter,
} from "../domain/completeness/records.ts";
import { piecesInAll, type MissingCounts } from "../domain/dashboard/piece-marks.ts";
import { memberId, type Day, type MemberId } from "../domain/participant/codes.ts";
import { mayListAllCases, mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { incompleteFiles, incompleteInAll, stoodInBy } from "./parts/incomplete-files.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** « after.2026-11-02.P-2026-0001 »: no name is in it. */
const CURSOR = /^(after|before)\.(\d{4}-\d{2}-\d{2})\.(P-\d{4}-\d{4,6})$/;
const LONGEST = 100;

export const piecesAsked = {
  /** Null: the actor's own where they have some, everyone's otherwise. */
  whose: z.union([z.enum(["mine", "everyone"]), z.strictObject({ referent: memberId })]).nullable(),
  among: z.union([z.strictObject({ piece: z.enum(PIECES) }), z.strictObject({ month })]).nullable(),
};
const input = z.strictObject({
  ...piecesAsked,
  cursor: z.string().regex(CURSOR).nullable(),
  limit: z.number().int().min(1).max(LONGEST),
});
type Input = z.infer<typeof input>;

/** What is missing in one file, the oldest first. */
export interface MissingRow extends Pick<
  CasePieces,
  "code" | "givenName" | "familyName" | "referentId" | "orientedOn" | "enteredOn"
> {
  readonly missing: readonly (Piece & { readonly from: Day })[];
}
export interface MissingPieces {
  readonly rows: readonly MissingRow[];
  readonly next: string | null;
  readonly previous: string | null;
  /** Null: everyone's. */
  readonly referent: MemberId | null;
  /** Of those whom the actor may list. */
  readonly counts: readonly MissingCounts[];
  /** Files of all of them, each once. */
  readonly people: number;
  /** Of the same files, how many lack each piece. */
  readonly missing: MissingCounts["pieces"];
}

export const whoseIn = (actor: Actor, { whose }: Pick<Input, "whose">): MemberId | null => {
  if (whose === "everyone") return null;
  if (whose !== null && whose !== "mine") return whose.referent;
  return whose === "mine" || mayListOwnCases(actor) ? actor.memberId : null;
};

export const mayListPieces = (actor: Actor, asked: Pick<Input, "whose">): boolean =>
  mayListAllCases(actor) || (mayListOwnCases(actor) && whoseIn(actor, asked) === actor.memberId);

const cursorOf = (way: "after" | "before", doc: CasePieces): string => `${way}.${piecesOrder(doc).replace(" ", ".")}`;

interface Page {
  readonly docs: readonly CasePieces[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** One request: as many documents as lines. */
const pageOf = async ({ store }: Services, filter: PiecesFilter, today: Day, asked: Input): Promise<Page> => {
  const [, way, on = "", code = ""] = CURSOR.exec(asked.cursor ?? "") ?? [];
  const back = way === "before";
  const page = await store.list({
    ...{ kind: "casePieces", key: piecesKey(filter), limit: asked.limit, descending: back },
    ...(way === "after" ? { from: `${on} ${code} ` } : {}),
    to: back ? `${on} ${code}` : missingBefore(today),
  });
  const found = page.items.map(({ doc }) => doc);
  const docs = back ? found.toReversed() : found;
  const more = page.cursor !== undefined;
  const [first, last] = [docs[0], docs.at(-1)];
  return {
    docs,
    next: last !== undefined && (back || more) ? cursorOf("after", last) : null,
    previous: first !== undefined && (back ? more : way === "after") ? cursorOf("before", first) : null,
  };
};

/** Of the list of a référent, those that they carry today. */
const carriedToday = async (
  services: Services,
  referent: MemberId | null,
  docs: readonly CasePieces[],
): Promise<readonly CasePieces[]> => {
  const others = docs.filter(({ referentId }) => referentId !== referent);
  if (referent === null || others.length === 0) return docs;
  const carriers = await stoodInBy(services, services.clock.today(), others);
  return docs.filter(({ code, referentId }) => referentId === referent || carriers.get(code) === referent);
};

/** A list of one piece leaves out whoever lacks another one only, for now. */
const rowsOf = (docs: readonly CasePieces[], among: PiecesFilter["among"], today: Day): readonly MissingRow[] =>
  docs.flatMap(({ code, givenName, familyName, referentId, orientedOn, enteredOn, pieces }) => {
    const missing = missingOn(pieces, today);
    const isAsked = among === null || "month" in among || missing.some(({ piece }) => piece === among.piece);
    return isAsked && missing.length > 0
      ? [{ code, givenName, familyName, referentId, orientedOn, enteredOn, missing }]
      : [];
  });

/** What is missing today in these files of a list. */
export const missingIn = async (
  services: Services,
  { referent, among }: PiecesFilter,
  docs: readonly CasePieces[],
): Promise<readonly MissingRow[]> =>
  rowsOf(await carriedToday(services, referent, docs), among, services.clock.today());

/** Those of whoever lists everyone; one's own otherwise. */
const countsFor = async (services: Services, actor: Actor): Promise<readonly MissingCounts[]> => {
  const all = await incompleteFiles(services);
  return mayListAllCases(actor) ? all : all.filter(({ referent }) => referent === actor.memberId);
};

/** *Pièces à compléter*: what is missing, since when and who can complete it, the oldest first. Nothing of what was said. */
export const listPieces = query<Input, null, MissingPieces>({
  act: "pieces.list",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor, _loaded, asked) => (mayListPieces(actor, asked) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, asked) => {
    const today = services.clock.today();
    const referent = whoseIn(actor, asked);
    const [{ docs, next, previous }, counts] = await Promise.all([
      pageOf(services, { referent, among: asked.among }, today, asked),
      countsFor(services, actor),
    ]);
    const rows = await missingIn(services, { referent, among: asked.among }, docs);
    return done({
      rows,
      next,
      previous,
      referent,
      counts,
      people: incompleteInAll(counts),
      missing: piecesInAll(counts),
    });
  },
});
