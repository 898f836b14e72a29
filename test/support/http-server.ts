import { once } from "node:events";
import restify from "restify";

/** A restify server on a free port of loopback; `mount` puts the routes under test on it. */
export async function startServer(mount: (server: restify.Server) => void) {
  const server = restify.createServer();
  mount(server);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.server.closeAllConnections();
      server.close();
      await once(server.server, "close");
    },
  };
}
export type RunningServer = Awaited<ReturnType<typeof startServer>>;
