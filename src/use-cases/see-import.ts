/** An import as it stands: its counts, and one page of its lines. */
import { z } from "zod";
import { LINE_ENDS, LINE_PLANS, type ImportLine, type ImportRun } from "../domain/exchange/import-records.ts";
import { mayConfirmRetention, mayImport } from "../domain/people/actor.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { isOver } from "./parts/import-over.ts";

export const LINE_LISTS = [
  "warned",
  ...LINE_PLANS.map((plan) => `plan.${plan}`),
  ...LINE_ENDS.map((end) => `end.${end}`),
];

export const seeImportInput = z.strictObject({
  run: z.string().min(1).max(80),
  show: z.string().refine((list) => LINE_LISTS.includes(list)),
  cursor: z.string().max(500).nullable(),
});
type SeeImportInput = z.infer<typeof seeImportInput>;

/** Somebody who may be the same person; an archived file says nothing but its code. */
export interface MayBe {
  readonly code: string;
  readonly identity: Identity | null;
  readonly head: CaseFile | null;
}

export interface ImportSeen {
  readonly run: ImportRun;
  readonly lines: readonly { readonly line: ImportLine; readonly mayBe: readonly MayBe[] }[];
  readonly cursor: string | null;
  /** Reads that a file is archived or erased: for the others it is as if there were none. */
  readonly readsRetired: boolean;
}

/** A file that is archived says its code to whoever reads that it is. */
const withoutRetired = (line: ImportLine): ImportLine => (line.aside === "archived" ? { ...line, code: null } : line);

const PAGE = 20;

const keyOf = ({ run, show }: SeeImportInput): string => {
  const [list = "", which] = show.split(".");
  return which === undefined ? `${list}:${run}` : `${list}:${run}.${which}`;
};

export const seeImport = query<SeeImportInput, ImportRun, ImportSeen>({
  act: "import.see",
  input: seeImportInput,
  load: async (services, actor, { run }) => {
    // Whoever may not import does not learn which imports there are.
    if (!mayImport(actor)) return refused("roleMayNot");
    const found = await services.store.get("importRun", run);
    return found === undefined || (await isOver(services, found.doc)) ? refused("noSuchCase") : done(found.doc);
  },
  allow: (actor) => (mayImport(actor) ? null : "roleMayNot"),
  run: async ({ store }, actor, run, request) => {
    const { cursor } = request;
    const page = await store.list({
      kind: "importLine",
      key: keyOf(request),
      limit: PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    const codes = [...new Set(page.items.flatMap(({ doc }) => doc.candidates))];
    const [identities, heads] = await Promise.all([store.getMany("identity", codes), store.getMany("case", codes)]);
    const mayBe = (code: string): MayBe => {
      const head = heads.find(({ doc }) => doc.code === code)?.doc ?? null;
      const identity = identities.find(({ doc }) => doc.code === code)?.doc ?? null;
      return { code, head, identity: (head?.retired ?? null) === null ? identity : null };
    };
    const readsRetired = mayConfirmRetention(actor);
    const lines = page.items.map(({ doc }) => ({
      line: readsRetired ? doc : withoutRetired(doc),
      mayBe: doc.candidates.map(mayBe),
    }));
    return done({ run, lines, cursor: page.cursor ?? null, readsRetired });
  },
});
