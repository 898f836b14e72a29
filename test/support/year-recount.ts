/** The counters of the dashboard, and the same counted by adding up what is stored of each person. */
import assert from "node:assert/strict";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import type { ActiveFile } from "../../src/domain/dashboard/active-file.ts";
import { countsIn } from "../../src/domain/dashboard/records.ts";
import type { Erased } from "../../src/domain/rights/retention-records.ts";
import type { Handover } from "../../src/domain/handover/records.ts";
import { isExit } from "../../src/domain/review/outcomes.ts";
import { seeDashboard } from "../../src/use-cases/see-dashboard.ts";
import { ask } from "../../src/use-cases/frame/use-case.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { actorOf } from "../../src/use-cases/demo/doing.ts";
import type { YearDocuments } from "./year-documents.ts";

export type Counted = Readonly<Record<string, number>>;
export const tallied = (keys: Iterable<string>): Counted => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort());
};

const AS_COUNTED = ["entered", "reaching", "oriented", "sentBy", "notMet", "leaves", "refused", "file"];
/** Of a key of the counters, what is compared: a measure, whoever accompanies the person and on whichever day. */
const comparedOf = (key: string): string | null => {
  const [measure = ""] = key.split("|");
  const [what = "", one = "", two = ""] = measure.split("/");
  if (what === "decided") return `decided ${one}`;
  if (what === "exit") return `exit ${two}`;
  if (what === "handedOver") return `handedOver ${one} ${["inTime", "later"].includes(two) ? "held" : two}`;
  return AS_COUNTED.includes(what) ? measure.replaceAll("/", " ") : null;
};

/** What the dashboard counts, month by month: « 2026-03 entered ». */
export const countedByTheProduct = async ({ store }: Services): Promise<Counted> => {
  const found: Record<string, number> = {};
  const projection = await store.get("projection", "cases");
  assert.ok(projection !== undefined, "nothing was counted");
  const { generation } = projection.doc;
  for await (const { doc } of everyDocument(store, { kind: "counter", key: `generation:${generation}` }))
    for (const [key, count] of Object.entries(countsIn(doc))) {
      const compared = comparedOf(key);
      if (compared !== null) found[`${doc.part} ${compared}`] = (found[`${doc.part} ${compared}`] ?? 0) + count;
    }
  return Object.fromEntries(Object.entries(found).sort());
};

const month = (day: string): string => day.slice(0, 7);
const isFollowed = ({ status }: CaseFile): boolean => ["entered", "decided", "inPath"].includes(status);
const isHeld = ({ held: { byPerson, byPartner } }: Handover): boolean => byPerson !== null && byPartner !== null;

/** How somebody who had entered left, and on which day; null: they are still followed. */
export const leftOf = ({ files, reviews, handovers }: YearDocuments) => {
  const left = new Map<string, { readonly how: string; readonly on: string }>();
  for (const one of handovers)
    if (one.what === "reorient" && one.appointment !== null && isHeld(one))
      left.set(one.code, { how: "reorient", on: one.appointment.on });
  for (const { code, decided } of reviews)
    if (decided !== null && isExit(decided.outcome)) left.set(code, { how: decided.outcome, on: decided.on });
  for (const { code, ended } of files) if (ended !== null) left.set(code, { how: ended.how, on: ended.on });
  return left;
};

const ofOrientation = ({ plie }: Services, { identities }: YearDocuments, file: CaseFile): readonly string[] => {
  const { code, orientedOn, entry, status, outreach, ended } = file;
  const became = entry !== null ? "met" : status === "oriented" ? "waiting" : "notMet";
  const rank = plie.prescribers.indexOf(identities.get(code)?.prescriber ?? "");
  const on = month(orientedOn);
  return [
    ...[`${on} oriented ${became}`, `${on} sentBy ${rank < 0 ? "x" : String(rank)} ${became}`],
    ...(became === "waiting" && outreach !== null ? [`${on} reaching`] : []),
    ...(became === "notMet" ? [`${on} notMet ${ended?.how ?? "unsaid"}`] : []),
  ];
};

const BEST_FIRST = ["held", "underWay", "without"];
/** Of several of a kind and a month, the best counts; each refusal of a kind once a month. */
const ofHandovers = (handovers: readonly Handover[], followed: boolean): readonly string[] => {
  const became = handovers.flatMap((one) => {
    if (isHeld(one)) return [`${month(one.decidedOn)} handedOver ${one.what} held`];
    if (one.closed?.because === "undone") return [];
    return [
      `${month(one.decidedOn)} handedOver ${one.what} ${one.closed === null && followed ? "underWay" : "without"}`,
    ];
  });
  const isBeaten = (one: string): boolean =>
    BEST_FIRST.slice(0, BEST_FIRST.indexOf(one.split(" ").at(-1) ?? "")).some((better) =>
      became.includes([...one.split(" ").slice(0, -1), better].join(" ")),
    );
  const refused = handovers
    .flatMap(({ sendings }) => sendings)
    .flatMap(({ to, answer, answeredOn, reason }) =>
      answeredOn === null || answer === null || answer === "accepted"
        ? []
        : [`${month(answeredOn)} refused ${to.lead ?? "relay"} ${answer === "expired" ? "noAnswer" : String(reason)}`],
    );
  return [...became.filter((one) => !isBeaten(one)), ...refused];
};

const ofDecisions = ({ reviews }: YearDocuments, of: string): readonly string[] =>
  reviews.flatMap(({ code, decided }) => {
    if (decided === null || code !== of) return [];
    const said = `${month(decided.on)} decided ${decided.outcome}`;
    return isExit(decided.outcome) ? [said, `${month(decided.on)} exit ${decided.outcome}`] : [said];
  });

/** Of who is erased, what was kept for the counts is all that can be counted. */
const ofErased = ({ marks }: Erased): readonly string[] => [
  ...new Set(
    Object.entries(marks).flatMap(([part, of]) =>
      of.flatMap(({ measure }) => {
        const compared = comparedOf(measure.join("/"));
        return compared === null ? [] : [`${part} ${compared}`];
      }),
    ),
  ),
];

const dayOf = ({ marks }: Erased, counted: string): string | undefined =>
  Object.values(marks)
    .flat()
    .find(({ measure: [what] }) => what === counted)?.on ?? undefined;

/** The same, person by person: each counts once for a measure of a month. */
export const countedAgain = (services: Services, year: YearDocuments): Counted => {
  const left = leftOf(year);
  const gone = new Set(year.erased.map(({ code }) => code));
  return tallied([
    ...year.erased.flatMap(ofErased),
    ...year.files.flatMap((file) => {
      const { code, entry } = file;
      if (gone.has(code)) return [];
      const out = left.get(code);
      const own = year.handovers.filter((one) => one.code === code);
      return [
        ...new Set([
          ...ofOrientation(services, year, file),
          ...(entry === null ? [] : [`${month(entry.on)} entered`]),
          ...ofDecisions(year, code),
          ...(entry === null || out === undefined ? [] : [`${month(out.on)} leaves ${out.how}`]),
          ...(isFollowed(file) ? ["now file"] : []),
          ...ofHandovers(own, isFollowed(file)),
        ]),
      ];
    }),
  ]);
};

const PERIODS = [
  ["2026-01-01", "2026-12-31"],
  ["2026-01-01", "2026-03-31"],
  ["2026-04-01", "2026-06-30"],
  ["2026-07-01", "2026-09-30"],
  ["2026-10-01", "2026-12-31"],
] as const;

const fileSeen = async (services: Services, from: string, to: string): Promise<ActiveFile> => {
  const reader = services.people.members().find(({ roles }) => roles.includes("coordinatrice"));
  assert.ok(reader !== undefined);
  const seen = await ask(services, actorOf(services, reader), seeDashboard, { from, to, referent: null });
  assert.ok(seen.ok && seen.value.lead !== null);
  return seen.value.lead.file;
};

/** *File active*, of the year and of each of its quarters: who is in it on a day is who had entered and had not left. */
export const fileIsTrue = async (services: Services, year: YearDocuments): Promise<void> => {
  const left = leftOf(year);
  const entered = [
    ...year.files.flatMap(({ code, entry }) =>
      entry === null ? [] : [{ on: entry.on, out: left.get(code)?.on ?? "9999" }],
    ),
    ...year.erased.flatMap((one) => {
      const on = dayOf(one, "entered");
      return on === undefined ? [] : [{ on, out: dayOf(one, "leaves") ?? "9999" }];
    }),
  ];
  for (const [from, to] of PERIODS) {
    const { start, entries, exitsTotal, end } = await fileSeen(services, from, to);
    const again = [
      entered.filter(({ on, out }) => on < from && out >= from),
      entered.filter(({ on }) => from <= on && on <= to),
      entered.filter(({ out }) => from <= out && out <= to),
      entered.filter(({ on, out }) => on <= to && out > to),
    ];
    assert.deepEqual(
      [start, entries, exitsTotal, end].map(({ count }) => count),
      again.map(({ length }) => length),
      `the file from ${from} to ${to} is not who entered and who left`,
    );
  }
};
