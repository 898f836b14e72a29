/** A temporary folder for the tests of one file alone: what is left in it was left by them. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ownTmp = (): { readonly left: () => readonly string[] } => {
  let [folder, usual]: [string, string | undefined] = ["", undefined];
  before(() => {
    usual = process.env["TMPDIR"];
    folder = mkdtempSync(join(tmpdir(), "repere-own-"));
    process.env["TMPDIR"] = folder;
  });
  after(() => {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
    rmSync(folder, { recursive: true, force: true });
  });
  return { left: () => readdirSync(folder) };
};
