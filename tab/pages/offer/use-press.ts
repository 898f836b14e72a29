/** A press that is done once: its key is drawn the first time, and given again until the server has answered. */
import { useRef, useState } from "react";
import type * as z from "zod/mini";
import type { TabProblem } from "../../../src/wording/tab.ts";
import { useAsk } from "../../app/use-ask.ts";
import type { Answer } from "../../app/server.ts";

/** The server may not have been heard: the same press again is then the same one. */
const NOT_HEARD: ReadonlySet<TabProblem> = new Set(["unreachable", "internal", "busy", "keysUnavailable"]);

export interface Press<T> {
  readonly busy: boolean;
  /** Undefined: another press is on its way. */
  readonly send: (body: unknown) => Promise<Answer<T> | undefined>;
}

export const usePress = <T>(path: string, schema: z.ZodMiniType<T>): Press<T> => {
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const pressed = useRef({ going: false, sent: "", key: "" });
  const send = async (body: unknown): Promise<Answer<T> | undefined> => {
    const now = pressed.current;
    if (now.going) return undefined;
    const sent = JSON.stringify(body);
    if (now.sent !== sent || now.key === "") Object.assign(now, { sent, key: crypto.randomUUID() });
    now.going = true;
    setBusy(true);
    const answer = await ask.press(path, now.key, body, schema);
    now.going = false;
    setBusy(false);
    if (answer.ok || !NOT_HEARD.has(answer.problem)) now.key = "";
    return answer;
  };
  return { busy, send };
};
