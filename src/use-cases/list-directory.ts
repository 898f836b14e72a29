/** The whole directory, page by page, closed services included: what the tab browses. */
import { z } from "zod";
import type { DirectoryHead } from "../domain/offer/records.ts";
import type { ServiceSheet } from "../domain/offer/offer-of.ts";
import { pageOfDirectory } from "./parts/directory.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({ cursor: z.string().max(500).nullable() });

interface DirectoryPage {
  readonly sheets: readonly ServiceSheet[];
  readonly cursor: string | null;
  readonly head: DirectoryHead | undefined;
}

export const listDirectory = query<z.infer<typeof input>, null, DirectoryPage>({
  act: "directory.list",
  input,
  load: () => Promise.resolve(done(null)),
  // Nothing of a person stands in the directory: every member reads it.
  allow: () => null,
  run: async (services, _actor, _loaded, { cursor }) => done(await pageOfDirectory(services, cursor)),
});
