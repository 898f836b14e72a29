/** A version refused because newer work was there: kept whole, so that the person chooses between the two. */
import type { Actor } from "../domain/people/actor.ts";
import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import type { Draft } from "../domain/records/bookkeeping.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Write } from "../ports/store.ts";
import type { Services } from "./services.ts";

export const conflictId = (file: Pick<CaseFile, "code" | "parcours" | "round">, about: string, actor: Actor): string =>
  `conflict.${file.code}.${file.parcours}.${file.round ?? "-"}.${about}.${actor.memberId}`;

export const setAside = (
  services: Services,
  actor: Actor,
  file: CaseFile,
  about: string,
  inputs: TypedInputs,
): Write => {
  const doc: Draft = {
    kind: "draft",
    schemaVersion: 1,
    id: conflictId(file, about, actor),
    form: "conflict",
    code: file.code,
    aboutHealth: about === "sante" || about === "overview",
    inputs,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
  return { op: "put", doc };
};

/** The version that was set aside is dropped with the command that takes it over. */
export const settleWrites = (file: CaseFile, about: string, actor: Actor): readonly Write[] => [
  { op: "delete", kind: "draft", id: conflictId(file, about, actor) },
];
