import type { z } from "zod";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Checkpoint, exitNews } from "../../domain/participant/path-records.ts";
import type { Services } from "../frame/services.ts";

/** What was agreed at each point of this parcours, the latest first, and the news after an exit to employment. */
export interface PointsSeen {
  readonly held: readonly Checkpoint[];
  readonly news: z.infer<typeof exitNews> | undefined;
}

/** Eight years of them. */
const POINTS_AT_MOST = 32;

export const readPoints = async ({ store }: Services, { code, parcours }: CaseFile): Promise<PointsSeen> => {
  const [{ items }, news] = await Promise.all([
    store.list({ kind: "checkpoint", key: `case:${code}`, limit: POINTS_AT_MOST, descending: true }),
    store.get("exitNews", `${code}.${parcours}`),
  ]);
  return { held: items.map(({ doc }) => doc).filter((one) => one.parcours === parcours), news: news?.doc };
};
