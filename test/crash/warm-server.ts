/** The server of a crash loop: killed again and again, while the next one is already loaded and waits to open the store. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { freePort, type ServerOptions } from "./server-process.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Runs the bundle from what V8 made of it the first time: most of a start goes into compiling it otherwise. */
const LAUNCHER = `
const [fs, vm, { createRequire, wrap }] = [require("node:fs"), require("node:vm"), require("node:module")];
const file = process.argv[2], kept = file + ".v8";
const cachedData = fs.existsSync(kept) ? fs.readFileSync(kept) : undefined;
const script = new vm.Script(wrap(fs.readFileSync(file, "latin1")), { filename: file, cachedData });
script.runInThisContext()({}, createRequire(file), { exports: {} }, file, "");
if (cachedData === undefined || script.cachedDataRejected) {
  fs.writeFileSync(kept + process.pid, script.createCachedData());
  fs.renameSync(kept + process.pid, kept);
}
`;

interface WarmOptions extends ServerOptions {
  /** What is started, and what more it is told; the whole product where it is not said. */
  readonly entry?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Instance {
  readonly child: ChildProcess;
  readonly loaded: Promise<void>;
  readonly listens: Promise<void>;
}

export class WarmServer {
  /** What the log said of failures. */
  readonly failures: string[] = [];
  kills = 0;
  #current: Instance | undefined;
  #next: Instance;

  private constructor(
    readonly port: number,
    private readonly script: string,
    private readonly options: WarmOptions,
  ) {
    this.#next = this.#load();
  }

  static async prepare(options: WarmOptions): Promise<WarmServer> {
    const port = await freePort();
    const script = join(ROOT, `node_modules/.cache/repere-crash-${process.pid}-${port}.cjs`);
    await build({
      entryPoints: [join(options.root ?? ROOT, options.entry ?? "test/crash/killed-server.ts")],
      outfile: script,
      ...{ bundle: true, platform: "node", format: "cjs", charset: "ascii", logLevel: "error" },
      // Everything in one file: a start reads hundreds of files otherwise, and most of the time would go there.
      external: ["libsql", "@azure/*", "@microsoft/*", "pino", "dtrace-provider"],
      define: { "import.meta.url": "metaUrl" },
      banner: { js: 'const metaUrl = require("node:url").pathToFileURL(__filename).href;' },
    });
    writeFileSync(`${script}.start.cjs`, LAUNCHER);
    const server = new WarmServer(port, script, options);
    await server.#next.loaded;
    return server;
  }

  /** Resolves once the next one could start at once. */
  get nextIsLoaded(): Promise<void> {
    return this.#next.loaded;
  }

  /** Resolves once it listens, or once it was killed before. */
  async start(): Promise<void> {
    this.#current = this.#next;
    await this.#current.loaded;
    this.#current.child.stdin?.write("go\n");
    this.#next = this.#load();
    await this.#current.listens;
  }

  /** As a power cut would: no time for anything. */
  async kill(): Promise<void> {
    if (this.#current === undefined) return;
    await end(this.#current.child);
    this.#current = undefined;
    this.kills += 1;
  }

  async remove(): Promise<void> {
    for (const instance of [this.#current, this.#next]) if (instance !== undefined) await end(instance.child);
    for (const made of ["", ".v8", ".start.cjs"]) rmSync(this.script + made, { force: true });
  }

  #load(): Instance {
    const { dataDir, teamFile } = this.options;
    const child = spawn(process.execPath, ["--disable-warning=DEP0040", `${this.script}.start.cjs`, this.script], {
      cwd: ROOT,
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        ...{ PORT: String(this.port), HOST: "127.0.0.1", DATA_DIR: dataDir, TEAM_FILE: teamFile },
        ...{ STORE: "sqlite", AUTH: "local", DEMO: "0", PLAYGROUND: "0", LOG_LEVEL: "error" },
        ...this.options.env,
      },
    });
    child.stdin.on("error", () => undefined);
    createInterface({ input: child.stderr }).on("line", (line) => this.failures.push(line));
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => {
      if (line.startsWith("{")) this.failures.push(line);
    });
    const exit = once(child, "exit");
    const says = (word: string): Promise<void> => {
      const said = new Promise<void>((resolve) =>
        lines.on("line", (line) => {
          if (line === word) resolve();
        }),
      );
      return Promise.race([said, exit]).then(() => undefined);
    };
    return { child, loaded: says("loaded"), listens: says("listens") };
  }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
};
