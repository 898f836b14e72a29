/** A territory for what counts needs: a real store, cases that move, and a directory that says who answers. */
import assert from "node:assert/strict";
import { noNeeds, recount } from "../../src/domain/offer/count-needs.ts";
import type { CaseNeeds, NeedsCount } from "../../src/domain/offer/needs.ts";
import { StoreUnavailable, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { OpenNeedsReader } from "../../src/use-cases/parts/read-needs.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { aCase, NOW, REFERENT_ID } from "./builders.ts";
import { tabServices } from "./tab-services.ts";

export type Needs = Pick<CaseNeeds, "unmet" | "saturated" | "group"> | undefined;

export const aNeed = (domain: "mobilite" | "sante" | "travail", themes: readonly string[]) => ({
  domain,
  themes: [...themes],
});
/** Nobody helps to get a driving licence. */
export const permis = aNeed("mobilite", ["mobilite--preparer-un-permis"]);

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
        list: (query) => late(() => store.list(query)),
        commit: (writes) => late(() => store.commit(writes)),
      },
    };
  }

  readonly open: OpenNeedsReader = (services) => {
    const offer = this.offer;
    return Promise.resolve({
      offer,
      read: async (code) => {
        const file = await services.store.get("case", code);
        const needs = file === undefined ? undefined : this.needs(code, file.doc.edition, offer);
        if (file === undefined || needs === undefined) return undefined;
        const row: CaseNeeds = {
          ...{ kind: "caseNeeds", schemaVersion: 1, code, referentId: REFERENT_ID, ...needs },
          ...{ readFrom: String(file.doc.edition), directoryVersion: offer },
        };
        const open = new Set<string>(needs.unmet.map(({ domain }) => domain));
        return { row, answers: (domain) => (open.has(domain) ? undefined : `local--${domain}`) };
      },
      stillCurrent: () => Promise.resolve(this.offer === offer),
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

  async counts(): Promise<Pick<NeedsCount, "unmet" | "saturated">> {
    const projection = await this.store.get("projection", "needs");
    assert.ok(projection, "nothing was counted");
    const found = await this.store.get("needsCount", projection.doc.generation);
    const { unmet, saturated } = found?.doc ?? noNeeds("");
    return { unmet, saturated };
  }

  /** Counted from the cases themselves. */
  async fromScratch(): Promise<Pick<NeedsCount, "unmet" | "saturated">> {
    const reader = await this.open({ ...this.#services, store: this.store });
    let sum = noNeeds("");
    for await (const { doc } of everyDocument(this.store, { kind: "case", key: "all" }))
      sum = recount(sum, undefined, (await reader.read(doc.code))?.row);
    return { unmet: sum.unmet, saturated: sum.saturated };
  }

  async news(): Promise<string[]> {
    const { items } = await this.store.list({ kind: "offerNews", key: `referent:${REFERENT_ID}`, limit: 90 });
    return items.map(({ doc }) => `${doc.code} ${doc.domain} ${doc.service}`);
  }
}

export const codeOf = (index: number): string => `P-2026-${String(index).padStart(4, "0")}`;
export const inDijon = (...unmet: CaseNeeds["unmet"]): Needs => ({ unmet, saturated: [], group: "Dijon" });
