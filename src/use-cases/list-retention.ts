/**
 * On the first worked day of each month, who has reached the end of the time that their file is kept: one list a month, that a person confirms line by
 * line. Nobody is erased by it. Two instances make it once.
 */
import type { CaseFile } from "../domain/participant/case-file.ts";
import { nextWorkingDay } from "../domain/participant/days.ts";
import { keptFrom, proposalFor } from "../domain/rights/retention.ts";
import { LINES_AT_MOST, type RetentionLine, type RetentionList } from "../domain/rights/retention-records.ts";
import type { Write } from "../ports/store.ts";
import { everyDocument } from "./frame/every-document.ts";
import type { Services } from "./frame/services.ts";
import { reachOwnChat } from "./parts/own-chat.ts";

const lineFor = (services: Services, head: CaseFile, esfLeft: ReadonlySet<string>): readonly RetentionLine[] => {
  const { retention } = services.papers;
  const proposes = proposalFor(head, esfLeft.has(head.code), retention, services.clock.today());
  if (proposes === null) return [];
  const since = head.retired === null ? keptFrom(head) : head.retired.on;
  return [{ code: head.code, edition: head.edition, since, proposes, settled: null }];
};

const esfLeft = async ({ store }: Services): Promise<ReadonlySet<string>> => {
  const codes = new Set<string>();
  for await (const { doc } of everyDocument(store, { kind: "erased", key: "esfLeft" })) codes.add(doc.code);
  return codes;
};

/** The longest without a contact first. */
const linesOf = async (services: Services): Promise<readonly RetentionLine[]> => {
  const left = await esfLeft(services);
  const lines: RetentionLine[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "case", key: "all" }))
    lines.push(...lineFor(services, doc, left));
  return lines.toSorted((one, other) => (`${one.since} ${one.code}` < `${other.since} ${other.code}` ? -1 : 1));
};

/** Whoever confirms is told that it is there. */
const told = async (services: Services): Promise<readonly Write[]> => {
  const screen = { screen: "retention", notice: null, at: null };
  const about = { code: null, review: null };
  const coordinators = services.people.members().filter(({ roles }) => roles.includes("coordinatrice"));
  const chats = coordinators.map(({ aadObjectId }) => reachOwnChat(services, aadObjectId, screen, about));
  return (await Promise.all(chats)).flatMap((writes) => writes ?? []);
};

/** Makes the list of this month, once its first worked day has come. */
export const listRetention = async (services: Services): Promise<void> => {
  const { store, clock, calendar, papers } = services;
  const today = clock.today();
  const month = today.slice(0, 7);
  if (today < nextWorkingDay(`${month}-01`, (day) => calendar.isWorkingDay(day))) return;
  if ((await store.get("retentionList", month)) !== undefined) return;
  const lines = await linesOf(services);
  const doc: RetentionList = {
    ...{ kind: "retentionList", schemaVersion: 1, month, on: today, version: papers.retention.version },
    lines: lines.slice(0, LINES_AT_MOST),
    more: Math.max(0, lines.length - LINES_AT_MOST),
    at: clock.now().toISOString(),
  };
  const written = await store.commit([
    { op: "put", doc, expected: "new" },
    ...(lines.length === 0 ? [] : await told(services)),
  ]);
  if (written.ok) services.log.info("retention.listed", { version: month, count: lines.length });
};
