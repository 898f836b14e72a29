import assert from "node:assert/strict";
import { StoreUnavailable, type Store } from "../../src/ports/store.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, buttonsOf, type Chat, type Json, type Person } from "../support/chat.ts";
import { AMINA, enter, fieldsOf, movableClock, openDomain, register, said, startChat, stored } from "./steps.ts";

/** A storage that can be taken away and given back. */
class Breakable {
  full = false;
  gone = false;
  open(disk: MemoryDisk, now: () => Date): Store {
    const real = createMemoryStore({ now, disk });
    const read =
      <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
      (...given: A): Promise<R> =>
        this.gone ? Promise.reject(new StoreUnavailable("gone")) : work(...given);
    return {
      ...real,
      get: (kind, id) => read(() => real.get(kind, id))(),
      getMany: (kind, ids) => read(() => real.getMany(kind, ids))(),
      list: (query) => read(() => real.list(query))(),
      commit: (writes) => (this.full || this.gone ? Promise.reject(new StoreUnavailable("full")) : real.commit(writes)),
    };
  }
}

describe("Quand l'enregistrement est plein, bloqué ou parti", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let breakable: Breakable;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    breakable = new Breakable();
    const clock = movableClock();
    chat = await startChat({
      disk,
      clock,
      openStore: () => Promise.resolve(breakable.open(disk, () => clock.now())),
    });
    basile = chat.person(BASILE);
  });
  afterEach(async () => {
    Object.assign(breakable, { full: false, gone: false });
    await chat.stop();
  });

  const everything = (): string => JSON.stringify([...disk.documents.entries()]);

  const pressWhile = async (fault: "full" | "gone", button: string, fill: Record<string, string>): Promise<void> => {
    const before = everything();
    breakable[fault] = true;
    await basile.press(button, fill);
    assert.equal(everything(), before, "something was half-written");
    assert.match(JSON.stringify(basile.card), /[Rr]éférence/, `no reference to quote: ${said(basile)}`);
    assert.doesNotMatch(said(basile), /StoreUnavailable|stack|Error/, "the raw fault is shown");
    breakable[fault] = false;
  };

  for (const fault of ["full", "gone"] as const) {
    it(`gives back what was typed about a new person, and registers them once it works again: ${fault}`, async () => {
      await basile.say("nouveau");
      await pressWhile(fault, "Enregistrer", AMINA);
      assert.match(said(basile), /Ce n'est pas encore enregistré/);
      for (const typed of ["Amina", "Benali", "12/03/1984", "06 12 34 56 78"])
        assert.ok(Object.values(fieldsOf(basile)).includes(typed), `« ${typed} » is lost`);
      const [button] = buttonsOf(basile.card);
      await basile.press(button ?? "");
      assert.match(said(basile), /P-2026-0001/);
      assert.equal(stored(disk, "case").length, 1);
      assert.equal(stored(disk, "identity")[0]?.["phone"], "06 12 34 56 78", "something typed was not registered");
    });

    it(`does what was confirmed at the next press, once it works again: ${fault}`, async () => {
      await register(basile);
      await enter(basile);
      await basile.say("fiche P-2026-0001");
      await basile.press("Gérer la fiche");
      await basile.press("La personne retire son accord (santé)");
      await pressWhile(fault, "Effacer ce qui est noté", {});
      assert.equal(stored(disk, "case")[0]?.["health"], "agreed");
      await basile.press("Réessayer");
      assert.match(said(basile), /est effacé/);
      assert.equal(stored(disk, "case")[0]?.["health"], "withdrawn");
    });

    it(`gives back what was typed in a domain, choices included, and records it once it works again: ${fault}`, async () => {
      await register(basile);
      await enter(basile);
      await openDomain(basile, "mobilite");
      const typed = {
        severity: "3",
        impact: "2",
        selfSeverity: "1",
        priority: "true",
        facts: "Pas de permis",
        strength: "",
      };
      await pressWhile(fault, "Enregistrer et continuer", typed);
      assert.ok(Object.values(fieldsOf(basile)).includes("Pas de permis"), "what was typed is lost");
      await basile.press(buttonsOf(basile.card)[0] ?? "", { facts: "Pas de permis, pas de bus" });
      const finding = stored(disk, "assessment").find((one) => one["domain"] === "mobilite")?.["finding"] as Json;
      assert.deepEqual(
        [finding["severity"], finding["impact"], finding["selfSeverity"], finding["priority"], finding["facts"]],
        [3, 2, 1, true, "Pas de permis, pas de bus"],
        "a choice made before the fault is lost",
      );
    });
  }

  it("gives back a long text whole, and nasty text literally", async () => {
    await register(basile);
    await enter(basile);
    await openDomain(basile, "mobilite");
    const facts = `\${1+1} [x](javascript:alert(1)) ${"é".repeat(590)}`;
    await pressWhile("full", "Reprendre plus tard", { facts });
    assert.ok(Object.values(fieldsOf(basile)).includes(facts), "the text is not given back as it was typed");
    await basile.press(buttonsOf(basile.card)[0] ?? "");
    const draft = stored(disk, "assessment")[0]?.["draft"] as { inputs: Json };
    assert.equal(draft.inputs["facts"], facts);
  });

  it("says so to a message too, and works again afterwards", async () => {
    breakable.gone = true;
    const before = chat.teams.received.length;
    const { status } = await chat.deliver(basile.activity({ text: "bonjour" }));
    assert.equal(status, 200);
    const posted = JSON.stringify(chat.teams.received.slice(before).map((request) => request.body));
    assert.match(posted, /donnez ce numéro : R-/, "a message is met with silence");
    breakable.gone = false;
    await basile.say("bonjour");
    assert.match(said(basile), /Bonjour Basile/);
    assert.doesNotMatch(JSON.stringify(chat.log.lines), /Amina|Benali/);
  });
});
