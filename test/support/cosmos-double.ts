/** A Cosmos DB in this process, on loopback. What it cannot do is listed in the Cosmos test. */
import type { AddressInfo } from "node:net";
import { createHttpServer } from "@vercel/cosmosdb-server";

export interface CosmosDouble {
  readonly port: number;
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

export const startCosmosDouble = async (): Promise<CosmosDouble> => {
  const server = createHttpServer({ keepAlive: true });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
