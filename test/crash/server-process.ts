/** The real server as a process of its own, on its own port and folder, that a nemesis kills and starts again. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "../..");

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};

export interface ServerOptions {
  readonly dataDir: string;
  readonly teamFile: string;
  /** Root of the sources to run: this checkout, or a copy that was broken on purpose. */
  readonly root?: string;
}

export class ServerProcess {
  /** What the log said of failures. */
  readonly failures: string[] = [];
  kills = 0;
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly script: string,
    private readonly options: ServerOptions,
  ) {}

  /** Built once, beside the modules it needs: it starts many times, and would be compiled each time. */
  static async prepare(options: ServerOptions): Promise<ServerProcess> {
    const port = await freePort();
    const script = join(ROOT, `node_modules/.cache/repere-crash-${process.pid}-${port}.mjs`);
    await build({
      entryPoints: [join(options.root ?? ROOT, "bot/main.ts")],
      outfile: script,
      bundle: true,
      // Everything in one file: a start reads hundreds of files otherwise, and most of the time would go there.
      external: ["libsql", "@azure/*", "@microsoft/*", "pino", "dtrace-provider"],
      platform: "node",
      format: "esm",
      logLevel: "error",
      banner: {
        js: 'import { createRequire as r } from "node:module"; const require = r(import.meta.url); const __filename = ""; const __dirname = "";',
      },
    });
    return new ServerProcess(port, script, options);
  }

  /** Starts; resolves once it listens, or once it was killed before. */
  async start(): Promise<void> {
    const { dataDir, teamFile } = this.options;
    const child = spawn(process.execPath, ["--disable-warning=DEP0040", this.script], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        ...{ PORT: String(this.port), HOST: "127.0.0.1", DATA_DIR: dataDir, TEAM_FILE: teamFile },
        ...{ STORE: "sqlite", AUTH: "local", DEMO: "0", PLAYGROUND: "0", LOG_LEVEL: "error" },
      },
    });
    this.#child = child;
    createInterface({ input: child.stderr }).on("line", (line) => this.failures.push(line));
    const listening = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line.startsWith("Repère")) resolve();
        else if (line.startsWith("{")) this.failures.push(line);
      });
    });
    await Promise.race([listening, once(child, "exit")]);
  }

  /** As a power cut would: no time for anything. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    this.kills += 1;
    await exited;
  }

  /** Ends it without counting. */
  async end(): Promise<void> {
    await this.kill();
    this.kills = 0;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.script, { force: true });
  }
}
