/** Microsoft's side of the doors, on loopback: signing keys, OpenID metadata, and the token that the bot asks for before it sends. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from "jose";
import type { Endpoints } from "../../bot/door/endpoints.ts";

export interface IssuedKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: object;
}

export interface TokenParts {
  readonly header?: Partial<JWTHeaderParameters> & Record<string, unknown>;
  /** An undefined claim is left out. */
  readonly claims?: Record<string, unknown>;
  readonly key?: IssuedKey;
}

export const ISSUER = "https://local-issuer.test";

const freshKey = async (kid: string, endorsements: readonly string[]): Promise<IssuedKey> => {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: "sig", endorsements } };
};

/** Making a key takes most of a test's time: every issuer starts with the same one. */
let firstKey: Promise<IssuedKey> | undefined;

export class LocalIssuer {
  /** Served keys; push one to rotate. */
  readonly published: IssuedKey[] = [];
  /** How many times the keys were asked for. */
  asked = 0;
  /** How many outbound tokens were given. */
  given = 0;
  readonly #server: Server;
  #on = true;
  #loginOn = true;
  readonly #held: (() => void)[] = [];
  #hold = false;

  private constructor(readonly key: IssuedKey) {
    this.published.push(key);
    this.#server = createServer((request, response) => {
      const answer = () => this.#answer(request.url ?? "", response);
      if (this.#hold) this.#held.push(answer);
      else answer();
    });
  }

  static async start(): Promise<LocalIssuer> {
    firstKey ??= freshKey("key-1", ["msteams"]);
    const issuer = new LocalIssuer(await firstKey);
    await new Promise<void>((done) => issuer.#server.listen(0, "127.0.0.1", done));
    return issuer;
  }

  #answer(url: string, response: ServerResponse): void {
    const json = (status: number, body: object) => {
      response.statusCode = status;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    if (url === "/token") {
      if (!this.#loginOn) return json(500, {});
      this.given++;
      return json(200, { access_token: `outbound-${this.given}` });
    }
    if (url === "/keys") this.asked++;
    if (!this.#on) return json(503, {});
    if (url === "/openid") return json(200, { issuer: ISSUER, jwks_uri: `${this.base}/keys` });
    json(200, { keys: this.published.map((key) => key.jwk) });
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The key host is there, or answers 503. */
  switch(on: boolean): void {
    this.#on = on;
  }

  switchLogin(on: boolean): void {
    this.#loginOn = on;
  }

  /** Requests wait until `release`. */
  hold(): void {
    this.#hold = true;
  }

  release(): void {
    this.#hold = false;
    for (const answer of this.#held.splice(0)) answer();
  }

  newKey(kid: string, endorsements: readonly string[] = ["msteams"]): Promise<IssuedKey> {
    return freshKey(kid, endorsements);
  }

  /** A token as the channel would sign it, `parts` changed. Seconds since 1970: `now`. */
  async token(botId: string, serviceUrl: string, parts: TokenParts = {}, now = Date.now() / 1000): Promise<string> {
    const key = parts.key ?? this.key;
    const claims: Record<string, unknown> = {
      iss: ISSUER,
      aud: botId,
      nbf: Math.floor(now) - 10,
      exp: Math.floor(now) + 3600,
      serviceurl: serviceUrl,
      ...parts.claims,
    };
    const kept = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    const header = { alg: "RS256", typ: "JWT", kid: key.kid, ...parts.header };
    return new SignJWT(kept).setProtectedHeader(header).sign(key.privateKey);
  }

  /** The doors pointed at this issuer, and allowed to send to `serviceHosts` only. */
  endpoints(...serviceHosts: string[]): Endpoints {
    const url = `${this.base}/token`;
    const sign = async (request: { headers: { set(name: string, value: string): void } }) => {
      const answer = await fetch(url, { method: "POST" });
      if (!answer.ok) throw new Error("no outbound token");
      const { access_token: token } = (await answer.json()) as { access_token: string };
      request.headers.set("authorization", `Bearer ${token}`);
      return request;
    };
    const credentials = {
      isValidAppId: () => Promise.resolve(true),
      isAuthenticationDisabled: () => Promise.resolve(false),
      createCredentials: () => Promise.resolve({ signRequest: sign }),
    };
    return {
      issuer: ISSUER,
      openIdMetadataUrl: `${this.base}/openid`,
      services: { protocol: "http:", hosts: serviceHosts },
      credentials: credentials as unknown as NonNullable<Endpoints["credentials"]>,
    };
  }

  async stop(): Promise<void> {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
