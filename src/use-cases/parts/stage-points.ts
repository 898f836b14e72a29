/** What the quarterly meeting reads of one person: where they are, what is due, what was agreed last time. */
import { peopleKey } from "../../domain/dashboard/lists.ts";
import type { ListedRow } from "../../domain/dashboard/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Day, MemberId } from "../../domain/participant/codes.ts";
import { quarterOf } from "../../domain/participant/stage-point.ts";
import { maySeeStagePoint, mayManageCase, type Actor } from "../../domain/people/actor.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { readForm } from "./form.ts";
import type { PathFormKind } from "./path-form.ts";

export interface Agreed {
  /** `checkpoint`: a point with the person, where no meeting agreed anything yet. */
  readonly from: "stagePoint" | "checkpoint";
  readonly on: Day;
  /** Null: not for this reader. */
  readonly words: string | null;
  readonly thisQuarter: boolean;
}

export interface StagePointRow {
  readonly row: ListedRow;
  /** Null: nothing was agreed yet. */
  readonly last: Agreed | null;
  /** What is typed and not recorded; null: not for this reader to write. */
  readonly form: { readonly rev: string; readonly agreed: string } | null;
}

const RUNNING: ReadonlySet<CaseFile["status"]> = new Set(["oriented", "entered", "decided", "inPath"]);

export const stagePointForm: PathFormKind = {
  name: "stagePoint",
  closed: ({ status }) => (RUNNING.has(status) ? null : "caseClosed"),
  // Each point stands by itself: two people who write at the same time write two of them.
  version: ({ parcours }) => String(parcours),
  inputs: () => ({ agreed: "" }),
};

export const lastAgreed = async ({ store, clock }: Services, { code, parcours }: CaseFile): Promise<Agreed | null> => {
  const key = { key: `case:${code}`, limit: 1, descending: true } as const;
  const [points, checkpoints] = await Promise.all([
    store.list({ kind: "stagePoint", ...key }),
    store.list({ kind: "checkpoint", ...key }),
  ]);
  const thisQuarter = (on: Day): boolean => quarterOf(on) === quarterOf(clock.today());
  const [point, checkpoint] = [points.items[0]?.doc, checkpoints.items[0]?.doc];
  if (point?.parcours === parcours)
    return { from: "stagePoint", on: point.on, words: point.agreed, thisQuarter: thisQuarter(point.on) };
  if (checkpoint?.parcours === parcours)
    return { from: "checkpoint", on: checkpoint.on, words: checkpoint.agreed, thisQuarter: false };
  return null;
};

const rowFor = async (services: Services, actor: Actor, row: ListedRow): Promise<StagePointRow | null> => {
  const head = (await services.store.get("case", row.code))?.doc;
  if (head === undefined || stagePointForm.closed(head) !== null || head.retired !== null) return null;
  const last = await lastAgreed(services, head);
  const form = mayManageCase(actor, head)
    ? await readForm(services, stagePointForm.name, head, {
        version: stagePointForm.version(head),
        inputs: { agreed: "" },
      })
    : null;
  return {
    row,
    last: last === null || maySeeStagePoint(actor, head) ? last : { ...last, words: null },
    form: form && { rev: form.rev, agreed: form.shown["agreed"] ?? "" },
  };
};

/** A meeting speaks of what comes next, and of what is late. */
const DUE_SHOWN = 3;

/** Everyone whom a référent accompanies, by name; a meeting of more than these is held in two. */
const PEOPLE_AT_MOST = 300;
const AT_ONCE = 20;

export const stagePointsOf = async (
  services: Services,
  actor: Actor,
  referent: MemberId,
): Promise<readonly StagePointRow[]> => {
  const lines: ListedRow[] = [];
  const key = peopleKey("name", { place: null, referent });
  for await (const { doc } of everyDocument(services.store, { kind: "listed", key })) {
    if (RUNNING.has(doc.row.status)) lines.push({ ...doc.row, due: doc.row.due.slice(0, DUE_SHOWN) });
    if (lines.length === PEOPLE_AT_MOST) break;
  }
  const rows: StagePointRow[] = [];
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    const read = await Promise.all(lines.slice(start, start + AT_ONCE).map((row) => rowFor(services, actor, row)));
    rows.push(...read.flatMap((row) => row ?? []));
  }
  return rows;
};
