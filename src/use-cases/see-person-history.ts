/** Who did what on a case, and when. Who opened it is read with the rights of the person. */
import { z } from "zod";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode, type Instant } from "../domain/participant/codes.ts";
import { mayCarryCase, mayReadArchived, maySeeCase, type Actor } from "../domain/people/actor.ts";
import type { CaseEvent } from "../domain/records/bookkeeping.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode, loadDossier } from "./parts/on-case.ts";
import type { Dossier } from "./parts/dossier.ts";

const input = z.strictObject({ code: participantCode });

/** Shown at most; what is older stays in the trail. */
const ACTS_AT_MOST = 100;

export interface PastAct {
  readonly at: Instant;
  /** The member's name; null once they left the team. */
  readonly by: string | null;
  readonly act: string;
  readonly domain: string | null;
  readonly review: string | null;
}

export interface PersonHistory {
  readonly acts: readonly PastAct[];
  /** False: older ones are not shown. */
  readonly whole: boolean;
}

const textIn = (details: Readonly<Record<string, unknown>>, field: string): string | null => {
  const value = details[field];
  return typeof value === "string" ? value : null;
};

/** That health was noted is not told once the person does not wish it to be. */
const domainIn = ({ details }: Pick<CaseEvent, "details">, { health }: CaseFile): string | null => {
  const domain = textIn(details, "domain");
  return domain === "sante" && health !== "agreed" ? null : domain;
};

/** Beside the domain where it was raised, an urgent point would nearly be named: it is for the référent alone. */
const toldOf = (event: CaseEvent, file: CaseFile, carries: boolean): Pick<PastAct, "act" | "domain"> => {
  const told = { act: event.what, domain: domainIn(event, file) };
  if (carries) return told;
  if (told.act === "assessment.recordedUrgent") return { ...told, act: "assessment.recorded" };
  return told.act === "urgent.raised" ? { ...told, domain: null } : told;
};

const actsOf = async (services: Services, actor: Actor, file: CaseFile): Promise<PersonHistory> => {
  const { code } = file;
  const carries = mayCarryCase(actor, file);
  const asked = { kind: "event", key: `case:${code}`, limit: ACTS_AT_MOST, descending: true } as const;
  const { items, cursor } = await services.store.list(asked);
  const acts = items.map(({ doc }) => ({
    at: doc.at,
    by: services.people.byObjectId(doc.by)?.name ?? null,
    ...toldOf(doc, file, carries),
    review: textIn(doc.details, "review"),
  }));
  return { acts, whole: cursor === undefined };
};

export const seePersonHistory = query<z.infer<typeof input>, Dossier, PersonHistory>({
  act: "person.history",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadDossier,
  allow: (actor, { file }) => (maySeeCase(actor, file.doc) || mayReadArchived(actor, file.doc) ? null : "noSuchCase"),
  run: async (services, actor, dossier) => done(await actsOf(services, actor, dossier.file.doc)),
});
