/** Which months, and whose people: in the address, by codes. And where each number leads. */
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import type { DashboardPage } from "../../../src/contracts/dashboard.ts";

export type Asked = DashboardPage["asked"];
export const PRESETS = ["month", "quarter", "twelve", "year", "lastYear"] as const;
export type Preset = (typeof PRESETS)[number];

export interface Months {
  readonly from: string;
  readonly to: string;
}
export interface Narrowing {
  /** Null: what the server chooses, the last twelve months. */
  readonly months: Months | null;
  readonly referent: string | null;
}

const LONGEST = 36;
const monthOf = (day: string): string => day.slice(0, 7);
const rankOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (rank: number): string =>
  `${String(Math.floor(rank / 12)).padStart(4, "0")}-${String((rank % 12) + 1).padStart(2, "0")}`;

export const presetMonths = (preset: Preset, today: string): Months => {
  const now = rankOf(today);
  const january = now - (now % 12);
  const until = (from: number, to = now): Months => ({ from: monthAt(from), to: monthAt(to) });
  const of: Readonly<Record<Preset, Months>> = {
    month: until(now),
    quarter: until(now - 2),
    twelve: until(now - 11),
    year: until(january, january + 11),
    lastYear: until(january - 12, january - 1),
  };
  return of[preset];
};

export const presetOf = ({ from, to, today }: Asked): Preset | "other" =>
  PRESETS.find((preset) => {
    const months = presetMonths(preset, today);
    return months.from === monthOf(from) && months.to === monthOf(to);
  }) ?? "other";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** Whether two months are a period that the server knows how to count. */
export const arePeriod = ({ from, to }: Months): boolean =>
  MONTH.test(from) && MONTH.test(to) && from <= to && rankOf(to) - rankOf(from) < LONGEST;

export const narrowingIn = (query: URLSearchParams): Narrowing => {
  const months = { from: query.get("du") ?? "", to: query.get("au") ?? "" };
  return { months: arePeriod(months) ? months : null, referent: query.get("referent") };
};

export const narrowedAddress = ({ months, referent }: Narrowing): string =>
  tabAddress("tableau-de-bord", null, {
    ...(months === null ? {} : { du: months.from, au: months.to }),
    ...(referent === null ? {} : { referent }),
  });

const lastDay = (month: string): string => {
  const next = monthAt(rankOf(month) + 1);
  return new Date(Date.parse(`${next}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
};

const queryOf = ({ months, referent }: Narrowing): Record<string, string> => ({
  ...(months === null ? {} : { from: `${months.from}-01`, to: lastDay(months.to) }),
  ...(referent === null ? {} : { referent }),
});

export const dashboardPath = (narrowing: Narrowing): string => {
  const query = new URLSearchParams(queryOf(narrowing)).toString();
  return `/api/dashboard${query === "" ? "" : `?${query}`}`;
};
export const exportPath = (narrowing: Narrowing, format: "xlsx" | "csv"): string =>
  `/api/dashboard/export?${new URLSearchParams({ ...queryOf(narrowing), format }).toString()}`;

type Query = Readonly<Record<string, string>>;
const people = (query: Query): string => tabAddress("participants", null, query);
const whose = (referent: string | null): Query => ({ referent: referent ?? "tous" });

/** Where numbers lead: the list of the very people who are counted. */
export const listsBehind = ({ from, to, referent }: Asked) => {
  const months = { du: monthOf(from), au: monthOf(to) };
  const year = to.slice(0, 4);
  return {
    step: (step: string) => people({ etape: step, ...whose(referent) }),
    status: (status: string, of: string) => people({ statut: status, ...whose(of) }),
    late: (milestone: string) => people({ echeance: milestone, retard: "1", ...whose(referent) }),
    coming: (milestone: string) => people({ echeance: milestone, bientot: "1", ...whose(referent) }),
    outreach: () => people({ attente: "1", ...whose(referent) }),
    inPeriod: (...measure: string[]) => people({ derriere: measure.join("/"), ...months, ...whose(referent) }),
    today: (...measure: string[]) => people({ derriere: measure.join("/"), ...whose(referent) }),
    ofTerritory: (...measure: string[]) => people({ derriere: measure.join("/") }),
    ofTerritoryInPeriod: (...measure: string[]) => people({ derriere: measure.join("/"), ...months }),
    inYear: (...measure: string[]) => people({ derriere: measure.join("/"), du: `${year}-01`, au: `${year}-12` }),
  };
};
export type ListsBehind = ReturnType<typeof listsBehind>;
