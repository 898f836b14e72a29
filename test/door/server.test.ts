import assert from "node:assert/strict";
import { request, Agent } from "node:http";
import type { Server } from "restify";
import { DoorBench, type BenchOptions } from "../support/door-bench.ts";

interface Problem {
  readonly code: string;
  readonly reference?: string;
}
const local: BenchOptions = { settings: { auth: { mode: "local" } } };

describe("The HTTP server", () => {
  let bench: DoorBench | undefined;
  afterEach(() => bench?.stop());
  const open = async (options: BenchOptions = {}) => (bench = await DoorBench.start(options));

  /** As a client that may write any header. */
  const knock = (doors: DoorBench, headers: Record<string, string>, method = "POST", path = "/api/messages") =>
    new Promise<number>((resolve, reject) => {
      const outgoing = request({ port: doors.port, host: "127.0.0.1", method, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      outgoing.end(method === "POST" ? JSON.stringify(doors.activity()) : undefined);
    });
  const json = { "content-type": "application/json" };

  it("in local mode, lets in this machine only, talking JSON", async () => {
    const doors = await open(local);
    const cases: readonly (readonly [number, Record<string, string>])[] = [
      [200, json],
      [200, { ...json, host: "localhost:3978" }],
      [200, { ...json, origin: "http://localhost:56150" }],
      [403, { ...json, host: "repere.exemple.fr" }],
      [403, { ...json, host: "127.0.0.1.intrus.fr" }],
      [403, { ...json, host: "localhost.intrus.fr:3978" }],
      [403, { ...json, "x-forwarded-for": "10.0.0.1" }],
      [403, { ...json, "x-forwarded-host": "localhost" }],
      [403, { ...json, forwarded: "for=10.0.0.1" }],
      [403, { ...json, origin: "https://intrus.fr" }],
      [403, { ...json, origin: "null" }],
      [403, { "content-type": "text/plain" }],
      [403, { "content-type": "application/x-www-form-urlencoded" }],
    ];
    for (const [expected, headers] of cases)
      assert.equal(await knock(doors, headers), expected, JSON.stringify(headers));
    assert.equal(await knock(doors, { host: "intrus.fr" }, "GET", "/livez"), 403, "every route is behind the guard");
  });

  it("in local mode, refuses to answer to another machine", async () => {
    const doors = await open(local);
    const answer = await doors.post(
      JSON.stringify(doors.activity({ serviceUrl: "https://smba.trafficmanager.net/" })),
      {},
    );
    assert.equal(answer.status, 403);
    assert.equal(((await answer.json()) as Problem).code, "serviceUrl");
  });

  it("says that it lives, and names what is not ready", async () => {
    let missing: readonly string[] = ["stockage"];
    const doors = await open({ server: { ready: () => Promise.resolve(missing) } });
    assert.equal((await fetch(`${doors.url}/livez`)).status, 200);
    const notReady = await fetch(`${doors.url}/readyz`);
    assert.equal(notReady.status, 503);
    assert.deepEqual(await notReady.json(), { status: "notReady", missing: ["stockage"] });
    missing = [];
    assert.equal((await fetch(`${doors.url}/readyz`)).status, 200);
  });

  it("is not ready without the channel's keys, nor when a check fails", async () => {
    const doors = await open({ server: { ready: () => Promise.reject(new Error("disque /data/secret")) } });
    doors.issuer.switch(false);
    assert.deepEqual(await (await fetch(`${doors.url}/readyz`)).json(), {
      status: "notReady",
      missing: ["contrôles en échec", "clés de signature de Microsoft"],
    });
    assert.equal((await doors.deliver(doors.activity())).status, 503, "keys never obtained: try again, not a refusal");
  });

  it("puts its protections on every answer and does not say what it runs on", async () => {
    const doors = await open({ settings: { publicUrl: "https://repere.exemple.fr" } });
    for (const path of ["/livez", "/nowhere", "/api/messages"]) {
      const { headers } = await fetch(doors.url + path);
      assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/, path);
      assert.match(headers.get("strict-transport-security") ?? "", /max-age=63072000/, path);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      assert.equal(headers.get("referrer-policy"), "no-referrer", path);
      assert.equal(headers.get("cache-control"), "no-store", path);
      assert.equal(headers.get("server"), null, path);
      assert.equal(headers.get("x-powered-by"), null, path);
    }
  });

  it("answers problems for what does not exist", async () => {
    const doors = await open();
    for (const [method, path, status, code] of [
      ["GET", "/nowhere", 404, "notFound"],
      ["GET", "/api/messages", 405, "method"],
      ["DELETE", "/livez", 405, "method"],
      ["GET", "/%E0%A4%A", 404, "notFound"],
    ] as const) {
      const answer = await fetch(doors.url + path, { method });
      const body = (await answer.json()) as Problem;
      assert.deepEqual([answer.status, body.code], [status, code], `${method} ${path}`);
      assert.match(answer.headers.get("content-type") ?? "", /problem\+json/);
    }
  });

  it("survives a route that breaks, and keeps the reason to itself", async () => {
    const mount = (server: Server) => {
      server.get("/sync", (_request, _response, _next) => {
        throw new Error("secret azerty");
      });
      server.get("/async", async () => {
        await Promise.reject(new Error("secret azerty"));
      });
      server.get("/after", [
        async () => {
          await Promise.resolve();
        },
        (_request, _response, _next) => {
          throw new Error("secret azerty");
        },
      ]);
      server.get("/odd", async () => {
        await Promise.resolve();
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a library may throw anything
        throw "secret azerty";
      });
    };
    const doors = await open({ server: { mount } });
    for (const path of ["/sync", "/async", "/after", "/odd"]) {
      const answer = await fetch(doors.url + path);
      const text = await answer.text();
      assert.equal(answer.status, 500, path);
      assert.doesNotMatch(text, /azerty/, path);
      const { reference } = JSON.parse(text) as Problem;
      assert.equal(doors.log.of("http.failed").at(-1)?.reference, reference, "the log holds the number that was shown");
      assert.equal(doors.log.of("http.failed").at(-1)?.route, path);
    }
    assert.equal((await fetch(`${doors.url}/livez`)).status, 200);
  });

  it("lets what is in flight finish when it stops, and says that it is stopping", async () => {
    let finish: () => void = () => undefined;
    let started: () => void = () => undefined;
    const entered = new Promise<void>((resolve) => (started = resolve));
    const work = new Promise<undefined>((resolve) => (finish = () => resolve(undefined)));
    const onActivity = () => {
      started();
      return work;
    };
    const doors = await open({ turns: { onActivity } });
    const inFlight = doors.deliver(doors.activity());
    await entered;
    doors.server.announceStop();
    assert.equal((await fetch(`${doors.url}/readyz`)).status, 503);
    const stopped = doors.server.stop(5_000);
    await assert.rejects(fetch(`${doors.url}/livez`), "a stopping server must accept nothing more");
    finish();
    assert.equal((await inFlight).status, 200);
    assert.equal(await stopped, true, "nothing had to be cut");
  });

  it("waits for the work of a button that was already answered", async () => {
    let finish: () => void = () => undefined;
    const work = new Promise<undefined>((resolve) => (finish = () => resolve(undefined)));
    const doors = await open({ turns: { onActivity: () => work, invokeBudgetMs: 20 } });
    assert.equal((await doors.deliver(doors.invoke())).status, 200);
    const stopped = doors.server.stop(5_000);
    assert.equal(
      await Promise.race([stopped, new Promise((resolve) => setImmediate(() => resolve("waiting")))]),
      "waiting",
    );
    finish();
    assert.equal(await stopped, true);
  });

  it("cuts what does not finish in time, and idle connections at once", async () => {
    const doors = await open({ turns: { onActivity: () => new Promise<undefined>(() => undefined) } });
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) =>
      request({ agent, port: doors.port, host: "127.0.0.1", path: "/livez" }, (answer) => {
        answer.resume().on("end", resolve);
      }).end(),
    );
    const inFlight = doors.deliver(doors.activity());
    inFlight.catch(() => undefined);
    while (doors.activities.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await doors.server.stop(50), false);
    await assert.rejects(inFlight);
    agent.destroy();
  });
});
