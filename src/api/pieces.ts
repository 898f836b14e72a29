/** *Pièces du participant*, for the tab: counts by référent, then a page of the files with something to complete. */
import type { Request } from "restify";
import { piecesExportQuery, piecesQuery, type PiecesCount, type PiecesPage } from "../contracts/pieces.ts";
import { piecesFile } from "../documents/pieces-file.ts";
import { PIECES, type PieceId } from "../domain/completeness/pieces.ts";
import type { MissingCounts } from "../domain/dashboard/piece-marks.ts";
import type { MemberId } from "../domain/participant/codes.ts";
import { mayListAllCases, mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import { listPieces } from "../use-cases/list-pieces.ts";
import { takePieces } from "../use-cases/take-pieces.ts";
import { FILE_TYPES } from "./file-types.ts";
import { problemOf } from "./refusals.ts";
import { liveReply, problemReply, streamReply, type Answered, type Reply } from "./reply.ts";

const PAGE = 25;

const referentOut = ({ people }: Services, id: MemberId): PiecesCount["referent"] => ({
  id,
  name: people.byObjectId(id)?.name ?? null,
});

const countOut = (services: Services, { referent, people, pieces }: MissingCounts): PiecesCount => ({
  referent: referentOut(services, referent),
  people,
  pieces: PIECES.flatMap((piece) => {
    const count = pieces[piece] ?? 0;
    return count === 0 ? [] : [{ piece, count }];
  }),
});

const byName = (one: PiecesCount, other: PiecesCount): number =>
  (one.referent.name ?? "").localeCompare(other.referent.name ?? "", "fr") ||
  one.referent.id.localeCompare(other.referent.id);

const queryOf = (request: Request): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(request.getQuery()));

interface Said {
  readonly referent?: string | undefined;
  readonly piece?: PieceId | undefined;
  readonly month?: string | undefined;
}

/** Whose files, and which; undefined: a list is of one piece, or of one month. */
const filterOf = ({ referent, piece, month }: Said) => {
  if (piece !== undefined && month !== undefined) return undefined;
  const ofMonth = month === undefined ? null : { month };
  return {
    whose: referent === undefined || referent === "mine" || referent === "everyone" ? (referent ?? null) : { referent },
    among: piece === undefined ? ofMonth : { piece },
  };
};

const askedOf = (request: Request) => {
  const said = piecesQuery.safeParse(queryOf(request));
  const filter = said.success ? filterOf(said.data) : undefined;
  if (!said.success || filter === undefined) return undefined;
  const read = listPieces.input.safeParse({ ...filter, cursor: said.data.cursor ?? null, limit: PAGE });
  return read.success ? read.data : undefined;
};

/** The whole list as a file, for whoever reads it on the page. */
export const piecesExportRoute = async (services: Services, actor: Actor, request: Request): Promise<Answered> => {
  const said = piecesExportQuery.safeParse(queryOf(request));
  const read = takePieces.input.safeParse(said.success ? filterOf(said.data) : undefined);
  if (!said.success || !read.success) return problemReply("invalid");
  const answer = await ask(services, actor, takePieces, read.data);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { format } = said.data;
  const memberOf = (id: MemberId) => services.people.byObjectId(id);
  const name = `pieces-${answer.value.on}.${format}`;
  return streamReply(piecesFile(answer.value, memberOf, format), name, FILE_TYPES[format]);
};

export const piecesRoute = async (services: Services, actor: Actor, request: Request): Promise<Reply> => {
  const asked = askedOf(request);
  if (asked === undefined) return problemReply("invalid");
  const answer = await ask(services, actor, listPieces, asked);
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { rows, next, previous, referent, counts } = answer.value;
  const page: PiecesPage = {
    ...{ today: services.clock.today(), next, previous },
    counts: counts
      .filter(({ people }) => people > 0)
      .map((one) => countOut(services, one))
      .sort(byName),
    items: rows.map(({ code, givenName, familyName, referentId, missing }) => ({
      ...{ code, givenName, familyName, referent: referentOut(services, referentId).name },
      missing: missing.map(({ piece, from, who, lacks }) => ({ piece, since: from, who, lacks })),
    })),
    referent: referent === null ? null : referentOut(services, referent),
    everyone: mayListAllCases(actor),
    own: mayListOwnCases(actor),
  };
  return liveReply(request, page);
};
