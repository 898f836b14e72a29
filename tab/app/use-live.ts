/** What a page shows stays as the store says it: asked again every two seconds while somebody looks, with the mark of what was read last. */
import { useCallback, useEffect, useState } from "react";
import type * as z from "zod/mini";
import type { TabProblem } from "../../src/wording/tab.ts";
import { readAs, send, type Answer, type Credentials } from "./server.ts";
import { useSession } from "./session.tsx";

export type Live<T> = (
  | { readonly state: "loading" }
  | { readonly state: "problem"; readonly problem: TabProblem }
  /** `stale`: the server does not answer any more; what is shown is the last that it said. */
  | { readonly state: "ready"; readonly value: T; readonly stale: boolean }
) & { readonly again: () => void };

const EVERY_MS = 2000;
const SLOWEST_MS = 30_000;
/** What may pass by itself: what was read before stays on the screen meanwhile. */
const PASSING: ReadonlySet<TabProblem> = new Set(["unreachable", "internal", "busy", "keysUnavailable"]);

type Step<T> = { readonly kind: "same" } | { readonly kind: "new"; readonly value: T; readonly etag: string };

const askOnce = async <T>(
  credentials: Credentials,
  path: string,
  schema: z.ZodMiniType<T>,
  etag: string,
): Promise<Answer<Step<T>>> => {
  const who = await credentials();
  if (!who.ok) return who;
  const headers = { ...who.value, ...(etag === "" ? {} : { "If-None-Match": etag }) };
  const answer = await send(path, { headers });
  if (!answer.ok) return answer;
  if (answer.value.status === 304) return { ok: true, value: { kind: "same" } };
  const read = await readAs(answer.value, schema);
  if (!read.ok) return read;
  return { ok: true, value: { kind: "new", value: read.value, etag: answer.value.headers.get("ETag") ?? "" } };
};

type Seen<T> =
  | { readonly state: "loading" }
  | { readonly state: "problem"; readonly problem: TabProblem }
  | { readonly state: "ready"; readonly value: T; readonly stale: boolean };

const afterRefusal = <T>(before: Seen<T>, problem: TabProblem): Seen<T> =>
  before.state === "ready" && PASSING.has(problem) ? { ...before, stale: true } : { state: "problem", problem };

const afterStep = <T>(before: Seen<T>, step: Step<T>): Seen<T> => {
  if (step.kind === "new") return { state: "ready", value: step.value, stale: false };
  return before.state === "ready" && before.stale ? { ...before, stale: false } : before;
};

/** Asks again and again until told to stop; slower and slower while nothing comes. */
const keepAsking = <T>(ask: (etag: string) => Promise<Answer<Step<T>>>, tell: (answer: Answer<Step<T>>) => void) => {
  const state: { stopped: boolean; timer: ReturnType<typeof setTimeout> | undefined } = {
    stopped: false,
    timer: undefined,
  };
  let etag = "";
  let wait = EVERY_MS;
  const turn = async (): Promise<void> => {
    const answer = await ask(etag);
    if (state.stopped) return;
    if (answer.ok && answer.value.kind === "new") ({ etag } = answer.value);
    wait = answer.ok ? EVERY_MS : Math.min(wait * 2, SLOWEST_MS);
    tell(answer);
    state.timer = setTimeout(whenSeen, wait);
  };
  const whenSeen = (): void => {
    if (!document.hidden) return void turn();
    document.addEventListener("visibilitychange", whenSeen, { once: true });
  };
  void turn();
  return () => {
    state.stopped = true;
    clearTimeout(state.timer);
    document.removeEventListener("visibilitychange", whenSeen);
  };
};

/** A path of the API, read live; null: nothing to ask yet. */
export const useLive = <T>(path: string | null, schema: z.ZodMiniType<T>): Live<T> => {
  const { credentials } = useSession();
  const [asked, askAgain] = useState(0);
  const [seen, setSeen] = useState<{ readonly of: string | null; readonly what: Seen<T> }>({
    of: path,
    what: { state: "loading" },
  });
  useEffect(() => {
    if (path === null) return undefined;
    const before = (now: { readonly of: string | null; readonly what: Seen<T> }): Seen<T> =>
      now.of === path ? now.what : { state: "loading" };
    return keepAsking<T>(
      (etag) => askOnce(credentials, path, schema, etag),
      (answer) =>
        setSeen((now) => {
          const what = answer.ok ? afterStep(before(now), answer.value) : afterRefusal(before(now), answer.problem);
          return what === now.what && now.of === path ? now : { of: path, what };
        }),
    );
  }, [credentials, path, schema, asked]);
  const again = useCallback(() => askAgain((count) => count + 1), []);
  return { ...(seen.of === path ? seen.what : { state: "loading" }), again };
};
