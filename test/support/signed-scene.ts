/** The scene of who may, where one signs in as in Teams: an Entra of ours signs the tokens, and the product trusts no other. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entraAuth } from "./door-bench.ts";
import { APP_ID, startEntraIssuer, TENANT, type EntraIssuer } from "./entra-issuer.ts";
import { LocalIssuer } from "./local-issuer.ts";
import { WhoMayScene } from "./who-may-scene.ts";

/** The PLIE's file, in the tenant that the local issuer signs for. */
const plieOfTenant = (folder: string): string => {
  const file = join(folder, "plie.json");
  const plie = JSON.parse(readFileSync(new URL("../../config/plie.json", import.meta.url), "utf8")) as object;
  writeFileSync(file, JSON.stringify({ ...plie, tenantId: TENANT }));
  return file;
};

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

export class SignedScene {
  readonly #folder = mkdtempSync(join(tmpdir(), "repere-signed-"));
  scene!: WhoMayScene;

  private constructor(
    readonly issuer: EntraIssuer,
    readonly doors: LocalIssuer,
  ) {}

  static async open(): Promise<SignedScene> {
    const signed = new SignedScene(...(await Promise.all([startEntraIssuer(), LocalIssuer.start()])));
    assert.ok(entraAuth.mode === "entra");
    signed.scene = await WhoMayScene.open({
      settings: { auth: { ...entraAuth, bot: { ...entraAuth.bot, id: APP_ID } } },
      endpoints: { ...signed.doors.endpoints("127.0.0.1"), authority: signed.issuer.authority },
      plieFile: plieOfTenant(signed.#folder),
    });
    return signed;
  }

  async close(): Promise<void> {
    await this.scene.close();
    await Promise.all([this.issuer.stop(), this.doors.stop()]);
    rmSync(this.#folder, { recursive: true });
  }
}
