import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { loopbackPreload } from "./playground-loopback.ts";

/** Why the local client could not start; `message` is the French sentence for the person who started it. */
export class PlaygroundError extends Error {
  readonly code: "portBusy" | "notInstalled" | "failed";
  constructor(code: PlaygroundError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

type Options = Readonly<{ botUrl: string; port: number; configDir: string }>;
type Playground = Readonly<{ url: string; stop(): Promise<void> }>;

const news = z.union([z.object({ listening: z.number() }), z.object({ failed: z.string() })]);
const configFile = "m365agentsplayground.yml";
const stopWithin = 3000;

function cliPath(): string {
  try {
    return createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
  } catch {
    throw new PlaygroundError("notInstalled", "L’Agents Playground n’est pas installé : lancez « npm ci ».");
  }
}

/** Only what a process needs to live: the bot's secrets are none of the Playground's business. */
function environment(configDir: string): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TEMP", "TMP", "TZ"];
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    TEAMSAPPTESTER_BROWSER: "none",
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(configDir, configFile),
    // Under a file, so it cannot exist: what people write in the chat must not be kept in a log beside the store.
    M365_AGENTS_PLAYGROUND_LOGFILE: join(configDir, configFile, "none"),
    NO_COLOR: "1",
  };
}

function launch({ botUrl, port, configDir }: Options): ChildProcess {
  const args = ["start", "--app-endpoint", botUrl, "--channel-id", "msteams", "--port", String(port)];
  const serviceUrl = ["--service-url", `http://127.0.0.1:${port}/_connector`, "--disable-telemetry"];
  return spawn(process.execPath, ["--import", loopbackPreload, cliPath(), ...args, ...serviceUrl], {
    cwd: configDir,
    env: environment(configDir),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  const force = setTimeout(() => child.kill("SIGKILL"), stopWithin);
  child.kill();
  await gone;
  clearTimeout(force);
}

function listening(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.on("message", (message) => {
      const heard = news.safeParse(message).data;
      if (heard === undefined) return;
      if ("listening" in heard) resolve();
      else reject(heard.failed === "EADDRINUSE" ? busy(port) : failed(heard.failed));
    });
  });
}

const busy = (port: number) =>
  new PlaygroundError(
    "portBusy",
    `Le port ${port} est déjà utilisé : l’Agents Playground ne peut pas démarrer. Fermez ce qui l’occupe, ou lancez avec PLAYGROUND=0.`,
  );

const failed = (why: string) => new PlaygroundError("failed", `L’Agents Playground n’a pas démarré : ${why.trim()}`);

/** Rejects, with what the Playground complained about, when it ends before it answers. */
async function endedEarly(child: ChildProcess): Promise<never> {
  let complaints = "";
  child.stderr?.on("data", (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)));
  await once(child, "close");
  throw failed(complaints === "" ? "il s’est arrêté sans rien dire." : complaints);
}

/** The Playground listens before it reads its file, and ends when the file is wrong: only an answer means that it works. */
async function answering(child: ChildProcess, port: number): Promise<void> {
  await listening(child, port);
  const answer = await fetch(`http://127.0.0.1:${port}/_internal/v1/config`).catch(() => undefined);
  // Refused: it is about to end and to say why.
  if (answer?.ok !== true) await once(child, "close");
}

/**
 * Starts Microsoft's Agents Playground on 127.0.0.1, talking to `botUrl` (…/api/messages), with the people and places of
 * `configDir`/m365agentsplayground.yml. It ends with `stop`, or with this process however it ends.
 */
export async function startPlayground(options: Options): Promise<Playground> {
  const child = launch(options);
  try {
    await Promise.race([answering(child, options.port), endedEarly(child)]);
  } catch (error) {
    await stopChild(child);
    throw error;
  }
  return { url: `http://localhost:${options.port}`, stop: () => stopChild(child) };
}
