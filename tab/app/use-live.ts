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
/** A server that has not answered by then is said not to, while its answer is still waited for. */
const SLOW_MS = 5000;
/** What may pass by itself: what was read before stays on the screen meanwhile. Without a network, Teams does not say who one is either. */
const PASSING: ReadonlySet<TabProblem> = new Set([
  "unreachable",
  "internal",
  "busy",
  "keysUnavailable",
  "signInRefused",
]);
/** What asking again would not change: each asking would leave one more refusal in the trail. It is asked again when somebody comes back to the page. */
const FOR_GOOD: ReadonlySet<TabProblem> = new Set(["notAMember", "roleMayNot", "notFound", "invalid"]);

export const mayPass = (problem: TabProblem): boolean => PASSING.has(problem);
export const isForGood = (problem: TabProblem): boolean => FOR_GOOD.has(problem);

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

const after = <T>(before: Seen<T>, told: Told<T>): Seen<T> => {
  if (told === "slow") return afterSlowness(before);
  return told.ok ? afterStep(before, told.value) : afterRefusal(before, told.problem);
};

type Seen<T> =
  | { readonly state: "loading" }
  | { readonly state: "problem"; readonly problem: TabProblem }
  | { readonly state: "ready"; readonly value: T; readonly stale: boolean };

const afterSlowness = <T>(before: Seen<T>): Seen<T> =>
  before.state === "ready" && !before.stale ? { ...before, stale: true } : before;

const afterRefusal = <T>(before: Seen<T>, problem: TabProblem): Seen<T> =>
  before.state === "ready" && mayPass(problem) ? { ...before, stale: true } : { state: "problem", problem };

const afterStep = <T>(before: Seen<T>, step: Step<T>): Seen<T> => {
  if (step.kind === "new") return { state: "ready", value: step.value, stale: false };
  return before.state === "ready" && before.stale ? { ...before, stale: false } : before;
};

type Told<T> = Answer<Step<T>> | "slow";

/** Asks again and again until told to stop; slower and slower while nothing comes, and at once when the network is back. */
class Asking<T> {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #busy = false;
  #etag = "";
  #wait = EVERY_MS;

  constructor(
    readonly ask: (etag: string) => Promise<Answer<Step<T>>>,
    readonly tell: (told: Told<T>) => void,
  ) {
    document.addEventListener("visibilitychange", this.#now);
    window.addEventListener("online", this.#now);
    void this.#turn();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#now);
    window.removeEventListener("online", this.#now);
  }

  /** Nobody looks: nothing is asked until somebody does. */
  readonly #now = (): void => {
    if (!document.hidden && !this.#busy) void this.#turn();
  };

  async #turn(): Promise<void> {
    clearTimeout(this.#timer);
    this.#busy = true;
    const slow = setTimeout(() => this.#stopped || this.tell("slow"), SLOW_MS);
    const answer = await this.ask(this.#etag);
    clearTimeout(slow);
    this.#busy = false;
    if (this.#stopped) return;
    this.#etag = this.#markAfter(answer);
    this.#wait = answer.ok ? EVERY_MS : Math.min(this.#wait * 2, SLOWEST_MS);
    this.tell(answer);
    if (answer.ok || !isForGood(answer.problem)) this.#timer = setTimeout(this.#now, this.#wait);
  }

  /** Where what was read has left the screen, it is sent whole the next time. */
  #markAfter(answer: Answer<Step<T>>): string {
    if (answer.ok) return answer.value.kind === "new" ? answer.value.etag : this.#etag;
    return mayPass(answer.problem) ? this.#etag : "";
  }
}

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
    const asking = new Asking<T>(
      (etag) => askOnce(credentials, path, schema, etag),
      (told) =>
        setSeen((now) => {
          const before: Seen<T> = now.of === path ? now.what : { state: "loading" };
          const what = after(before, told);
          return what === now.what && now.of === path ? now : { of: path, what };
        }),
    );
    return () => asking.stop();
  }, [credentials, path, schema, asked]);
  const again = useCallback(() => askAgain((count) => count + 1), []);
  return { ...(seen.of === path ? seen.what : { state: "loading" }), again };
};
