/** *Conservation*: this month's list with the names of today, the earlier ones, and the files that are archived. */
import { z } from "zod";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayConfirmRetention, maySeeRetention } from "../domain/people/actor.ts";
import { keptUntil } from "../domain/rights/retention.ts";
import type { RetentionLine, RetentionList } from "../domain/rights/retention-records.ts";
import type { Day } from "../domain/participant/codes.ts";
import { everyDocument } from "./frame/every-document.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { possibleDuplicates } from "./parts/registration.ts";

const input = z.strictObject({});

/** A name as it is now; null: it is erased. */
interface RetainedPerson {
  readonly code: string;
  readonly name: string | null;
}
export interface RetentionSeen {
  readonly last: { readonly list: RetentionList; readonly lines: readonly SeenLine[] } | null;
  readonly earlier: readonly RetentionList[];
  readonly archived: readonly ArchivedFile[];
  readonly mayConfirm: boolean;
}
interface SeenLine extends RetainedPerson {
  readonly line: RetentionLine;
  /** The case moved since the list was made: it is left alone. */
  readonly moved: boolean;
  /** The day by which something the person asked is to be answered; null: nothing waits. */
  readonly asked: Day | null;
}
interface ArchivedFile extends RetainedPerson {
  readonly file: CaseFile;
  readonly until: Day | null;
  /** Files in use that may be this person's, who came back: nobody else is told. */
  readonly again: readonly string[];
}

const EARLIER_AT_MOST = 24;
const READ_AT_ONCE = 200;

const byCode = async (
  { store }: Services,
  codes: readonly string[],
): Promise<{ readonly identities: ReadonlyMap<string, Identity>; readonly files: ReadonlyMap<string, CaseFile> }> => {
  const identities = new Map<string, Identity>();
  const files = new Map<string, CaseFile>();
  for (let from = 0; from < codes.length; from += READ_AT_ONCE) {
    const some = codes.slice(from, from + READ_AT_ONCE);
    for (const { doc } of await store.getMany("identity", some)) identities.set(doc.code, doc);
    for (const { doc } of await store.getMany("case", some)) files.set(doc.code, doc);
  }
  return { identities, files };
};

const nameOf = (identity: Identity | undefined): string | null =>
  identity === undefined ? null : `${identity.givenName} ${identity.familyName}`.trim();

const seenLines = async (services: Services, { lines }: RetentionList): Promise<readonly SeenLine[]> => {
  const { identities, files } = await byCode(
    services,
    lines.map(({ code }) => code),
  );
  return lines.map((line) => ({
    code: line.code,
    name: nameOf(identities.get(line.code)),
    line,
    moved: line.settled === null && files.get(line.code)?.edition !== line.edition,
    asked: files.get(line.code)?.rightsDueOn ?? null,
  }));
};

const archivedFiles = async (services: Services): Promise<readonly ArchivedFile[]> => {
  const files: CaseFile[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "case", key: "archived" })) files.push(doc);
  const { identities } = await byCode(
    services,
    files.map(({ code }) => code),
  );
  return Promise.all(
    files.map(async (file) => {
      const identity = identities.get(file.code);
      const again = identity === undefined ? [] : await possibleDuplicates(services, identity);
      return {
        code: file.code,
        name: nameOf(identity),
        file,
        until: keptUntil(file, services.papers.retention),
        again: again.map((one) => one.identity.code),
      };
    }),
  );
};

export const seeRetention = query<z.infer<typeof input>, null, RetentionSeen>({
  act: "retention.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (maySeeRetention(actor) ? null : "roleMayNot"),
  run: async (services, actor) => {
    const lists = await services.store.list({
      ...{ kind: "retentionList", key: "all", descending: true },
      limit: EARLIER_AT_MOST,
    });
    const [last, ...earlier] = lists.items.map(({ doc }) => doc);
    return done({
      last: last === undefined ? null : { list: last, lines: await seenLines(services, last) },
      earlier,
      archived: mayConfirmRetention(actor) ? await archivedFiles(services) : [],
      mayConfirm: mayConfirmRetention(actor),
    });
  },
});
