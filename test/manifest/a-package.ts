/** A copy of manifest/ that a test may break, and what is packed from it. */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { pack, type Packed } from "../../manifest/pack.ts";
import packageFile from "../../package.json" with { type: "json" };

export const BOT_ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
export const ENV = {
  BOT_ID,
  PUBLIC_URL: "https://repere.plie.example",
  DEVELOPER_NAME: "PLIE « d'essai »",
  DEVELOPER_WEBSITE_URL: "https://plie.example",
  DEVELOPER_PRIVACY_URL: "https://plie.example/donnees",
  DEVELOPER_TERMS_URL: "https://plie.example/conditions",
} as const;

const inside = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
/** What stands at « bots.0.botId ». */
export const at = (manifest: unknown, path: string): unknown => path.split(".").reduce(inside, manifest);

export class APackage {
  readonly #folder = mkdtempSync(join(tmpdir(), "repere-package-"));
  readonly from = join(this.#folder, "manifest");
  readonly #to = join(this.#folder, "out");

  constructor() {
    mkdirSync(this.from);
    for (const name of ["manifest.json", "color.png", "outline.png"])
      copyFileSync(join("manifest", name), join(this.from, name));
  }

  /** Puts a value in the manifest; undefined takes it away. */
  put(path: string, value: unknown): void {
    const file = join(this.from, "manifest.json");
    const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
    const names = path.split(".");
    const last = names.pop() ?? "";
    const place = names.reduce(inside, manifest);
    assert.ok(typeof place === "object" && place !== null, `nothing stands at ${names.join(".")}`);
    Reflect.set(place, last, value);
    writeFileSync(file, JSON.stringify(manifest));
  }

  pack(env: NodeJS.ProcessEnv = ENV, version = packageFile.version): Promise<Packed> {
    return pack({ from: this.from, to: this.#to, version, env });
  }

  async open(env: NodeJS.ProcessEnv = ENV) {
    const answer = await this.pack(env);
    assert.ok(answer.ok, answer.ok ? "" : answer.problems.join("\n"));
    const bytes = readFileSync(answer.file);
    const files = unzipSync(bytes);
    const text = strFromU8(files["manifest.json"] ?? new Uint8Array());
    const manifest: unknown = JSON.parse(text);
    return { file: answer.file, bytes, files, text, manifest };
  }

  async isRefused(expected: RegExp, env: NodeJS.ProcessEnv = ENV, version?: string): Promise<void> {
    const answer = await this.pack(env, version);
    assert.ok(!answer.ok, "the package was written all the same");
    assert.match(answer.problems.join("\n"), expected);
    assert.equal(existsSync(this.#to), false, "something was written");
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
