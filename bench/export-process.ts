/** One way of writing one number of rows, in a process of its own, cut where it takes too much of the machine. */
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const COLLECTED_SOON = ["--max-semi-space-size=1"];
const NO_ROOM_TO_KEEP = ["--max-old-space-size=48"];
const LOOKS_MS = 500;

const measured = z.object({ seconds: z.number(), bytes: z.number(), peakMb: z.number() });
export type Measured = z.infer<typeof measured>;
export interface Outcome {
  readonly measured: Measured | null;
  /** How it ended, in words. */
  readonly why: string;
}

/** As Linux says it now; 0 once it is gone. */
const memoryOf = (pid: number): number => {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0") / 1024;
  } catch {
    return 0;
  }
};

export const inItsOwnProcess = (
  way: string,
  rows: number,
  isOurs: boolean,
  most: { readonly mb: number; readonly seconds: number },
): Promise<Outcome> =>
  new Promise((resolve) => {
    const room = isOurs ? NO_ROOM_TO_KEEP : [`--max-old-space-size=${most.mb}`];
    const child = fork(join(import.meta.dirname, "export-child.ts"), [way, String(rows)], {
      execArgv: ["--import", "tsx", ...COLLECTED_SOON, ...room],
      // What a library says before it gives up is not our report.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let [said, cut]: [Measured | null, string | null] = [null, null];
    const stop = (why: string): void => {
      cut = why;
      child.kill("SIGKILL");
    };
    const patience = setTimeout(() => stop(`cut after ${most.seconds} s`), most.seconds * 1000);
    const look = setInterval(() => {
      if (memoryOf(child.pid ?? 0) > most.mb) stop(`cut past ${most.mb} MB`);
    }, LOOKS_MS);
    child.on("message", (message) => (said = measured.parse(message)));
    child.on("exit", (code, signal) => {
      clearTimeout(patience);
      clearInterval(look);
      const gaveUp = `gave up by itself (${signal ?? code})`;
      resolve({ measured: said, why: said === null ? (cut ?? gaveUp) : `${Math.round(said.peakMb)} MB at most` });
    });
  });
