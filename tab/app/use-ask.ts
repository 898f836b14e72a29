/** Asks the server for a person who is signed in. Nothing is kept but what the page keeps. */
import { useMemo } from "react";
import type * as z from "zod/mini";
import { readAs, refusalIn, send, type Answer, type Credentials, type Sent, type Who } from "./server.ts";
import { useSession } from "./session.tsx";

export interface Ask {
  get<T>(path: string, schema: z.ZodMiniType<T>): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, schema: z.ZodMiniType<T>): Promise<Answer<T>>;
  /** A press: its key goes with it, the same each time that it is sent again, so that it is done once. */
  press<T>(path: string, key: string, body: unknown, schema: z.ZodMiniType<T>): Promise<Answer<T>>;
  /** A file as it is, under its own type; waited for as long as a heavy one may take. */
  upload<T>(path: string, file: Blob, type: string, schema: z.ZodMiniType<T>): Promise<Answer<T>>;
  /** A document as text. */
  text(path: string): Promise<Answer<string>>;
  /** A file to keep. */
  file(path: string): Promise<Answer<Blob>>;
}

const sendAs = async (credentials: Credentials, path: string, sent: Sent = {}): Promise<Answer<Response>> => {
  const who = await credentials();
  return who.ok ? send(path, { ...sent, headers: { ...sent.headers, ...who.value } }) : who;
};

const reading =
  (credentials: Credentials) =>
  async <T>(path: string, sent: Sent, schema: z.ZodMiniType<T>): Promise<Answer<T>> => {
    const answer = await sendAs(credentials, path, sent);
    return answer.ok ? readAs(answer.value, schema) : answer;
  };

/** What is to be read, and what is to be kept: anything else that comes is none of ours. */
const isDocument = ({ headers }: Response): boolean => headers.get("Content-Type")?.startsWith("text/html") === true;
const isFile = ({ headers }: Response): boolean =>
  headers.get("Content-Disposition")?.startsWith("attachment") === true;

const taking =
  (credentials: Credentials) =>
  async <T>(
    path: string,
    isOurs: (came: Response) => boolean,
    take: (came: Response) => Promise<T>,
  ): Promise<Answer<T>> => {
    const answer = await sendAs(credentials, path);
    if (!answer.ok) return answer;
    if (!answer.value.ok) return refusalIn(answer.value);
    if (!isOurs(answer.value)) return { ok: false, problem: "internal" };
    try {
      return { ok: true, value: await take(answer.value) };
    } catch {
      return { ok: false, problem: "unreachable" };
    }
  };

const UPLOAD_MS = 10 * 60_000;

const jsonOf = (body: unknown, besides: Who = {}): Sent => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...besides },
  body: JSON.stringify(body),
});

const askWith = (credentials: Credentials): Ask => {
  const read = reading(credentials);
  const take = taking(credentials);
  return {
    get: (path, schema) => read(path, {}, schema),
    post: (path, body, schema) => read(path, jsonOf(body), schema),
    press: (path, key, body, schema) => read(path, jsonOf(body, { "Idempotency-Key": key }), schema),
    upload: (path, file, type, schema) =>
      read(path, { method: "POST", headers: { "Content-Type": type }, body: file, patienceMs: UPLOAD_MS }, schema),
    text: (path) => take(path, isDocument, (came) => came.text()),
    file: (path) => take(path, isFile, (came) => came.blob()),
  };
};

export const useAsk = (): Ask => {
  const { credentials } = useSession();
  return useMemo(() => askWith(credentials), [credentials]);
};
