/**
 * One page of a list of people: one request to the store for each month that it crosses, and no more documents than lines. Where a page starts is
 * said by a day and a code, or by a code alone in the order of names: a name never stands in an address.
 */
import { listedOrder } from "../../domain/dashboard/lists.ts";
import type { Part } from "../../domain/dashboard/measures.ts";
import type { Listed, ListedRow } from "../../domain/dashboard/records.ts";
import { nameOrder } from "../../domain/participant/names.ts";
import type { Services } from "../frame/services.ts";
import type { Plan, Segment } from "./whose-people.ts";

export const LONGEST_PAGE = 100;

export interface Line {
  readonly row: ListedRow;
  /** The milestone that the list is about, or the person's next one. */
  readonly due: ListedRow["due"][number] | null;
  /** The month that it stands in, behind a number. */
  readonly part: Part | null;
}

export interface PageOfLines {
  readonly lines: readonly Line[];
  readonly next: string | null;
  readonly previous: string | null;
}

type Way = "after" | "before";
interface Start {
  readonly way: Way;
  readonly segment: number;
  readonly order: string;
}

/** An order that holds no name: « 2026-12-01 P-2026-0001 ». */
const CURSOR = /^(after|before)\.(now|list|\d{4}-\d{2})\.(?:([\d-]{8,10})\.)?(P-\d{4}-\d{4,6})$/;

export const isCursor = (said: string): boolean => CURSOR.test(said);

/** Where a record that was cancelled stands in the order of names: it has none. */
const NAMELESS = "--------";
const nameless = (code: string): string => `${nameOrder({ givenName: "", familyName: "" })} ${code}`;

const cursorOf = (way: Way, { doc, segment }: Found): string => {
  const { code } = doc.row;
  const byName = listedOrder(doc) === nameless(code) ? `${NAMELESS}.${code}` : code;
  const order = doc.sortedBy === "name" ? byName : listedOrder(doc).replace(" ", ".");
  return `${way}.${segment.part ?? "list"}.${order}`;
};

/** The place of a name: kept where a record left the list since. Undefined: not of this list. */
const orderOfName = async (services: Services, plan: Plan, code: string): Promise<string | undefined> => {
  const isTheirs = (of: { readonly referentId: string; readonly substituteId: string | null }): boolean =>
    plan.referent === null || of.referentId === plan.referent || of.substituteId === plan.referent;
  const line = await services.store.get("listed", `name.${code}`);
  if (line !== undefined && line.doc.row.status !== "cancelled")
    return isTheirs(line.doc.row) ? listedOrder(line.doc) : undefined;
  const identity = await services.store.get("identity", code);
  return identity !== undefined && isTheirs(identity.doc) ? `${nameOrder(identity.doc)} ${code}` : undefined;
};

const startOf = async (services: Services, plan: Plan, cursor: string | null): Promise<Start | undefined> => {
  const [, way, part, on, code = ""] = CURSOR.exec(cursor ?? "") ?? [];
  const segment = plan.segments.findIndex((one) => (one.part ?? "list") === part);
  if (segment === -1 || (way !== "after" && way !== "before")) return undefined;
  const said = on === NAMELESS ? nameless(code) : `${on ?? ""} ${code}`;
  const order = on === undefined ? await orderOfName(services, plan, code) : said;
  return order === undefined ? undefined : { way, segment, order };
};

interface Found {
  readonly doc: Listed;
  readonly segment: Segment;
}

const sooner = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;
const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** What bounds the first list that is read; orders end with a code, which nothing but a digit would make longer. */
const boundsOf = (plan: Plan, start: Start | undefined): { readonly from?: string; readonly to?: string } => {
  const from = later(plan.from, start?.way === "after" ? `${start.order} ` : null);
  const to = sooner(plan.to, start?.way === "before" ? start.order : null);
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
};

/** Lines one way from a place, and whether there are more that way. */
const readFrom = async (
  services: Services,
  plan: Plan,
  start: Start | undefined,
  limit: number,
): Promise<{ readonly found: readonly Found[]; readonly more: boolean }> => {
  const descending = start?.way === "before";
  const first = start?.segment ?? 0;
  const segments = descending ? plan.segments.slice(0, first + 1).reverse() : plan.segments.slice(first);
  const found: Found[] = [];
  for (const [at, segment] of segments.entries()) {
    const bounds = boundsOf(plan, at === 0 ? start : undefined);
    const missing = limit - found.length;
    const query = { kind: "listed", key: segment.key, limit: Math.max(1, missing), descending, ...bounds } as const;
    const page = await services.store.list(query);
    if (missing === 0 && page.items.length > 0) return { found, more: true };
    found.push(...page.items.map(({ doc }) => ({ doc, segment })));
    if (page.cursor !== undefined) return { found, more: true };
  }
  return { found, more: false };
};

const lineOf = ({ doc, segment }: Found): Line => ({
  row: doc.row,
  due: doc.sortedBy === "due" ? doc.due : (doc.row.due[0] ?? null),
  part: segment.part,
});

/** `cursor` null, or of someone who is not in this list: from the beginning. */
export const pageOfLines = async (
  services: Services,
  plan: Plan,
  cursor: string | null,
  limit: number,
): Promise<PageOfLines> => {
  const start = await startOf(services, plan, cursor);
  const { found, more } = await readFrom(services, plan, start, limit);
  const back = start?.way === "before";
  // Everyone on that side has left since.
  if (found.length === 0 && back) return pageOfLines(services, plan, null, limit);
  if (found.length === 0 && start !== undefined && cursor !== null)
    return { lines: [], next: null, previous: cursor.replace("after", "before") };
  const shown = back ? found.toReversed() : found;
  const [first, last] = [shown[0], shown.at(-1)];
  const before = back ? more : start !== undefined;
  const after = back || more;
  return {
    lines: shown.map(lineOf),
    previous: before && first !== undefined ? cursorOf("before", first) : null,
    next: after && last !== undefined ? cursorOf("after", last) : null,
  };
};
