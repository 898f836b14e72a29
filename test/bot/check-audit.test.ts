import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { auditWrites, caseChain } from "../../src/use-cases/frame/audit-trail.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import { anActor } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const directory = mkdtempSync(join(tmpdir(), "repere-check-"));
const PLIE = "dijon-metropole";
const CODE = "P-2026-0001";

const check = (over: NodeJS.ProcessEnv = {}): Promise<{ code: number; text: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env["PATH"], DATA_DIR: directory, ...over };
    execFile(
      process.execPath,
      ["--import", "tsx", "bot/check-audit.ts"],
      { env, timeout: 20_000 },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, text: stdout + stderr }),
    );
  });
const stored = async () => {
  const store = await createSqliteStore({ file: join(directory, "repere.db"), plieId: PLIE, now: () => new Date() });
  return { ...tabServices([]).services, store };
};

describe("npm run audit", function () {
  this.timeout(60_000);
  after(() => rmSync(directory, { recursive: true }));

  it("does not call an empty store whole: it may be the wrong one", async () => {
    const { code, text } = await check();
    assert.equal(code, 1);
    assert.match(text, /Aucune trace à vérifier/);
  });

  it("says in French that all is whole, then where it no longer is", async () => {
    const services = await stored();
    for (const act of ["participant.register", "participant.enter"])
      await services.store.commit(
        await auditWrites(services, caseChain(CODE), anActor(), { act, code: CODE, details: {} }),
      );
    await sealAudit(services);
    const whole = await check();
    assert.equal(whole.code, 0, whole.text);
    assert.match(whole.text, /dijon-metropole : chaînes : 1 ; traces : 2 ; scellés quotidiens : 1\./);
    assert.match(whole.text, /Tout est en ordre/);

    const first = await services.store.get("audit", `case.${CODE}.00000001`);
    await services.store.commit([{ op: "put", doc: { ...first!.doc, by: "someone-else" } }]);
    await services.store.close();
    const broken = await check({ LOG_LEVEL: "silent" });
    assert.equal(broken.code, 1);
    assert.match(broken.text, /Anomalies : 1\./);
    assert.match(broken.text, /Chaîne case\.P-2026-0001, trace 1 : le contenu de cette trace a été modifié\./);
  });

  it("names what is wrong in the settings", async () => {
    const wrong = await check({ STORE: "memory" });
    assert.deepEqual([wrong.code, /STORE/.test(wrong.text)], [1, true]);
    const lost = await check({ DATA_DIR: join(directory, "repere.db", "inside-a-file") });
    assert.deepEqual([lost.code, /La base ne répond pas/.test(lost.text)], [1, true], lost.text);
  });
});
