/** The people to show: the list as it is now, or those whom what is typed may mean, asked again while the page is looked at. */
import { useEffect, useRef, useState } from "react";
import {
  participantsPage,
  type ParticipantsFilters,
  type ParticipantsPage,
  type ParticipantsSearch,
} from "../../../src/contracts/participants.ts";
import type { TabProblem } from "../../../src/wording/tab.ts";
import type { Answer } from "../../app/server.ts";
import { useAsk } from "../../app/use-ask.ts";
import { isForGood, mayPass, useLive } from "../../app/use-live.ts";
import { listPath } from "./narrowing.ts";

/** Whoever types is not followed letter by letter. */
const TYPING_MS = 300;
const AGAIN_MS = 2000;
const AFTER_REFUSAL_MS = 8000;

type Answered = Answer<ParticipantsPage>;

/** Asks a search again and again until told to stop. */
const keepSearching = (search: () => Promise<Answered>, tell: (answer: Answered) => void): (() => void) => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const turn = async (): Promise<void> => {
    if (document.hidden) {
      timer = setTimeout(() => void turn(), AGAIN_MS);
      return;
    }
    const answer = await search();
    if (stopped) return;
    tell(answer);
    if (!answer.ok && isForGood(answer.problem)) return;
    timer = setTimeout(() => void turn(), answer.ok ? AGAIN_MS : AFTER_REFUSAL_MS);
  };
  timer = setTimeout(() => void turn(), TYPING_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

/** What was answered last, and to what. */
interface Heard {
  readonly asked: string;
  readonly answer: Answered;
}

/** Null: nothing is searched. */
const useSearch = (asked: ParticipantsSearch | null): Heard | undefined => {
  const ask = useAsk();
  const [heard, setHeard] = useState<Heard>();
  const body = asked === null ? null : JSON.stringify(asked);
  useEffect(() => {
    if (body === null) return undefined;
    const sent: unknown = JSON.parse(body);
    return keepSearching(
      () => ask.post("/api/participants/search", sent, participantsPage),
      (answer) => setHeard({ asked: body, answer }),
    );
  }, [ask, body]);
  return heard?.asked === body ? heard : undefined;
};

export interface People {
  /** What is shown, which may be of the narrowing before while the next one comes; undefined: nothing yet. */
  readonly page: ParticipantsPage | undefined;
  /** What is shown is what is asked. */
  readonly current: boolean;
  readonly stale: boolean;
  readonly problem: TabProblem | null;
  readonly again: () => void;
}

type Now = Pick<People, "page" | "stale" | "problem">;
const COMING: Now = { page: undefined, stale: false, problem: null };

const ofSearch = (heard: Heard | undefined, before: ParticipantsPage | undefined): Now => {
  if (heard === undefined) return COMING;
  const { answer } = heard;
  if (answer.ok) return { page: answer.value, stale: false, problem: null };
  return before === undefined || !mayPass(answer.problem)
    ? { page: undefined, stale: false, problem: answer.problem }
    : { page: before, stale: true, problem: null };
};

/** `query` is searched among those whom the filters keep. */
export const usePeople = (filters: ParticipantsFilters, cursor: string | null, query: string): People => {
  const isSearch = query !== "";
  const live = useLive(isSearch ? null : listPath(filters, cursor), participantsPage);
  const heard = useSearch(isSearch ? { query, filters, cursor } : null);
  const last = useRef<ParticipantsPage>(undefined);
  const listed: Now =
    live.state === "ready"
      ? { page: live.value, stale: live.stale, problem: null }
      : { ...COMING, problem: live.state === "problem" ? live.problem : null };
  const now = isSearch ? ofSearch(heard, last.current) : listed;
  /** What one may not read any more does not stay on the screen. */
  const withheld = now.problem !== null && !mayPass(now.problem);
  useEffect(() => {
    if (now.page !== undefined || withheld) last.current = now.page;
  });
  return {
    ...now,
    page: withheld ? undefined : (now.page ?? last.current),
    current: now.page !== undefined,
    again: live.again,
  };
};
