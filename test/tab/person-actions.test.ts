/** Actions on the page of a person: to whoever reads the case, and to the assistante. */
import assert from "node:assert/strict";
import type { ActionBilan } from "../../src/domain/activation/records.ts";
import { ALIX, FANTINE } from "../support/chat.ts";
import { aHost, anAction, aPmsmp, aSession } from "../support/an-action.ts";
import { TabBench } from "./support/tab-bench.ts";

const CODE = "P-2026-0008";
const bilan: ActionBilan = {
  ...{ kind: "actionBilan", schemaVersion: 1, id: "done", code: CODE, parcours: 1, edition: 1, outcome: "partial" },
  ...{ lastDay: "2026-10-08", missedHours: 7, facts: "A tenu la réception des colis.", agreement: "partly" },
  observations: [
    { criterion: "horaires", by: "host", level: 1 },
    { criterion: "interet", by: "person", level: 0 },
  ],
  ...{ words: "J'ai aimé le travail, moins le froid.", understood: "", objectiveMet: "yes", on: "2026-10-12" },
  ...{ by: ALIX, at: "2026-10-12T10:00:00.000Z" },
};
const of = { code: CODE, by: ALIX };

describe("The actions of a person, on their page", function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
    await bench.services.store.commit([
      { op: "put", doc: aHost() },
      { op: "put", doc: aSession({ codes: [CODE] }) },
      { op: "put", doc: anAction({ id: "done", ...of, state: "done", from: "2026-10-05", until: "2026-10-16" }) },
      { op: "put", doc: bilan },
      {
        op: "put",
        doc: anAction({
          id: "next",
          ...of,
          from: "2027-02-01",
          until: "2027-02-12",
          pmsmp: aPmsmp({ signedOn: null }),
        }),
      },
      {
        op: "put",
        doc: anAction({
          ...{
            id: "group",
            ...of,
            what: "atelier",
            pmsmp: null,
            session: "s1",
            from: "2026-12-08",
            until: "2026-12-10",
          },
          preparation: { referent: "", learn: "", show: "", observe: [] },
        }),
      },
      {
        op: "put",
        doc: {
          ...{ kind: "actionDeferral", schemaVersion: 1, code: CODE, parcours: 1, on: "2026-09-20", reason: "family" },
          ...{ words: "La crèche ouvre en octobre.", againOn: "2026-10-01", by: ALIX, at: "2026-09-20T10:00:00.000Z" },
        },
      },
    ]);
  });
  afterEach(() => bench.closePages());
  after(() => bench.stop());

  it("tell whoever reads the case where each one stands, what was seen, by whom, and what the person says", async () => {
    for (const { theme, width } of [
      { theme: "default", width: 1280 },
      { theme: "dark", width: 320 },
      { theme: "contrast", width: 768 },
    ] as const) {
      const { frame } = await bench.open(`/tab/participants/${CODE}`, { member: ALIX, theme, width });
      const section = frame.getByRole("region", { name: "Actions", exact: true });
      await section.getByText("Ce qui a été observé").click();
      const said = (await section.innerText()).replaceAll(/\s+/g, " ");
      assert.match(said, /Immersion professionnelle \(PMSMP\) · du 5 octobre 2026 au 16 octobre 2026/);
      assert.match(said, /Faite en partie, jusqu'au 8 octobre 2026/);
      assert.match(said, /J'ai aimé le travail, moins le froid/);
      assert.match(said, /Un retard, annoncé à l'avance\. \(la structure\)/);
      assert.match(said, /Convention à faire signer par toutes les parties/);
      assert.match(said, /Atelier CV et lettre · Maison de l'emploi/);
      assert.match(said, /différée le 20 septembre 2026/);
      await bench.lookAt(frame, "person-actions");
      await bench.closePages();
    }
  });

  it("lead to the sheets to print", async () => {
    const { frame } = await bench.open(`/tab/participants/${CODE}`, { member: ALIX });
    const section = frame.getByRole("region", { name: "Actions", exact: true });
    await section.getByRole("link", { name: "Feuille d'émargement" }).click();
    await frame.getByRole("button", { name: "Imprimer" }).waitFor();
    await bench.lookAt(frame, "document-attendance");
  });

  it("tell the assistante which, when, signed or not, bilan or not, and not a word more", async () => {
    const { frame } = await bench.open(`/tab/participants/${CODE}`, { member: FANTINE });
    const section = frame.getByRole("region", { name: "Actions", exact: true });
    await section.getByText("Bilan fait").waitFor();
    const said = await section.innerText();
    assert.match(said, /Convention à faire signer/);
    assert.doesNotMatch(
      said,
      /colis|froid|crèche|retard|Entrepôt|Préparateur|Feuille de préparation|différée|Découvrir/,
    );
    await bench.lookAt(frame, "person-actions-assistante");
  });
});
