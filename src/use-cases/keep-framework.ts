import { z } from "zod";
import { readFramework } from "../domain/framework/read-framework.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Clock } from "../ports/clock.ts";
import type { Frameworks } from "../ports/frameworks.ts";
import type { Ids } from "../ports/ids.ts";
import type { Store } from "../ports/store.ts";

interface Keeping {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** False when this version is already kept with other content: a version that was used never changes. */
export const keepFramework = async (
  { store, clock, ids }: Keeping,
  current: Framework,
  text: string,
): Promise<boolean> => {
  const sha256 = ids.digest(text);
  const known = await store.get("framework", current.version);
  if (known !== undefined) return known.doc.sha256 === sha256;
  const at = clock.now().toISOString();
  const written = await store.commit([
    {
      op: "put",
      doc: { kind: "framework", schemaVersion: 1, version: current.version, sha256, text, at },
      expected: "new",
    },
  ]);
  return written.ok || (await store.get("framework", current.version))?.doc.sha256 === sha256;
};

const anyObject = z.record(z.string(), z.unknown());

/** A version kept before some rules existed is read with those in force: its domains, levels, thresholds and delays are its own. */
const withRules = (text: unknown, { suggestion, reviews, milestones, activation }: Framework): unknown => {
  const read = anyObject.safeParse(text);
  if (!read.success) return text;
  const own = (section: string): Record<string, unknown> => anyObject.safeParse(read.data[section]).data ?? {};
  return {
    ...{ suggestion, activation },
    ...read.data,
    reviews: { ...reviews, ...own("reviews") },
    milestones: { ...milestones, ...own("milestones") },
  };
};

/** Diagnostics are read with the version they were made with; what was read once stays in memory, there are few. */
export const createFrameworks = (store: Store, current: Framework): Frameworks => {
  const known = new Map<string, Framework>([[current.version, current]]);
  return {
    current,
    version: async (version) => {
      const remembered = known.get(version);
      if (remembered !== undefined) return remembered;
      const kept = await store.get("framework", version);
      if (kept === undefined) return undefined;
      const read = readFramework(withRules(JSON.parse(kept.doc.text), current));
      if (!read.ok) throw new Error(`The framework ${version} that is kept cannot be read.`);
      known.set(version, read.framework);
      return read.framework;
    },
  };
};
