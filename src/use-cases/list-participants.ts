import { z } from "zod";
import { mayListAllCases, mayListOwnCases, maySeeCompleteness, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { lookupKeys, nameParts, withinOneError } from "../domain/participant/names.ts";
import { participantCodeFrom } from "../domain/participant/typed.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import type { Write } from "../ports/store.ts";
import { PAGE_SIZE, pageByCode, type PageByCode } from "./frame/page-by-code.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({
  /** True to answer what this member last asked for: see `rememberSearch`. */
  searching: z.boolean(),
  /** The code at the top of the page; null: the first page. */
  cursor: participantCode.nullable(),
});
type Input = z.infer<typeof input>;

export interface ParticipantRow {
  readonly identity: Identity;
  readonly file: CaseFile;
  readonly due: CaseSummary["due"];
}
export interface ParticipantsPage {
  readonly rows: readonly ParticipantRow[];
  /** What was searched, as typed; empty: the whole list. */
  readonly query: string;
  readonly next: PageByCode<Identity>["next"];
  readonly previous: PageByCode<Identity>["previous"];
  /** True where the list is that of every référent. */
  readonly everyone: boolean;
}

const SEARCHED_AT_MOST = 200;
const LONGEST_SEARCH = 100;

const rowsOf = async (services: Services, identities: readonly Identity[]): Promise<readonly ParticipantRow[]> => {
  const codes = identities.map((identity) => identity.code);
  const [files, summaries] = await Promise.all([
    services.store.getMany("case", codes),
    services.store.getMany("summary", codes),
  ]);
  const byCode = new Map(files.map(({ doc }) => [doc.code, doc]));
  const dueOf = new Map(summaries.map(({ doc }) => [doc.code, doc.due]));
  return identities.flatMap((identity) => {
    const file = byCode.get(identity.code);
    return file === undefined ? [] : [{ identity, file, due: dueOf.get(identity.code) ?? [] }];
  });
};

/** How well a name answers what was typed: each typed word begins, or is one typing error from, a part of the name. */
const answers = (identity: Identity, words: readonly string[]): boolean => {
  const parts = [...nameParts(identity.givenName), ...nameParts(identity.familyName)];
  return words.every((word) =>
    parts.some((part) => part.startsWith(word) || (word.length > 3 && withinOneError(word, part))),
  );
};

/** A référent's own list is short: it is read whole, so that the beginning of a name is enough. */
const inOwnList = async (services: Services, actor: Actor, words: readonly string[]): Promise<readonly Identity[]> => {
  const found: Identity[] = [];
  let cursor: string | undefined;
  do {
    const page = await services.store.list({
      kind: "identity",
      key: `referent:${actor.memberId}`,
      limit: SEARCHED_AT_MOST,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.items.map(({ doc }) => doc).filter((identity) => answers(identity, words)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

/** In the list of everyone, whole words are looked up, with one typing error. */
const amongAll = async (services: Services, typed: string, words: readonly string[]): Promise<readonly Identity[]> => {
  const found = new Map<string, Identity>();
  for (const key of lookupKeys(typed))
    for (const { doc } of (await services.store.list({ kind: "identity", key, limit: SEARCHED_AT_MOST })).items)
      if (answers(doc, words)) found.set(doc.code, doc);
  return [...found.values()];
};

const byCode = async (services: Services, actor: Actor, typed: string): Promise<readonly Identity[] | undefined> => {
  const code = participantCodeFrom(typed, Number(services.clock.today().slice(0, 4)));
  if (code === undefined) return undefined;
  const [identity, file] = await Promise.all([services.store.get("identity", code), services.store.get("case", code)]);
  return identity === undefined || file === undefined || !maySeeCompleteness(actor, file.doc) ? [] : [identity.doc];
};

const search = async (services: Services, actor: Actor, typed: string): Promise<readonly Identity[]> => {
  const coded = await byCode(services, actor, typed);
  if (coded !== undefined) return coded;
  const words = nameParts(typed);
  if (words.length === 0) return [];
  const found = mayListAllCases(actor)
    ? await amongAll(services, typed, words)
    : await inOwnList(services, actor, words);
  return [...found].sort((one, other) => one.familyName.localeCompare(other.familyName, "fr")).slice(0, PAGE_SIZE);
};

const searchId = (actor: Actor): string => `search.${actor.memberId}`;

/** Keeps what a member searches, with their drafts: a name never travels in a reference to a screen. */
export const rememberSearch = (services: Services, actor: Actor, typed: string): Write => ({
  op: "put",
  doc: {
    kind: "draft",
    schemaVersion: 1,
    id: searchId(actor),
    form: "search",
    code: null,
    aboutHealth: false,
    inputs: { query: Array.from(typed.trim()).slice(0, LONGEST_SEARCH).join("") },
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  },
});

const typedSearch = async (services: Services, actor: Actor): Promise<string> =>
  (await services.store.get("draft", searchId(actor)))?.doc.inputs["query"] ?? "";

/**
 * *Mes participants*: a référent's own, everyone's for those who carry no case and answer for the PLIE. Found by code or by name, with one
 * typing error, among all those that the actor may see.
 */
export const listParticipants = query<Input, null, ParticipantsPage>({
  act: "participants.list",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayListOwnCases(actor) || mayListAllCases(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, request) => {
    const everyone = !mayListOwnCases(actor);
    const typed = request.searching ? await typedSearch(services, actor) : "";
    if (typed !== "") {
      const rows = await rowsOf(services, await search(services, actor, typed));
      return done({ rows, query: typed, next: null, previous: null, everyone });
    }
    const key = everyone ? "all" : `referent:${actor.memberId}`;
    const { docs, next, previous } = await pageByCode(services, "identity", key, request.cursor);
    return done({ rows: await rowsOf(services, docs), query: "", next, previous, everyone });
  },
});
