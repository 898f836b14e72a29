import assert from "node:assert/strict";
import { createLog } from "../../src/system/log.ts";
import { z } from "zod";
import type { LogFields } from "../../src/ports/log.ts";

describe("The log", () => {
  const written = (fields: LogFields): string => {
    let line = "";
    createLog("info", { write: (text) => void (line += text) }).error("turn.failed", fields);
    return line;
  };

  it("writes one JSON line with its event, level, time and fields", () => {
    const line = JSON.parse(written({ reference: "R-2345678", durationMs: 12 })) as Record<string, unknown>;
    assert.deepEqual(
      [line["event"], line["level"], line["reference"], line["durationMs"]],
      ["turn.failed", "error", "R-2345678", 12],
    );
    assert.ok(!Number.isNaN(Date.parse(String(line["time"]))));
  });

  it("keeps what broke and where, never an error's words", () => {
    const cause = new TypeError("Camille Roy, née le 3 mai\n    at home:1:1", { cause: new RangeError("secret") });
    const line = written({ cause: Object.assign(cause, { code: "E_ODD", person: "Camille" }) });
    assert.doesNotMatch(line, /Camille|Roy|secret|home/);
    const { causes } = JSON.parse(line) as { causes: { name: string; code?: string; at: string[] }[] };
    assert.deepEqual([causes[0]?.name, causes[0]?.code, causes[1]?.name], ["TypeError", "E_ODD", "RangeError"]);
    assert.match(causes[0]!.at[0]!, /log\.test\.ts/);
  });

  it("keeps nothing of what a form held when its reading breaks, neither its words nor the names of its fields", () => {
    const read = z.strictObject({ level: z.enum(["1"]) }).safeParse({ level: "Camille", "Roy\n    at Camille:1:1": 1 });
    const line = written({ cause: read.error });
    assert.match(line, /ZodError/);
    assert.doesNotMatch(line, /Camille|Roy/);
    assert.doesNotMatch(written({ cause: new Error("lecture", { cause: read.error }) }), /Camille|Roy/);
    const unreadable = (): unknown => JSON.parse('{"Camille": Roy}');
    assert.throws(unreadable, (cause) => !/Camille|Roy/.test(written({ cause })));
  });

  it("does not write what is not in the closed list, even when the compiler was told otherwise", () => {
    const fields = { name: "Camille", text: "Camille", code: { name: "Camille" } } as unknown as LogFields;
    assert.doesNotMatch(written(fields), /Camille/);
    assert.doesNotMatch(written({ cause: "Camille" }), /Camille/);
  });

  it("is silent below its level", () => {
    let lines = 0;
    createLog("warn", {
      write: () => {
        lines++;
      },
    }).info("app.started");
    assert.equal(lines, 0);
  });
});
