/** Does one line of an import: who is new is registered, who is known is brought up to date. One batch, once. */
import { z } from "zod";
import { headAfter, identityAfter, rememberedOf } from "../domain/exchange/compare-import.ts";
import {
  lineId,
  isTodo,
  type Change,
  type ImportLine,
  type ImportRun,
  type LineEnd,
  type Said,
} from "../domain/exchange/import-records.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf } from "./parts/dossier.ts";
import { planLine, type Known } from "./parts/import-plan.ts";
import { newCase, newIdentity, nextCode } from "./parts/new-case.ts";
import { decideOnCase, summaryWrite } from "./parts/on-case.ts";

const input = z.strictObject({
  run: z.string(),
  line: z.number().int().positive(),
  /** Doing it met something damaged: it ends untouched, and says so. */
  unreadable: z.boolean(),
});
type Input = z.infer<typeof input>;

interface Loaded {
  readonly run: Versioned<ImportRun>;
  readonly line: Versioned<ImportLine>;
}

const load = async (services: Services, _actor: Actor, { run, line }: Input): Promise<Result<Loaded>> => {
  const [head, found] = await Promise.all([
    services.store.get("importRun", run),
    services.store.get("importLine", lineId({ run, line })),
  ]);
  if (head === undefined || found === undefined) return refused("nothingToSettle");
  return head.doc.state === "applying" && isTodo(found.doc)
    ? done({ run: head, line: found })
    : refused("nothingToSettle");
};

/** The line as it ends and its run, which counts it: written with what the line does, so that it is never done twice. */
const ends = (services: Services, { run, line }: Loaded, end: LineEnd, more: Partial<ImportLine> = {}): Write[] => {
  // Once it is done, a line says nothing more of anybody.
  const said = end === "created" || end === "updated" || end === "same" ? null : line.doc.said;
  const doc = { ...line.doc, said, ...more, end, at: services.clock.now().toISOString() };
  const ended = { ...run.doc, ends: { ...run.doc.ends, [end]: (run.doc.ends[end] ?? 0) + 1 } };
  return [
    { op: "put", doc: ended, expected: run.version },
    { op: "put", doc, expected: line.version },
  ];
};

const linkWrites = (services: Services, { run, line }: Loaded, key: string, code: string, said: Said): Write[] => {
  const at = services.clock.now().toISOString();
  const { source } = run.doc;
  const { externalId } = line.doc;
  return [
    { op: "put", doc: { kind: "externalId", schemaVersion: 1, source, externalId, code, digest: key, said, at } },
    { op: "put", doc: { kind: "externalMark", schemaVersion: 1, digest: key, code, at } },
  ];
};

const notDone = (services: Services, loaded: Loaded, end: "conflict" | "left", more: Partial<ImportLine> = {}) =>
  done<Decision<LineEnd>>({
    outcome: end,
    head: null,
    writes: ends(services, loaded, end, more),
    audit: { act: `import.line.${end}`, code: null, details: { run: loaded.run.doc.id, line: loaded.line.doc.line } },
  });

const create = async (
  services: Services,
  actor: Actor,
  loaded: Loaded,
  key: string,
  said: Said,
): Promise<Result<Decision<LineEnd>>> => {
  if (said.referentId === null) return notDone(services, loaded, "left");
  const { code, write } = await nextCode(services);
  const { orientedOn, rightToWork, willing, referentId, ...person } = said;
  const carrier = { ...actor, memberId: referentId };
  const orientation = { orientedOn: orientedOn ?? services.clock.today(), rightToWork, willing };
  const head = newCase(code, carrier, 1, orientation);
  return done({
    outcome: "created",
    head: { next: head, version: "new" },
    writes: [
      write,
      { op: "put", doc: newIdentity(code, referentId, person), expected: "new" },
      summaryWrite(services, { head, round: undefined, findings: new Map() }),
      ...linkWrites(services, loaded, key, code, said),
      ...ends(services, loaded, "created", { code }),
    ],
    audit: { act: "participant.registered", code, details: { orientedOn: head.orientedOn, import: loaded.run.doc.id } },
  });
};

interface OfKnown {
  readonly key: string;
  readonly said: Said;
  readonly before: Said | undefined;
  readonly known: Known;
  readonly changes: readonly Change[];
  readonly conflicts: readonly Change[];
}

/**
 * Only what was shown is changed: what moved in Repère since, or what another file did of a person who was to be created, is a conflict.
 * Somebody chosen among those who look like them was shown whole.
 */
const asShown = ({ plan, choice, changes }: ImportLine, now: readonly Change[]) => {
  const shown = (one: Change): boolean =>
    (plan === "duplicate" && choice?.as === "same") ||
    changes.some(({ field, from, to }) => field === one.field && from === one.from && to === one.to);
  return { changes: now.filter(shown), moved: now.filter((one) => !shown(one)) };
};

const update = (services: Services, loaded: Loaded, of: OfKnown): Result<Decision<LineEnd>> => {
  const { dossier, identity } = of.known;
  const { code } = identity.doc;
  const { changes, moved } = asShown(loaded.line.doc, of.changes);
  const conflicts = [...of.conflicts, ...moved];
  const end = conflicts.length > 0 ? "conflict" : changes.length > 0 ? "updated" : "same";
  const remembered = rememberedOf(of.said, of.before, conflicts);
  const writes = [
    ...linkWrites(services, loaded, of.key, code, remembered),
    ...ends(services, loaded, end, { code, changes: [...changes], conflicts }),
  ];
  if (changes.length === 0)
    return done({
      outcome: end,
      head: null,
      writes,
      audit: { act: `import.line.${end}`, code, details: { run: loaded.run.doc.id, line: loaded.line.doc.line } },
    });
  const head = headAfter(dossier.file.doc, of.said, changes);
  return decideOnCase<LineEnd>(services, dossier, {
    act: "identity.corrected",
    details: { fields: changes.map(({ field }) => field).join(","), import: loaded.run.doc.id },
    outcome: end,
    writes: [...writes, { op: "put", doc: identityAfter(identity.doc, of.said, changes), expected: identity.version }],
    after: { head, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });
};

/** Who was created from the line above that may be the same person was shown with it. */
const shownWith = async (services: Services, { run, twin, candidates }: ImportLine): Promise<readonly string[]> => {
  if (twin === null) return candidates;
  const code = (await services.store.get("importLine", lineId({ run, line: twin })))?.doc.code ?? null;
  return code === null ? candidates : [...candidates, code];
};

export const applyImportLine = command<Input, Loaded, LineEnd>({
  act: "import.line",
  input,
  queue: () => "register",
  load,
  // They might when they said to go on: a role that was lost since stops nothing half-way.
  allow: (actor, { run }) => (actor.memberId === (run.doc.startedBy ?? run.doc.by) ? null : "roleMayNot"),
  decide: async (services, actor, loaded, { unreadable }) => {
    const { said, key, choice, plan } = loaded.line.doc;
    if (said === null || key === null) return refused("nothingToSettle");
    if (unreadable) return notDone(services, loaded, "left", { aside: "unreadable" });
    if (plan === "duplicate" && (choice === null || choice.as === "leave")) return notDone(services, loaded, "left");
    const { link, planned } = await planLine(services, { key, said, choice });
    switch (planned.what) {
      case "create":
        return create(services, actor, loaded, key, said);
      case "duplicate": {
        const shown = await shownWith(services, loaded.line.doc);
        const isOther = choice?.as === "another" && planned.candidates.every((code) => shown.includes(code));
        return isOther
          ? create(services, actor, loaded, key, said)
          : notDone(services, loaded, "left", { candidates: [...planned.candidates] });
      }
      case "aside":
        return notDone(services, loaded, "left", { aside: planned.why });
      case "known":
        return update(services, loaded, {
          key,
          said,
          before: link?.doc.said,
          known: planned.known,
          ...planned.compared,
        });
    }
  },
});
