/** What a person was told and agreed to, and what they asked of what is noted about them. */
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { Contested } from "../../domain/rights/codes.ts";
import type { Agreement, RightsRequest } from "../../domain/rights/records.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { readHandovers } from "./read-handovers.ts";

export interface NoticeGiven {
  readonly on: Day;
  /** Null: given before versions were noted. */
  readonly version: string | null;
  readonly language: string | null;
  readonly interpreter: boolean | null;
}

/** The person read a hand-over's sheet and agrees that it be sent; it stands with that hand-over, and is read there. */
export interface SharedWith {
  readonly to: string | null;
  readonly on: Day;
  readonly by: string;
}

export interface RightsSeen {
  /** Null: not yet. */
  readonly given: NoticeGiven | null;
  /** The notice in force is another one than the one that was given. */
  readonly older: boolean;
  readonly version: string;
  /** The latest first. */
  readonly agreements: readonly Agreement[];
  readonly shared: readonly SharedWith[];
  /** What waits first, the soonest due at the top; then the latest. */
  readonly requests: readonly RightsRequest[];
}

const inOrder = (one: RightsRequest, other: RightsRequest): number => {
  if ((one.answer === null) !== (other.answer === null)) return one.answer === null ? -1 : 1;
  return one.answer === null ? one.dueOn.localeCompare(other.dueOn) : other.at.localeCompare(one.at);
};

export const readRequests = async (services: Services, code: string): Promise<readonly RightsRequest[]> => {
  const requests: RightsRequest[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "rightsRequest", key: `case:${code}` }))
    requests.push(doc);
  return requests.toSorted(inOrder);
};

/** What the person contests and nobody answered yet: said wherever their file is read. */
export const openContests = async (services: Services, code: string): Promise<readonly Contested[]> => {
  const requests = await readRequests(services, code);
  const open = requests.flatMap(({ contested, answer }) => (contested === null || answer !== null ? [] : [contested]));
  return [...new Set(open)];
};

const givenOf = ({ entry }: CaseFile, agreements: readonly Agreement[]): NoticeGiven | null => {
  const last = agreements.find(({ what }) => what === "notice");
  if (last !== undefined) return last;
  return entry === null ? null : { on: entry.noticeOn, version: null, language: null, interpreter: entry.interpreter };
};

const sharedOf = async (services: Services, file: CaseFile): Promise<readonly SharedWith[]> =>
  (await readHandovers(services, file)).flatMap(({ agreed, to }) =>
    agreed === null ? [] : [{ to: to?.name ?? null, on: agreed.on, by: agreed.by }],
  );

export const readRights = async (services: Services, file: CaseFile): Promise<RightsSeen> => {
  const agreements: Agreement[] = [];
  for await (const { doc } of everyDocument(services.store, { kind: "agreement", key: `case:${file.code}` }))
    agreements.unshift(doc);
  const { version } = services.papers.notice;
  const given = givenOf(file, agreements);
  return {
    given,
    older: given !== null && given.version !== version,
    version,
    agreements,
    shared: await sharedOf(services, file),
    requests: await readRequests(services, file.code),
  };
};
