/** Who accompanies somebody, as the other software names them. Pure. */
import { cleanText } from "../text.ts";
import { nameParts } from "../participant/names.ts";
import type { Member } from "../people/member.ts";
import { folded, type ImportMapping } from "./import-mapping.ts";

export type ReferentRead =
  { readonly kind: "found"; readonly id: string } | { readonly kind: "empty" | "unknownReferent" | "severalReferents" };

interface Team {
  readonly mapping: Pick<ImportMapping, "referents">;
  readonly members: readonly Member[];
}

const inAnyOrder = (name: string): string => [...nameParts(name)].sort().join(" ");

/** By id, by a name that the file of correspondences gives them, or by their own, in any order. Only who is a référent of the team file. */
export const referentFrom = (typed: string, { mapping, members }: Team): ReferentRead => {
  const text = cleanText(typed);
  if (text === "") return { kind: "empty" };
  const word = folded(text);
  const alias = mapping.referents.find(({ aliases }) => aliases.some((one) => folded(one) === word));
  const named = members
    .filter(({ roles }) => roles.includes("referent"))
    .filter(({ aadObjectId, name }) =>
      alias === undefined
        ? aadObjectId === text.toLowerCase() || inAnyOrder(name) === inAnyOrder(text)
        : aadObjectId === alias.id,
    );
  const [one, ...others] = named;
  if (one === undefined) return { kind: "unknownReferent" };
  return others.length === 0 ? { kind: "found", id: one.aadObjectId } : { kind: "severalReferents" };
};
