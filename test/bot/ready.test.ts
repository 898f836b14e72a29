import assert from "node:assert/strict";
import { whatIsNotReady } from "../../bot/ready.ts";
import { StoreUnavailable, type Store } from "../../src/ports/store.ts";
import { createClock } from "../../src/system/clock.ts";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";

const answering = (): Store => createMemoryStore({ now: () => createClock("Europe/Paris").now() });
const silent = (): Store => ({ ...answering(), ping: () => Promise.reject(new StoreUnavailable("CUT")) });

describe("what /readyz names", () => {
  for (const [name, store, directory, missing] of [
    ["nothing while both storages answer", answering(), answering(), []],
    ["the cases' storage", silent(), answering(), ["stockage"]],
    ["the directory's", answering(), silent(), ["répertoire des services"]],
    ["both", silent(), silent(), ["stockage", "répertoire des services"]],
  ] as const)
    it(name, async () => assert.deepEqual(await whatIsNotReady({ store, directory }), missing));
});
