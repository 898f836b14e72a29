/** A territory for what counts needs: a real store, cases that move, and a directory that says who answers. */
import assert from "node:assert/strict";
import { countsWith, differencesOf } from "../../src/domain/dashboard/count-marks.ts";
import { milestoneKey, peopleKey } from "../../src/domain/dashboard/lists.ts";
import { countsIn, listed } from "../../src/domain/dashboard/records.ts";
import { documentsOf, type Line } from "../../src/domain/dashboard/line.ts";
import { readCounterKey, type Counts, type Mark } from "../../src/domain/dashboard/measures.ts";
import { subjectsOf } from "../../src/domain/offer/answered-needs.ts";
import type { CaseNeeds } from "../../src/domain/offer/needs.ts";
import { MILESTONES, type Milestone } from "../../src/domain/participant/milestones.ts";
import { StoreUnavailable, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { OpenPictureReader } from "../../src/use-cases/parts/read-picture.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { numbersBehind } from "./numbers-behind.ts";
import { aCase, NOW, REFERENT_ID } from "./builders.ts";
import { tabServices } from "./tab-services.ts";

export type Needs =
  (Pick<CaseNeeds, "unmet" | "saturated" | "group"> & { readonly due?: readonly Milestone[] }) | undefined;

export const aNeed = (domain: "mobilite" | "sante" | "travail", themes: readonly string[]) => ({
  domain,
  themes: [...themes],
});
/** Nobody helps to get a driving licence. */
export const permis = aNeed("mobilite", ["mobilite--preparer-un-permis"]);

const EVERYONE = { referent: null, place: null };

const lineFor = (code: string, { unmet, saturated, group, due = [] }: NonNullable<Needs>): Line => {
  const counted = (measure: string, needs: CaseNeeds["unmet"]): Mark[] =>
    subjectsOf(needs).map((subject) => ({ measure: [measure, subject, group], referent: null, on: null }));
  const entered: Mark = { measure: ["entered"], referent: REFERENT_ID, on: `2026-0${1 + due.length}-05` };
  return {
    row: {
      ...{
        code,
        givenName: "Amina",
        familyName: "Benali",
        referentId: REFERENT_ID,
        substituteId: null,
        status: "entered",
        step: "assessing",
      },
      ...{ orientedOn: "2026-11-02", enteredOn: "2026-11-16", due: [...due], addressed: 0, review: null },
    },
    marks: {
      now: [
        ...counted("unmet", unmet),
        ...counted("saturated", saturated),
        ...due.map(({ milestone, on }) => ({ measure: ["due", milestone], referent: REFERENT_ID, on })),
      ],
      [`2026-0${1 + due.length}`]: [entered],
    },
  };
};

/** A small territory: what each case needs at each edition, against each directory. */
export class Territory {
  readonly store: Store;
  offer = "r1";
  /** What a case needs, from its edition and the directory. */
  needs: (code: string, edition: number, offer: string) => Needs = () => undefined;
  failing = new Set<number>();
  #calls = 0;
  readonly #services = tabServices([]).services;

  constructor(store = createMemoryStore({ now: () => new Date(NOW) })) {
    this.store = store;
  }

  /** One instance; `turn` says when each of its calls to the storage goes. What fails may have been written or not. */
  instance(turn: () => Promise<unknown> = () => Promise.resolve()): Services {
    const late = async <T>(work: () => Promise<T>): Promise<T> => {
      await turn();
      const fails = this.failing.has((this.#calls += 1));
      if (fails && this.#calls % 2 === 0) throw new StoreUnavailable();
      const answer = await work();
      if (fails) throw new StoreUnavailable();
      return answer;
    };
    const { store } = this;
    return {
      ...this.#services,
      store: {
        ...store,
        get: (kind, id) => late(() => store.get(kind, id)),
        getMany: (kind, ids) => late(() => store.getMany(kind, ids)),
        list: (query) => late(() => store.list(query)),
        commit: (writes) => late(() => store.commit(writes)),
      },
    };
  }

  readonly open: OpenPictureReader = (services) => {
    const readFrom = this.offer;
    return Promise.resolve({
      readFrom,
      read: async (code) => {
        const file = await services.store.get("case", code);
        if (file === undefined) return undefined;
        const needs = this.needs(code, file.doc.edition, readFrom);
        if (needs === undefined) return { line: null, needs: null, pieces: null };
        const { unmet, saturated, group } = needs;
        const row: CaseNeeds = {
          ...{ kind: "caseNeeds", schemaVersion: 1, code, referentId: REFERENT_ID, unmet, saturated, group },
          ...{ readFrom: String(file.doc.edition), directoryVersion: readFrom },
        };
        const open = new Set<string>(unmet.map(({ domain }) => domain));
        const answers = (domain: string) => (open.has(domain) ? undefined : `local--${domain}`);
        return { line: lineFor(code, needs), needs: { row, answers }, pieces: null };
      },
      stillCurrent: () => Promise.resolve(this.offer === readFrom),
    });
  };

  /** A command about a case: its head and its marker, in one batch. */
  async moves(code: string): Promise<void> {
    const file = await this.store.get("case", code);
    const edition = (file?.doc.edition ?? 0) + 1;
    await this.store.commit([
      { op: "put", doc: aCase({ code, edition }) },
      { op: "put", doc: { kind: "marker", schemaVersion: 1, code, edition, at: NOW }, expected: "new" },
    ]);
  }

  /** The counters that are read, part by part, as they are written. */
  async counters(): Promise<Record<string, Counts>> {
    const projection = await this.store.get("projection", "cases");
    assert.ok(projection, "nothing was counted");
    const key = `generation:${projection.doc.generation}`;
    const { items } = await this.store.list({ kind: "counter", key, limit: 90 });
    return Object.fromEntries(items.map(({ doc }) => [doc.part, countsIn(doc)]));
  }

  /** People by theme and group. */
  async counts(): Promise<{ unmet: Counts; saturated: Counts }> {
    const now = Object.entries((await this.counters())["now"] ?? {});
    const of = (kind: string): Counts =>
      Object.fromEntries(
        now.flatMap(([key, people]) => {
          const [measure, theme, group] = readCounterKey(key).measure;
          return measure === kind ? [[`${theme}|${group}`, people]] : [];
        }),
      );
    return { unmet: of("unmet"), saturated: of("saturated") };
  }

  /** Counted from the cases themselves. */
  async fromScratch(): Promise<Record<string, Counts>> {
    const reader = await this.open({ ...this.#services, store: this.store });
    const changes = [];
    for await (const { doc } of everyDocument(this.store, { kind: "case", key: "all" }))
      changes.push({ before: null, after: (await reader.read(doc.code))?.line?.marks ?? null });
    const parts = [...differencesOf(changes)].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(parts.map(([of, difference]) => [of, countsWith({}, difference)]));
  }

  /** Every document of the lists, by id. */
  async lines(): Promise<string[]> {
    const keys = [
      peopleKey("name", EVERYONE),
      peopleKey("since", EVERYONE),
      ...MILESTONES.map((one) => milestoneKey(one, null)),
    ];
    const pages = await Promise.all(keys.map((key) => this.store.list({ kind: "listed", key, limit: 500 })));
    return pages.flatMap(({ items }) => items.map(({ doc }) => JSON.stringify(doc))).sort();
  }

  async linesFromScratch(): Promise<string[]> {
    const reader = await this.open({ ...this.#services, store: this.store });
    const lines: string[] = [];
    for await (const { doc } of everyDocument(this.store, { kind: "case", key: "all" })) {
      const line = (await reader.read(doc.code))?.line ?? null;
      if (line !== null) lines.push(...documentsOf(line).map((one) => JSON.stringify(listed.parse(one))));
    }
    return lines.sort();
  }

  /** Each number with the length of the list behind it, where they are not the same. */
  async numbersWithoutTheirList(): Promise<string[]> {
    const wrong: string[] = [];
    for (const [of, counts] of Object.entries(await this.counters())) {
      for (const [key, people] of numbersBehind(of, counts)) {
        const { items } = await this.store.list({ kind: "listed", key, limit: 500 });
        if (items.length !== people) wrong.push(`${key}: ${people} counted, ${items.length} listed`);
      }
    }
    return wrong;
  }

  async news(): Promise<string[]> {
    const { items } = await this.store.list({ kind: "offerNews", key: `referent:${REFERENT_ID}`, limit: 90 });
    return items.map(({ doc }) => `${doc.code} ${doc.domain} ${doc.service}`);
  }
}

export const codeOf = (index: number): string => `P-2026-${String(index).padStart(4, "0")}`;
export const inDijon = (...unmet: CaseNeeds["unmet"]): Needs => ({ unmet, saturated: [], group: "Dijon" });
