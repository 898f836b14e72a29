import { z } from "zod";
import { frameworkChanges, type FrameworkChange } from "../domain/framework/changes.ts";
import { maySeeSettings } from "../domain/people/actor.ts";
import type { StoredFramework } from "../domain/records/bookkeeping.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const version = z.string().max(20).nullable();
/** Null: the version in force, and the one before it. */
const input = z.strictObject({ from: version, to: version });
type Input = z.infer<typeof input>;

interface KeptVersion {
  readonly version: string;
  readonly publishedOn: string | null;
  /** Since when this PLIE works with it. */
  readonly at: string;
}
export interface FrameworkComparison {
  /** Last first. */
  readonly versions: readonly KeptVersion[];
  /** Null: there is only one. */
  readonly compared: {
    readonly from: string;
    readonly to: string;
    readonly changes: readonly FrameworkChange[];
  } | null;
}

const READ_AT_MOST = 50;

const published = z.object({ publishedOn: z.string() });

interface ReadVersion extends KeptVersion {
  readonly text: unknown;
}
const readVersion = ({ version: name, at, text }: StoredFramework): ReadVersion => {
  const json: unknown = JSON.parse(text);
  const read = published.safeParse(json);
  return { version: name, publishedOn: read.success ? read.data.publishedOn : null, at, text: json };
};

const keptVersions = async ({ store }: Services): Promise<readonly ReadVersion[]> => {
  const page = await store.list({ kind: "framework", key: "all", limit: READ_AT_MOST, descending: true });
  return page.items.map(({ doc }) => readVersion(doc));
};

/** What the version in force, or any other that was kept, changed: as the files said it, sections that came later included. */
export const compareFrameworks = query<Input, null, FrameworkComparison>({
  act: "framework.compare",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (maySeeSettings(actor) ? null : "roleMayNot"),
  run: async (services, _actor, _loaded, { from, to }) => {
    const kept = await keptVersions(services);
    const versions = kept.map(({ version: name, publishedOn, at }) => ({ version: name, publishedOn, at }));
    const later = kept.findIndex((one) => one.version === (to ?? services.frameworks.current.version));
    const earlier = from === null ? later + 1 : kept.findIndex((one) => one.version === from);
    const [before, after] = [kept[earlier], kept[later]];
    if (after === undefined || (from !== null && before === undefined)) return refused("choiceMissing");
    if (before === undefined) return done({ versions, compared: null });
    const changes = frameworkChanges(before.text, after.text);
    return done({ versions, compared: { from: before.version, to: after.version, changes } });
  },
});
