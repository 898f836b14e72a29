/** What our server answers, read as its contract says, or what the page has to explain. */
import type * as z from "zod/mini";
import { problem } from "../../src/contracts/problem.ts";
import type { TabProblem } from "../../src/wording/tab.ts";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `detail`: what the answer says beside its code (a report of an import…), as it came. */
  | { readonly ok: false; readonly problem: TabProblem; readonly detail?: unknown };

export type Who = Readonly<Record<string, string>>;
/** The headers that say who asks; asked again for each request, since a token lives for an hour. */
export type Credentials = () => Promise<Answer<Who>>;

const PATIENCE_MS = 15_000;

export interface Sent {
  readonly method?: "GET" | "POST";
  readonly headers?: Who;
  readonly body?: string | Blob;
  readonly patienceMs?: number;
}

/** What came back, whatever it says; a server that is not there, or too slow, is a refusal. */
export async function send(path: string, sent: Sent = {}): Promise<Answer<Response>> {
  const { method = "GET", headers = {}, body, patienceMs = PATIENCE_MS } = sent;
  try {
    const value = await fetch(path, {
      method,
      headers: { ...headers },
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body }),
    });
    return { ok: true, value };
  } catch {
    return { ok: false, problem: "unreachable" };
  }
}

/** Why an answer is a refusal. */
export async function refusalIn(response: Response): Promise<Answer<never>> {
  try {
    const detail: unknown = await response.json();
    const read = problem.safeParse(detail);
    if (read.success) return { ok: false, problem: read.data.code, detail };
    return { ok: false, problem: codeIn(detail) ?? "internal", detail };
  } catch {
    return { ok: false, problem: "internal" };
  }
}

const codeIn = (detail: unknown): TabProblem | undefined => {
  if (typeof detail !== "object" || detail === null || !("code" in detail)) return undefined;
  const read = problem.shape.code.safeParse(detail.code);
  return read.success ? read.data : undefined;
};

/** Undefined: the connection broke on the way. */
const wholeText = (response: Response): Promise<string | undefined> => response.text().catch(() => undefined);

/** An answer that its contract does not know is as good as none. */
export async function readAs<T>(response: Response, schema: z.ZodMiniType<T>): Promise<Answer<T>> {
  if (!response.ok) return refusalIn(response);
  const text = await wholeText(response);
  if (text === undefined) return { ok: false, problem: "unreachable" };
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? { ok: true, value: read.data } : { ok: false, problem: "internal" };
  } catch {
    return { ok: false, problem: "internal" };
  }
}
