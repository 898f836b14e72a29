/** What a disk and other processes do to the SQLite file: the store says it is unavailable, and nothing is ever half-written. */
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import Database from "libsql";
import type { Store } from "../../src/ports/store.ts";
import { StoreUnavailable } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import * as a from "./a-storage.ts";

const unavailable = (code: RegExp) => (error: unknown) => error instanceof StoreUnavailable && code.test(error.message);
/** Built once, beside the modules it needs: thirty processes start, and each would compile it again. */
const CHILD = join(import.meta.dirname, `../../node_modules/.cache/repere-store-child-${process.pid}.mjs`);

describe("The SQLite store, when things go wrong", function () {
  this.timeout(120_000);
  let directory: string;
  let file: string;
  const opened: Store[] = [];
  const children: ChildProcess[] = [];
  const open = async (): Promise<Store> => {
    const store = await createSqliteStore({ file, plieId: "dijon", now: () => new Date() });
    opened.push(store);
    return store;
  };
  before(() =>
    build({
      entryPoints: [join(import.meta.dirname, "../support/store-child.ts")],
      outfile: CHILD,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      logLevel: "error",
    }),
  );
  after(() => rmSync(CHILD));
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "repere-faults-"));
    chmodSync(directory, 0o755);
    file = join(directory, "data", "repere.db");
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await Promise.all(opened.splice(0).map((store) => store.close()));
    rmSync(directory, { recursive: true });
  });

  const child = (shell: string, ...args: string[]) => {
    const command = `${shell} exec "$0" "$@"`;
    const started = spawn("/bin/sh", ["-c", command, process.execPath, CHILD, file, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(started);
    return started;
  };
  const linesOf = (started: ChildProcess, onLine: (line: string) => void = () => undefined): Promise<string[]> => {
    const lines: string[] = [];
    createInterface({ input: started.stdout! }).on("line", (line) => (lines.push(line), onLine(line)));
    return once(started, "close").then(() => lines);
  };
  const kept = (lines: readonly string[]): string[] =>
    lines.filter((line) => line.startsWith("kept ")).map((line) => line.slice(5));

  /** Batches by name, each asserted whole: five documents, each listed once. */
  const wholeBatches = async (store: Store): Promise<Set<string>> => {
    const counts = new Map<string, number>();
    let cursor: string | undefined;
    do {
      const page = await store.list({
        kind: "draft",
        key: "member:m1",
        limit: 500,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { doc } of page.items) counts.set(doc.form, (counts.get(doc.form) ?? 0) + 1);
      cursor = page.cursor;
    } while (cursor !== undefined);
    for (const [form, count] of counts) assert.equal(count, 5, `batch ${form} is half-written`);
    return new Set(counts.keys());
  };

  it("keeps the file to its owner", async () => {
    await a.save(await open(), a.aSequence());
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(`${file}-wal`).mode & 0o777, 0o600);
    assert.equal(statSync(join(directory, "data")).mode & 0o777, 0o700);
  });

  it("lists by one range of an index, whatever the size", async () => {
    await open();
    const db = new Database(file);
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT d.json FROM document_keys k
         JOIN documents d ON d.plie = k.plie AND d.kind = k.kind AND d.id = k.id
         WHERE k.plie = ? AND k.kind = ? AND k.key = ? AND k.sort > ? AND k.sort < ? ORDER BY k.sort DESC LIMIT ?`,
      )
      .all("p", "k", "x", "a", "b", 5);
    db.close();
    const steps = (plan as { detail: string }[]).map((step) => step.detail);
    assert.match(
      steps[0] ?? "",
      /^SEARCH k USING PRIMARY KEY \(plie=\? AND kind=\? AND key=\? AND sort>\? AND sort<\?\)/,
    );
    assert.match(steps[1] ?? "", /^SEARCH d USING INDEX .*\(plie=\? AND kind=\? AND id=\?\)/);
    assert.equal(steps.length, 2, "no sort of its own, no scan");
  });

  it("a full disk: unavailable, every batch whole, and reading still works", async () => {
    const lines = await linesOf(child("ulimit -f 600;", "full"));
    assert.match(lines.at(-1) ?? "", /^StoreUnavailable SQLITE_(FULL|IOERR)/);
    const store = await open();
    const whole = await wholeBatches(store);
    for (const batch of kept(lines)) assert.ok(whole.has(batch), `${batch} was acknowledged and is lost`);
    assert.ok(whole.size > 3);
    assert.equal((await store.commit([a.put(a.aSequence(), "new")])).ok, true, "once there is room again");
  });

  it("kept by another process: unavailable within 2.5 s, other work goes on meanwhile, nothing is written", async () => {
    const store = await open();
    await a.save(store, a.aSequence());
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE");
    const before = performance.now();
    let reads = 0;
    const writing = store.commit([a.put(a.aSequence({ last: 1 })), a.put(a.aDelivery(), "new")]);
    const refused = assert.rejects(writing, unavailable(/^SQLITE_BUSY/));
    const waiting = { still: true };
    void refused.finally(() => (waiting.still = false));
    while (waiting.still) {
      assert.equal((await store.get("sequence", "people.2026"))?.doc.last, 0);
      reads += 1;
      await new Promise(setImmediate);
    }
    await refused;
    assert.ok(performance.now() - before < 2500, `took ${performance.now() - before} ms`);
    assert.ok(reads > 10, "reading goes on");
    other.exec("ROLLBACK");
    other.close();
    assert.equal(await store.get("seen", "delivery-1"), undefined);
    assert.equal((await store.commit([a.put(a.aDelivery(), "new")])).ok, true);
  });

  it("a file that is removed, or put back from a copy, is not written to any more", async () => {
    const store = await open();
    await a.save(store, a.aSequence());
    renameSync(file, `${file}.moved`);
    await assert.rejects(store.commit([a.put(a.aSequence({ last: 1 }))]), unavailable(/^FILE_GONE$/));
    await assert.rejects(store.get("sequence", "people.2026"), unavailable(/^FILE_GONE$/));
    await assert.rejects(store.ping(), unavailable(/^FILE_GONE$/));
    copyFileSync(`${file}.moved`, file);
    await assert.rejects(store.ping(), unavailable(/^FILE_GONE$/));
  });

  it("a file that is no database, a directory, or of a newer product: unavailable at opening, and left as it is", async () => {
    mkdirSync(join(directory, "data"));
    const garbage = "this is not a database ".repeat(500);
    writeFileSync(file, garbage);
    await assert.rejects(open(), unavailable(/^SQLITE_NOTADB/));
    assert.equal(statSync(file).size, garbage.length);
    rmSync(file);
    mkdirSync(file);
    await assert.rejects(open(), unavailable(/^SQLITE_CANTOPEN/));
    rmSync(file, { recursive: true });
    const newer = new Database(file);
    newer.exec("PRAGMA user_version = 999");
    newer.close();
    await assert.rejects(open(), unavailable(/^DATABASE_NEWER$/));
  });

  it("a damaged file: unavailable, never a wrong answer", async () => {
    const store = await open();
    for (let batch = 0; batch < 40; batch += 1)
      await a.save(store, a.aDraft({ id: `d${batch}`, inputs: { text: "x".repeat(4000) } }));
    await store.close();
    const size = statSync(file).size;
    assert.ok(size > 100_000);
    writeFileSync(file, Buffer.alloc(size - 4096, 0x5a), { flag: "r+" });
    await assert.rejects(open(), unavailable(/^SQLITE_(NOTADB|CORRUPT)/));
  });

  it("a file and directory that may only be read: unavailable", async function () {
    const store = await open();
    await a.save(store, a.aSequence());
    await store.close();
    chmodSync(file, 0o444);
    chmodSync(join(directory, "data"), 0o555);
    // Root may write anywhere: the attempt is made as nobody.
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const started = spawn(process.execPath, [CHILD, file, "readonly", "1"], {
      stdio: ["ignore", "pipe", "inherit"],
      ...asNobody,
    });
    children.push(started);
    const lines = await linesOf(started);
    assert.match(lines.at(-1) ?? "", /^StoreUnavailable SQLITE_(READONLY|CANTOPEN)/);
  });

  it("a closed store says so", async () => {
    const store = await open();
    await store.close();
    await store.close();
    await assert.rejects(store.get("sequence", "x"), unavailable(/^CLOSED$/));
  });

  it("two processes on one file: each batch of both is there, whole", async () => {
    const [one, two] = await Promise.all([linesOf(child("", "one", "60")), linesOf(child("", "two", "60"))]);
    assert.deepEqual([one.at(-1), two.at(-1)], ["done", "done"]);
    assert.equal((await wholeBatches(await open())).size, 120);
  });

  it("kill -9, thirty times while writing: what was acknowledged is there, and no batch is half-written", async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      const killed = child("", `r${round}`);
      const after = Math.floor(Math.random() * 25);
      let count = 0;
      const lines = await linesOf(killed, (line) => {
        if (line !== "open" && count++ >= after) killed.kill("SIGKILL");
      });
      acknowledged.push(...kept(lines));
    }
    assert.ok(acknowledged.length > 100);
    const whole = await wholeBatches(await open());
    for (const batch of acknowledged) assert.ok(whole.has(batch), `${batch} was acknowledged and is lost`);
    assert.ok(whole.size <= acknowledged.length + 30, "at most one unacknowledged batch for each kill");
    const db = new Database(file);
    assert.deepEqual(db.prepare("PRAGMA integrity_check").all(), [{ integrity_check: "ok" }]);
    db.close();
  });
});
