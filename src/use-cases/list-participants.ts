import { z } from "zod";
import { mayCarryCase, mayListAllCases, mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import type { Write } from "../ports/store.ts";
import { PAGE_SIZE, pageByCode, type PageByCode } from "./frame/page-by-code.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { findPeople, LONGEST_SEARCH } from "./parts/find-people.ts";
import { searchId } from "./parts/search-draft.ts";

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

/** The list of a suppléance ends with its last day, whenever it is brought up to date. */
const rowsOf = async (
  services: Services,
  actor: Actor,
  identities: readonly Identity[],
): Promise<readonly ParticipantRow[]> => {
  const codes = identities.map((identity) => identity.code);
  const [files, summaries] = await Promise.all([
    services.store.getMany("case", codes),
    services.store.getMany("summary", codes),
  ]);
  const byCode = new Map(files.map(({ doc }) => [doc.code, doc]));
  const dueOf = new Map(summaries.map(({ doc }) => [doc.code, doc.due]));
  return identities.flatMap((identity) => {
    const file = byCode.get(identity.code);
    const listed = file !== undefined && (mayListAllCases(actor) || mayCarryCase(actor, file));
    return listed ? [{ identity, file, due: dueOf.get(identity.code) ?? [] }] : [];
  });
};

const search = async (services: Services, actor: Actor, typed: string): Promise<readonly Identity[]> => {
  const referent = mayListAllCases(actor) ? null : actor.memberId;
  const { identities } = await findPeople(services, actor, typed, referent);
  return identities.toSorted((one, other) => one.familyName.localeCompare(other.familyName, "fr")).slice(0, PAGE_SIZE);
};

/** Keeps what a member searches, with their drafts: a name never travels in a reference to a screen. */
export const rememberSearch = (services: Services, actor: Actor, typed: string): Write => ({
  op: "put",
  doc: {
    kind: "draft",
    schemaVersion: 1,
    id: searchId(actor.memberId),
    form: "search",
    code: null,
    aboutHealth: false,
    inputs: { query: Array.from(typed.trim()).slice(0, LONGEST_SEARCH).join("") },
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  },
});

const typedSearch = async (services: Services, actor: Actor): Promise<string> =>
  (await services.store.get("draft", searchId(actor.memberId)))?.doc.inputs["query"] ?? "";

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
      const rows = await rowsOf(services, actor, await search(services, actor, typed));
      return done({ rows, query: typed, next: null, previous: null, everyone });
    }
    const key = everyone ? "all" : `referent:${actor.memberId}`;
    const { docs, next, previous } = await pageByCode(services, "identity", key, request.cursor);
    return done({ rows: await rowsOf(services, actor, docs), query: "", next, previous, everyone });
  },
});
