import { TOLD } from "../../domain/outreach/codes.ts";
import type { PrescriberTold } from "../../domain/outreach/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Services } from "../frame/services.ts";

/** What the prescriber was told of this parcours, the latest last. */
export const toldOf = async (
  { store }: Pick<Services, "store">,
  { code, parcours }: Pick<CaseFile, "code" | "parcours">,
): Promise<readonly PrescriberTold[]> => {
  const found = await store.getMany(
    "prescriberTold",
    TOLD.map((what) => `${code}.${parcours}.${what}`),
  );
  return found.map(({ doc }) => doc).sort((one, other) => one.at.localeCompare(other.at));
};
