import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import packageFile from "../../package.json" with { type: "json" };

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

/** As the first half of `npm start`. */
export async function buildProduct(): Promise<void> {
  await run("npm", ["run", "--silent", "build"], { cwd: root, shell: process.platform === "win32" });
}

/** A port of 127.0.0.1 that nothing uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The built product, with the very command of `npm start`, in a process of its own. */
export class RunningProduct {
  /** Every line that it printed. */
  readonly printed: string[] = [];
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Resolves once it has printed a line that starts with each of `until`; rejects with what it said when it ends before. */
  static async start(env: Readonly<Record<string, string>>, until: readonly string[] = ["Onglet :"]) {
    const child = spawn(process.execPath, packageFile.scripts.start.split(" ").slice(1), {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // However the tests end, the server does not outlive them.
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    child.once("exit", () => process.off("exit", end));
    const product = new RunningProduct(child);
    let complaints = "";
    child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
    const started = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        product.printed.push(line);
        if (until.every((start) => product.printed.some((printed) => printed.startsWith(start)))) resolve();
      });
    });
    const ended = once(child, "close").then(() => {
      throw new Error(`The product ended before it was ready.\n${complaints}\n${product.printed.join("\n")}`);
    });
    await Promise.race([started, ended]);
    ended.catch(() => undefined);
    return product;
  }

  /** As a power cut would end it: no chance to finish anything. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.kill(signal);
    await gone;
  }
}
