import type { Attempt, EndingWords, PrescriberTold } from "../../domain/outreach/records.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Services } from "../frame/services.ts";
import { attemptsOf } from "./attempts-of.ts";
import { toldOf } from "./told-of.ts";

/** What was tried to meet a person in this parcours, how it ended, and what the prescriber was told. */
export interface ContactsSeen {
  readonly attempts: readonly Attempt[];
  readonly told: readonly PrescriberTold[];
  readonly words: EndingWords | undefined;
}

export const readContacts = async (services: Services, file: CaseFile): Promise<ContactsSeen> => {
  const [attempts, told, words] = await Promise.all([
    attemptsOf(services, file),
    toldOf(services, file),
    file.ended === null ? undefined : services.store.get("endingWords", `${file.code}.${file.parcours}`),
  ]);
  return { attempts, told, words: words?.doc };
};
