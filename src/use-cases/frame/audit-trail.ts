/** The next link of an audit chain, ready to be written with what it tells. */
import { linkAudit } from "../../domain/people/audit.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "./services.ts";

/** Ids, codes, levels and dates only: never a word about a person. */
export type Details = Readonly<Record<string, string | number | boolean | null>>;

export interface Act {
  readonly act: string;
  readonly code: string | null;
  readonly details: Details;
}

export const caseChain = (code: string): string => `case.${code}`;
export const memberChain = (id: string): string => `member.${id}`;

/** Writes that add one entry to a chain. The head is a guard: two writers never give the same number. */
export const auditWrites = async (
  services: Services,
  chain: string,
  actor: Actor,
  entry: Act,
): Promise<readonly Write[]> => {
  const head = await services.store.get("chain", chain);
  const fact = {
    chain,
    at: services.clock.now().toISOString(),
    by: actor.memberId,
    playedBy: actor.playedBy,
    act: entry.act,
    code: entry.code,
    details: { ...entry.details },
  };
  const linked = linkAudit(fact, head?.doc, (text) => services.ids.digest(text));
  return [
    { op: "put", doc: linked.chain, expected: head?.version ?? "new" },
    { op: "put", doc: linked.entry, expected: "new" },
  ];
};
