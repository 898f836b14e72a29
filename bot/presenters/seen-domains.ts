/** The domains of a diagnostic that a cell reads one by one. Of health the same is always said: its silence would tell as much as a level. */
import { DOMAIN_IDS, type DomainId } from "../../src/domain/framework/schema.ts";
import type { FrozenFinding, Snapshot } from "../../src/domain/review/records.ts";

export const HEALTH: DomainId = "sante";
const SEEN: readonly DomainId[] = DOMAIN_IDS.filter((domain) => domain !== HEALTH);

/** Where something helps already. */
export const helpsIn = ({ findings }: Snapshot): readonly DomainId[] =>
  SEEN.filter((domain) => (findings[domain]?.strength ?? "").trim() !== "");

export const foundIn = ({
  findings,
}: Snapshot): readonly { readonly domain: DomainId; readonly finding: FrozenFinding }[] =>
  SEEN.flatMap((domain) => {
    const finding = findings[domain];
    return finding === undefined ? [] : [{ domain, finding }];
  });
