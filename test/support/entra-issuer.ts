import { createServer } from "node:http";
import { once } from "node:events";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from "jose";

export const TENANT = "11111111-2222-4333-8444-555555555555";
export const APP_ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const TEAMS_WEB = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

const made = new Map<string, ReturnType<typeof generateKeyPair>>();
/** An RSA pair takes a noticeable time to make: one per key id for a whole run. */
async function keyPair(kid: string) {
  const pair = made.get(kid) ?? generateKeyPair("RS256", { extractable: true });
  made.set(kid, pair);
  return { kid, ...(await pair) };
}

interface TokenChanges {
  /** Claims that replace the good ones; undefined removes one. */
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: CryptoKey | Uint8Array;
}

/**
 * An Entra of ours on loopback: it publishes its keys where Microsoft's would be, and signs tokens of the tab.
 * `fails(true)` takes the key host down; `rotate()` replaces its key; `fetches()` counts the times its keys were asked for.
 */
export async function startEntraIssuer() {
  let current = await keyPair("first");
  let down = false;
  let fetched = 0;
  const server = createServer((request, response) => {
    fetched += 1;
    if (down || request.url !== `/${TENANT}/discovery/v2.0/keys`) {
      response.statusCode = 500;
      return void response.end();
    }
    const { kid, publicKey } = current;
    void exportJWK(publicKey).then((jwk) => response.end(JSON.stringify({ keys: [{ ...jwk, kid, use: "sig" }] })));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const authority = `http://127.0.0.1:${port}`;

  const token = async (oid: string, { claims = {}, header = {}, key }: TokenChanges = {}): Promise<string> => {
    const seconds = Math.floor(Date.now() / 1000);
    const payload: JWTPayload = {
      iss: `${authority}/${TENANT}/v2.0`,
      aud: APP_ID,
      tid: TENANT,
      oid,
      azp: TEAMS_WEB,
      scp: "access_as_user",
      ver: "2.0",
      iat: seconds - 5,
      nbf: seconds - 5,
      exp: seconds + 3600,
      ...claims,
    };
    return new SignJWT(JSON.parse(JSON.stringify(payload)) as JWTPayload)
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: current.kid, ...header })
      .sign(key ?? current.privateKey);
  };

  return {
    authority,
    token,
    fails: (value: boolean) => void (down = value),
    fetches: () => fetched,
    rotate: async (kid: string) => void (current = await keyPair(kid)),
    publicKey: () => current.publicKey,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
export type EntraIssuer = Awaited<ReturnType<typeof startEntraIssuer>>;
