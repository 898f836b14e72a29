import { createMemoryStore, emptyDisk } from "../../src/stores/memory/memory-store.ts";
import type { MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { storeContract } from "./store.contract.ts";

storeContract("memory", () => {
  const disks = new Map<string, MemoryDisk>();
  const clock = { at: new Date("2026-11-24T08:00:00.000Z") };
  const diskOf = (plieId: string): MemoryDisk => {
    const disk = disks.get(plieId) ?? emptyDisk();
    disks.set(plieId, disk);
    return disk;
  };
  return Promise.resolve({
    clock,
    open: ({ plieId = "dijon", catalogue } = {}) =>
      Promise.resolve(
        createMemoryStore({
          now: () => clock.at,
          disk: diskOf(plieId),
          ...(catalogue === undefined ? {} : { catalogue }),
        }),
      ),
    close: () => Promise.resolve(),
  });
});
