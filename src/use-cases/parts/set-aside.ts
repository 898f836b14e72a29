/** A version refused because newer work was there: kept whole, so that the person chooses between the two. */
import type { Actor } from "../../domain/people/actor.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

type InRound = Pick<CaseFile, "code" | "parcours" | "round">;

/** What the ids of a member's refused versions begin with, in the round that is open. */
const mine = (file: InRound, actor: Actor): string =>
  `conflict.${file.code}.${file.parcours}.${file.round ?? "-"}.${actor.memberId}.`;

/** Another version refused later never takes the place of this one: each is settled in turn. One that waits already (`settles`) goes on waiting. */
export const setAside = (
  services: Services,
  actor: Actor,
  file: CaseFile,
  about: string,
  inputs: TypedInputs,
  settles: string | null,
): readonly Write[] => {
  if (settles !== null) return [];
  const doc: Draft = {
    kind: "draft",
    schemaVersion: 1,
    id: `${mine(file, actor)}${about}.${services.ids.digest(JSON.stringify(inputs))}`,
    form: "conflict",
    code: file.code,
    aboutHealth: ["sante", "overview", "recommendation", "review"].includes(about),
    inputs,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
  return [{ op: "put", doc }];
};

export interface Waiting {
  readonly about: string;
  readonly attempt: Versioned<Draft>;
}

/** The versions of this member that wait to be settled, the oldest first. */
export const versionsWaiting = async (services: Services, file: InRound, actor: Actor): Promise<readonly Waiting[]> => {
  const waiting: Waiting[] = [];
  const prefix = mine(file, actor);
  for await (const attempt of everyDocument(services.store, { kind: "draft", key: `case:${file.code}` })) {
    const { id } = attempt.doc;
    const about = id.startsWith(prefix) ? id.slice(prefix.length).split(".")[0] : undefined;
    if (about !== undefined) waiting.push({ about, attempt });
  }
  return waiting;
};

/** The version that was set aside is dropped with the command that takes it over. Only one's own. */
export const settleWrites = (file: CaseFile, actor: Actor, settles: string | null): readonly Write[] =>
  settles?.startsWith(mine(file, actor)) === true ? [{ op: "delete", kind: "draft", id: settles }] : [];
