/** What narrows the list stands in the address, by codes: what is searched never does. */
import { participantsFilters, type ParticipantsFilters } from "../../../src/contracts/participants.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";

export const SORTS = { nom: "name", date: "since", echeance: "due" } as const;
const WHOSE = { moi: "mine", tous: "everyone" } as const;

/** Names in the address, and what the server calls them. */
const NAMES = {
  statut: "status",
  etape: "step",
  echeance: "milestone",
  retard: "late",
  bientot: "soon",
  attente: "outreach",
  referent: "referent",
  tri: "sort",
  derriere: "behind",
  du: "from",
  au: "to",
} as const;
const PAGE = "page";

/** What changes; null: not narrowed so any more. */
export type Change = Partial<Readonly<Record<keyof typeof NAMES | typeof PAGE, string | null>>>;

/** Words of the address that the server says otherwise. */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = { tri: SORTS, referent: WHOSE };

/** Undefined: the address says what is no narrowing. */
export const filtersIn = (query: URLSearchParams): ParticipantsFilters | undefined => {
  const said = Object.entries(NAMES).flatMap(([address, name]) => {
    const value = query.get(address);
    return value === null ? [] : [[name, SAID[address]?.[value] ?? value]];
  });
  const read = participantsFilters.safeParse(Object.fromEntries(said));
  return read.success ? read.data : undefined;
};

export const cursorIn = (query: URLSearchParams): string | null => query.get(PAGE);

/** Another narrowing starts at its first page. */
export const changedAddress = (query: URLSearchParams, change: Change): string => {
  const next = new URLSearchParams(query);
  if (!(PAGE in change)) next.delete(PAGE);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return tabAddress("participants", null, Object.fromEntries(next));
};

/** The address of the API for a page of the list. */
export const listPath = (filters: ParticipantsFilters, cursor: string | null): string => {
  const said = Object.entries({ ...filters, cursor: cursor ?? undefined });
  const query = new URLSearchParams(said.filter((one): one is [string, string] => one[1] !== undefined)).toString();
  return `/api/participants${query === "" ? "" : `?${query}`}`;
};
