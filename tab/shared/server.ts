import { problem } from "../../src/contracts/problem.ts";
import { tabConfig, type TabConfig } from "../../src/contracts/tab-config.ts";
import type { TabProblem } from "../../src/wording/tab.ts";

/** What our server gave, or what the page has to explain. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: TabProblem };

const refused = (code: TabProblem) => ({ ok: false, problem: code }) as const;

async function ask<T>(
  path: string,
  headers: Record<string, string>,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { headers, cache: "no-store", redirect: "error" });
  } catch {
    return refused("unreachable");
  }
  try {
    if (response.ok) return { ok: true, value: await read(response) };
    return refused(problem.parse(await response.json()).code);
  } catch {
    return refused("internal");
  }
}

/** How this page signs in. */
export const askConfig = (): Promise<Answer<TabConfig>> =>
  ask("/tab/config.json", {}, async (response) => tabConfig.parse(await response.json()));

const addressOf = (kind: string, code: string | null): string =>
  `/api/documents/${[kind, ...(code === null ? [] : [code])].map(encodeURIComponent).join("/")}`;

/** A document as HTML, about one person when a code is given, asked with the person's own credentials. */
export const askDocument = (
  kind: string,
  code: string | null,
  credentials: Record<string, string>,
): Promise<Answer<string>> => ask(addressOf(kind, code), credentials, (response) => response.text());

/** The same as a file of a word processor. */
export const askFile = (
  kind: string,
  code: string | null,
  credentials: Record<string, string>,
): Promise<Answer<Blob>> => ask(`${addressOf(kind, code)}?format=docx`, credentials, (response) => response.blob());
