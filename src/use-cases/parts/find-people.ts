/** People found by code or by name, with one typing error: in a référent's own list, or among everyone. */
import type { Identity } from "../../domain/participant/identity.ts";
import { lookupKeys, nameParts, withinOneError } from "../../domain/participant/names.ts";
import { participantCodeFrom } from "../../domain/participant/typed.ts";
import { maySeeCompleteness, type Actor } from "../../domain/people/actor.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

const SEARCHED_AT_MOST = 200;
export const LONGEST_SEARCH = 100;
const MOST_WORDS = 6;
const LOOKED_UP = 3;
/** Under this length the beginning of a family name is no search: half of the list would answer. */
const SHORTEST_BEGINNING = 2;

export interface Found {
  readonly identities: readonly Identity[];
  /** More names begin so than are read: what is found is not all. */
  readonly partial: boolean;
}

/** How well a name answers what was typed: each typed word begins, or is one typing error from, a part of the name. */
const answers = (identity: Identity, words: readonly string[]): boolean => {
  const parts = [...nameParts(identity.givenName), ...nameParts(identity.familyName)];
  return words.every((word) =>
    parts.some((part) => part.startsWith(word) || (word.length > 3 && withinOneError(word, part))),
  );
};

/** A référent's own list is short: it is read whole, so that the beginning of a name is enough. */
const inListOf = async (
  services: Services,
  referent: MemberId,
  words: readonly string[],
): Promise<readonly Identity[]> => {
  const found: Identity[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "identity", key: `referent:${referent}` }))
    if (answers(doc, words)) found.push(doc);
  return found;
};

/** Words looked up, longest first; what they bring is checked against all. */
const lookedUp = (words: readonly string[]): readonly string[] =>
  words.toSorted((one, other) => other.length - one.length).slice(0, LOOKED_UP);

/** In the list of everyone, whole words are looked up with one typing error, and family names by their beginning. */
const amongAll = async (services: Services, words: readonly string[]): Promise<Found> => {
  const common = { kind: "identity", limit: SEARCHED_AT_MOST } as const;
  const some = lookedUp(words);
  const beginnings = [...new Set([words.join(" "), ...some])].filter((word) => word.length >= SHORTEST_BEGINNING);
  const pages = await Promise.all([
    ...lookupKeys(some.join(" ")).map((key) => services.store.list({ ...common, key })),
    ...beginnings.map((from) => services.store.list({ ...common, key: "all", from, to: `${from}\u{10FFFF}` })),
  ]);
  const found = pages.flatMap(({ items }) => items.map(({ doc }) => doc)).filter((doc) => answers(doc, words));
  return {
    identities: [...new Map(found.map((doc) => [doc.code, doc])).values()],
    partial: pages.some(({ cursor }) => cursor !== undefined),
  };
};

const byCode = async (services: Services, actor: Actor, typed: string): Promise<readonly Identity[] | undefined> => {
  const code = participantCodeFrom(typed, Number(services.clock.today().slice(0, 4)));
  if (code === undefined) return undefined;
  const [identity, file] = await Promise.all([services.store.get("identity", code), services.store.get("case", code)]);
  return identity === undefined || file === undefined || !maySeeCompleteness(actor, file.doc) ? [] : [identity.doc];
};

/** Whoever answers what was typed, in no order. `referent` null: among everyone. */
export const findPeople = async (
  services: Services,
  actor: Actor,
  typed: string,
  referent: MemberId | null,
): Promise<Found> => {
  const coded = await byCode(services, actor, typed);
  if (coded !== undefined) return { identities: coded, partial: false };
  const words = nameParts(typed).slice(0, MOST_WORDS);
  if (words.length === 0) return { identities: [], partial: false };
  return referent === null
    ? amongAll(services, words)
    : { identities: await inListOf(services, referent, words), partial: false };
};
