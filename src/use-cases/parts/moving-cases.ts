/** One case at a time that a suppléance or a transfer takes, or leaves again: each in a batch of its own, once. */
import { z } from "zod";
import { participantCode, type MemberId } from "../../domain/participant/codes.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import {
  broughtBy,
  headMoved,
  isCovered,
  movedCaseId,
  type CaseMove,
  type MovedCase,
} from "../../domain/people/absence.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { command } from "../frame/use-case.ts";
import { studyFollows } from "./close-study.ts";
import { findingsOf, readDossier, type Dossier } from "./dossier.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./on-case.ts";

const input = z.strictObject({ move: z.string(), code: participantCode });

/** `left`: there is nothing to take: it is somebody else's by now, or somebody stands in already. */
export interface TakenCase {
  readonly kind: "taken" | "left";
}

interface Moving {
  readonly move: CaseMove;
  readonly toId: MemberId;
  readonly dossier: Dossier;
  readonly identity: Versioned<Identity>;
  readonly moved: Versioned<MovedCase> | undefined;
}

/** What is done of a move by itself is done for whoever decided it last. */
export const onBehalfOf = (services: Services, { by, settledBy }: Pick<CaseMove, "by" | "settledBy">): Actor => {
  const memberId = settledBy ?? by;
  const member = services.people.byObjectId(memberId);
  const { name = "", roles = [] } = member ?? {};
  return { memberId, name, roles, playedBy: null, today: services.clock.today() };
};

const load = async (services: Services, _actor: Actor, request: z.infer<typeof input>): Promise<Result<Moving>> => {
  const { store } = services;
  const [move, dossier, identity, moved] = await Promise.all([
    store.get("caseMove", request.move),
    readDossier(services, request.code),
    store.get("identity", request.code),
    store.get("movedCase", movedCaseId(request)),
  ]);
  if (move === undefined || dossier === undefined || identity === undefined) return refused("noSuchCase");
  const { toId } = move.doc;
  return toId === null ? refused("nothingToSettle") : done({ move: move.doc, toId, dossier, identity, moved });
};

/** What was to be told to the référent of before is told to the one of now. */
const newsFollow = async (services: Services, { code, referentId }: CaseFile): Promise<readonly Write[]> => {
  const { items } = await services.store.list({ kind: "offerNews", key: `case:${code}`, limit: 20, descending: true });
  return items.flatMap(({ doc, version }): readonly Write[] =>
    doc.toldAt !== null || doc.referentId === referentId
      ? []
      : [{ op: "put", doc: { ...doc, referentId }, expected: version }],
  );
};

/** The other suppléance that a transfer puts an end to. */
const endedByTransfer = async (services: Services, file: CaseFile): Promise<readonly Write[]> => {
  if (file.substitute === null) return [];
  const endedAt = services.clock.now().toISOString();
  const found: Write[] = [];
  for await (const { doc, version } of everyDocument(services.store, { kind: "movedCase", key: `case:${file.code}` }))
    if (doc.what === "absence" && doc.endedAt === null)
      found.push({ op: "put", doc: { ...doc, endedAt }, expected: version });
  return found;
};

const writesFor = async (
  services: Services,
  { identity, dossier }: Pick<Moving, "identity" | "dossier">,
  head: CaseFile,
): Promise<readonly Write[]> => {
  const file = dossier.file.doc;
  const { referentId, substitute } = head;
  const passes = referentId !== file.referentId;
  return [
    {
      op: "put",
      doc: { ...identity.doc, referentId, substituteId: substitute?.memberId ?? null },
      expected: identity.version,
    },
    ...(await studyFollows(services, head)),
    ...(passes ? [...(await newsFollow(services, head)), ...(await endedByTransfer(services, file))] : []),
  ];
};

const movedBy = (services: Services, { move, toId }: Moving, code: string): MovedCase => {
  const { id, what, fromId, from, until } = move;
  const at = services.clock.now().toISOString();
  const about = { move: id, code, what, fromId, toId, from, until } as const;
  return { kind: "movedCase", schemaVersion: 1, ...about, at, informed: null, endedAt: null };
};

const canTake = ({ move, dossier, moved }: Moving, today: string): boolean => {
  const file = dossier.file.doc;
  if (file.referentId !== move.fromId || file.status === "cancelled") return false;
  if (move.state !== "planned" && move.state !== "applied") return false;
  // A case passes once; whoever begins another parcours during an absence has nobody who stands in, and is taken again.
  return move.what === "transfer" ? moved === undefined : !isCovered(file, today);
};

/** The case goes to whoever stands in, or who accompanies the person from now on: its lists, the study of a cell and the news of the offer follow. */
export const takeMovedCase = command<z.infer<typeof input>, Moving, TakenCase>({
  act: "case.move",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load,
  // Decided by whoever planned it, who was allowed then.
  allow: () => null,
  decide: async (services, _actor, moving, { code }) => {
    const { move, toId, dossier } = moving;
    if (!canTake(moving, services.clock.today())) return refused("nothingToSettle");
    const head = headMoved(dossier.file.doc, move, toId);
    const { id, fromId, from, until, why } = move;
    return decideOnCase<TakenCase>(services, dossier, {
      act: move.what === "absence" ? "case.substituted" : "case.transferred",
      details: { move: id, from: fromId, to: toId, on: from, until, why },
      outcome: { kind: "taken" },
      writes: [
        { op: "put", doc: movedBy(services, moving, code), expected: moving.moved?.version ?? "new" },
        ...(await writesFor(services, moving, head)),
      ],
      after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});

/** The suppléance is over: the case is its référent's alone again. One that another took over since is left as it is. */
export const leaveMovedCase = command<z.infer<typeof input>, Moving, TakenCase>({
  act: "case.leave",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load,
  allow: () => null,
  decide: async (services, _actor, { move, dossier, identity, moved }) => {
    if (moved === undefined || moved.doc.endedAt !== null) return refused("nothingToSettle");
    const file = dossier.file.doc;
    const head = broughtBy(file, moved.doc) ? { ...file, substitute: null } : file;
    const endedAt = services.clock.now().toISOString();
    return decideOnCase<TakenCase>(services, dossier, {
      act: "case.substituteLeft",
      details: { move: move.id, to: moved.doc.toId },
      outcome: { kind: "left" },
      writes: [
        { op: "put", doc: { ...moved.doc, endedAt }, expected: moved.version },
        ...(await writesFor(services, { identity, dossier }, head)),
      ],
      after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
    });
  },
});
