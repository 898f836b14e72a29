/**
 * The person's own copy, for a program: every document about them as it is kept, kind after kind, written while it is read. Keys are those of what
 * is kept, so that nothing is lost on the way, and each that is met is told in French at the end; whoever works at the PLIE is a role. No address of
 * Teams.
 */
import type { StoredDocument } from "../domain/records/catalogue.ts";
import { FIELD_CATEGORIES, kindWords } from "../wording/aipd.ts";
import { withRoles } from "./person-copy.ts";

const COPY_FORMAT = "repere.copie-personne.1";

/** Places of Teams, which say nothing of the person. */
const OF_TEAMS: ReadonlySet<string> = new Set(["conversationId", "activityId", "serviceUrl", "channelId"]);

/** Names that stand in the file, to be told at its end. */
interface Met {
  readonly kinds: Set<string>;
  readonly keys: Set<string>;
}

const written = (doc: StoredDocument, who: (id: string) => string, { kinds, keys }: Met): string => {
  kinds.add(doc.kind);
  return JSON.stringify(doc, (key, value: unknown) => {
    if (OF_TEAMS.has(key)) return undefined;
    keys.add(key);
    return typeof value === "string" ? withRoles(value, who) : value;
  });
};

const FIELDS: ReadonlyMap<string, string> = new Map(
  [
    { kind: "sorte de document", schemaVersion: "forme du document" },
    ...FIELD_CATEGORIES.map(({ fields }) => fields),
  ].flatMap((fields) => Object.entries(fields)),
);

/** What each kind and each field is, for whoever was given the file and nothing else. */
const legend = ({ kinds, keys }: Met): string =>
  JSON.stringify({
    documents: Object.fromEntries([...kinds].map((kind) => [kind, kindWords(kind)?.name ?? ""])),
    fields: Object.fromEntries([...FIELDS].filter(([name]) => keys.has(name))),
  });

export interface CopyForProgram {
  readonly code: string;
  readonly on: string;
  readonly plie: string;
  readonly documents: AsyncIterable<StoredDocument>;
  readonly openings: AsyncIterable<{ readonly at: string; readonly by: string }>;
  readonly who: (id: string) => string;
}

export async function* personCopyJson(copy: CopyForProgram): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { code, on, plie } = copy;
  const met: Met = { kinds: new Set(), keys: new Set(["at", "by"]) };
  yield encoder.encode(
    `{"format":${JSON.stringify(COPY_FORMAT)},"code":${JSON.stringify(code)},"on":${JSON.stringify(on)},"plie":${JSON.stringify(plie)},"documents":[`,
  );
  let between = "";
  for await (const doc of copy.documents) {
    yield encoder.encode(`${between}${written(doc, copy.who, met)}`);
    between = ",\n";
  }
  yield encoder.encode(`],"openings":[`);
  between = "";
  for await (const { at, by } of copy.openings) {
    yield encoder.encode(`${between}${JSON.stringify({ at, by: copy.who(by) })}`);
    between = ",\n";
  }
  yield encoder.encode(`],"legend":${legend(met)}}\n`);
}
