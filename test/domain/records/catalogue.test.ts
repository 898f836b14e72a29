import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { z } from "zod";
import { catalogue } from "../../../src/domain/records/catalogue.ts";

const DOMAIN = new URL("../../../src/domain/", import.meta.url);

/** The kinds that the rooms say they keep, as often as they say it. */
const kept = async (): Promise<readonly string[]> => {
  const files = readdirSync(DOMAIN)
    .map((room) => (room === "records" ? "records/bookkeeping-codecs.ts" : `${room}/codecs.ts`))
    .filter((file) => existsSync(new URL(file, DOMAIN)));
  const rooms = await Promise.all(
    files.map(async (file) => (await import(new URL(file, DOMAIN).href)) as Record<string, object>),
  );
  return rooms.flatMap((offered) => Object.values(offered).flatMap((codecs) => Object.keys(codecs)));
};

const mayBeNamed =
  (shape: z.core.$ZodType) =>
  (kind: string): boolean =>
    !(z.safeParse(shape, { kind }).error?.issues ?? []).some(({ path }) => path[0] === "kind");

describe("The catalogue of what is kept", () => {
  it("gathers every kind of document of every room, and none twice", async () => {
    assert.deepEqual((await kept()).toSorted(), Object.keys(catalogue).toSorted());
  });

  it("gives each kind the documents that bear its name", () => {
    for (const [kind, { schema }] of Object.entries(catalogue)) {
      const shapes = schema instanceof z.ZodDiscriminatedUnion ? schema.options : [schema];
      for (const shape of shapes)
        assert.deepEqual([kind, "another"].filter(mayBeNamed(shape)), [kind], `« ${kind} » is said of other documents`);
    }
  });
});
