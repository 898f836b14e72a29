/**
 * The two ports of the contract stand in the range that a system gives to outgoing connections: one test's connection could hold the port that
 * `npm start` needs. They are kept from the first test on, and let go just before it.
 */
import { once } from "node:events";
import { createServer, type Server } from "node:net";

export const PORTS = { "the server": 3978, "the Playground": 56150 } as const;

const kept = new Map<number, Server>();

/** Undefined when something else holds the port. */
async function listenOn(port: number): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  const outcome = Promise.race([
    once(server, "listening").then(() => server),
    once(server, "error").then(() => undefined),
  ]);
  server.listen(port, "127.0.0.1").unref();
  return outcome;
}

/** Before the first test. What holds a port already is told by the test that needs it. */
export async function mochaGlobalSetup(): Promise<void> {
  for (const port of Object.values(PORTS)) {
    const server = await listenOn(port);
    if (server !== undefined) kept.set(port, server);
  }
}

async function letGo(port: number): Promise<void> {
  const server = kept.get(port);
  kept.delete(port);
  if (server === undefined) return;
  server.close();
  await once(server, "close");
}

const TRIES_MS = 100;

/** Lets the port go; an outgoing connection that has it is waited for, at most `withinMs`. False when it is still held. */
export async function freed(port: number, withinMs: number): Promise<boolean> {
  await letGo(port);
  for (const end = Date.now() + withinMs; Date.now() < end; await new Promise((next) => setTimeout(next, TRIES_MS))) {
    const server = await listenOn(port);
    if (server === undefined) continue;
    server.close();
    await once(server, "close");
    return true;
  }
  return false;
}
