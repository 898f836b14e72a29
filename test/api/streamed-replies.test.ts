/** What a client sees of a file that leaves while it is read. */
import assert from "node:assert/strict";
import { connect } from "node:net";
import { mountGet, streamReply } from "../../src/api/reply.ts";
import { startServer, type RunningServer } from "../support/http-server.ts";

const CHUNK = new Uint8Array(65_536).fill(97);

describe("A file that leaves while it is read", () => {
  let server: RunningServer;
  const failures: string[] = [];
  let given = 0;
  let closed: () => void = () => undefined;

  async function* chunks(count: number, failing = false): AsyncGenerator<Uint8Array> {
    try {
      for (let at = 0; at < count; at += 1) {
        given += 1;
        yield await Promise.resolve(CHUNK);
      }
      if (failing) throw new Error("the store is gone");
    } finally {
      closed();
    }
  }
  const log = {
    warn: () => undefined,
    error: (_event: string, { reference }: { reference: string }) => void failures.push(reference),
  };

  before(async () => {
    server = await startServer((restify) => {
      const reporting = { log, ids: { reference: () => "R-1" } };
      const reply =
        (count: number, failing = false) =>
        () =>
          Promise.resolve(streamReply(chunks(count, failing), "a.csv", "text/csv"));
      mountGet(restify, "/whole", reporting, reply(10));
      mountGet(restify, "/failing", reporting, reply(10, true));
      mountGet(restify, "/endless", reporting, reply(1_000_000));
    });
  });
  beforeEach(() => {
    failures.length = 0;
    given = 0;
  });
  after(() => server.stop());

  it("comes whole, under its name, kept by nobody on the way", async () => {
    const answer = await fetch(`${server.url}/whole`);
    assert.equal((await answer.arrayBuffer()).byteLength, 10 * CHUNK.length);
    assert.match(answer.headers.get("content-disposition") ?? "", /attachment; filename="a\.csv"/);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.equal(answer.headers.get("etag"), null);
  });

  it("breaks the connection where its source fails: what was received never looks whole", async () => {
    const answer = await fetch(`${server.url}/failing`);
    assert.equal(answer.status, 200);
    await assert.rejects(answer.arrayBuffer(), "a file that is cut short looks whole");
    assert.deepEqual(failures, ["R-1"], "nobody would know of it");
  });

  it("reads no faster than the client, and stops reading once the client has left", async () => {
    const left = new Promise<void>((resolve) => (closed = resolve));
    const socket = connect(server.port, "127.0.0.1");
    socket.pause();
    socket.write("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n");
    let before = -1;
    // Nobody reads: it stops by itself, far from its end.
    while (before !== given || given === 0) {
      before = given;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.ok(given < 2_000, `${given} chunks were read for a client that reads nothing`);
    socket.destroy();
    await left;
    assert.deepEqual(failures, [], "a client that leaves is no failure");
  });
});
