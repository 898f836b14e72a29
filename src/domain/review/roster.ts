/** Who is in a channel, beside who is in the team file. */
import type { Member } from "../people/member.ts";
import type { MemberId } from "../participant/codes.ts";
import type { CellLink } from "./records.ts";

export interface InChannel {
  readonly objectId: string | null;
  /** `29:…`; an application has `28:…`. */
  readonly userId: string;
  readonly name: string;
}
export type Outsiders = CellLink["outsiders"];
export type Roster = CellLink["roster"];

/** What one link keeps of a channel. */
const KEPT_AT_MOST = 500;

const isApplication = ({ userId }: InChannel): boolean => userId.startsWith("28:");

/** `knownAs`: the members' `29:` ids, for who comes without an object id. */
export const readRoster = (
  people: readonly InChannel[],
  members: readonly Member[],
  knownAs: ReadonlyMap<string, MemberId>,
): { readonly outsiders: Outsiders; readonly roster: Roster } => {
  const memberOf = ({ objectId, userId }: InChannel): MemberId | undefined => {
    const id = objectId ?? knownAs.get(userId);
    return members.find(({ aadObjectId }) => aadObjectId === id)?.aadObjectId;
  };
  const persons = people.filter((person) => !isApplication(person));
  return {
    outsiders: persons
      .filter((person) => memberOf(person) === undefined)
      .map(({ objectId, name }) => ({ objectId, name }))
      .slice(0, KEPT_AT_MOST),
    roster: persons
      .flatMap((person) => {
        const memberId = memberOf(person);
        return memberId === undefined ? [] : [{ memberId, userId: person.userId }];
      })
      .slice(0, KEPT_AT_MOST),
  };
};

type Outsider = Outsiders[number];
/** Whoever comes without an id is known by their name only. */
const keyOf = ({ objectId, name }: Outsider): string => objectId ?? `name:${name}`;

/** What the digest of the outsiders covers: the same people, in whatever order. */
export const outsidersText = (outsiders: Outsiders): string => JSON.stringify(outsiders.map(keyOf).sort());

/** True when nobody came since: whoever left needs no new confirmation. */
export const nobodyNew = (before: Outsiders, now: Outsiders): boolean => {
  const known = new Set(before.map(keyOf));
  return now.every((outsider) => known.has(keyOf(outsider)));
};

/**
 * Whom the refresh of a card serves, by their `29:` ids: everyone of the cell, at most sixty; beyond, whoever answered last keeps their place and
 * the oldest gives theirs up.
 */
export const refreshedFor = (
  members: readonly MemberId[],
  responders: readonly MemberId[],
  userIdOf: ReadonlyMap<MemberId, string>,
  atMost: number,
): readonly string[] => {
  const latest = responders.filter((id) => members.includes(id));
  const inOrder = [...new Set([...latest, ...members])];
  return [...new Set(inOrder.flatMap((id) => userIdOf.get(id) ?? []))].slice(0, atMost);
};
