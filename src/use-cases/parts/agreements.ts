/** What a person was told, agreed to, refused or took back: one document each time, with the version of the notice that was in force. */
import type { Actor } from "../../domain/people/actor.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Agreement } from "../../domain/rights/records.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

type Said = Pick<Agreement, "what" | "state" | "on"> & Partial<Pick<Agreement, "language" | "interpreter">>;

/** Written with the command that is about to move the case: one command says each thing once. */
export const agreementWrite = (services: Services, actor: Actor, file: CaseFile, said: Said): Write => {
  const { code, parcours, edition } = file;
  const doc: Agreement = {
    kind: "agreement",
    schemaVersion: 1,
    id: `${code}.${edition + 1}.${said.what}`,
    code,
    parcours,
    language: null,
    interpreter: null,
    ...said,
    version: services.papers.notice.version,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
  return { op: "put", doc, expected: "new" };
};
