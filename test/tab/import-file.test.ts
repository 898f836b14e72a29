/** A file of the PLIE's own software, chosen by the assistante in the tab: what is wrong is read, who is already known is said, then it is brought in once. */
import assert from "node:assert/strict";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { tabImportWords as words } from "../../src/wording/tab-import.ts";
import { FANTINE } from "../support/chat.ts";
import { TabBench } from "./support/tab-bench.ts";

const KNOWN = "P-2026-0008";
const TITLES = "N° dossier;Prénom;Nom;Date de naissance;Commune;Téléphone;Date d'orientation;Référent";

describe("A file brought in by the tab", function () {
  this.timeout(120_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  after(() => bench.stop());

  it("is read, its faults said by line, somebody known chosen, and brought in once however fast it is pressed", async () => {
    const { services } = bench.chat.product;
    const cases = async () => (await services.store.list({ kind: "case", key: "all", limit: 100 })).items.length;
    const known = (await services.store.get("identity", KNOWN))?.doc;
    assert.ok(known !== undefined && known.birthDate !== null);
    const wrong = "Z-2;Joël;Essai;02/09/79;Dijon;06 55 66 77 88;18/11/2026;Alix Lavande";
    const file = [
      TITLES,
      "Z-1;Élodie;Façade;14/04/1992;Chenôve;06 11 22 33 44;16/11/2026;Alix Lavande",
      wrong,
      `Z-3;${known.givenName};${known.familyName};${known.birthDate};Dijon;;16/11/2026;Alix Lavande`,
    ].join("\r\n");
    const before = await cases();
    const { frame, close } = await bench.open(tabAddress("dossiers", null, { vue: "import" }), { member: FANTINE });
    const send = async (text: string): Promise<void> => {
      const buffer = Buffer.from(text, "latin1");
      await frame.locator("input[type=file]").setInputFiles({ name: "orientations.csv", mimeType: "text/csv", buffer });
      await frame.getByRole("button", { name: words.read }).click();
    };
    await send(`${TITLES}\r\n${wrong}`);
    await frame.getByText(words.nothingRight).waitFor();
    await send(file);
    await frame.getByText("écrivez l'année en entier").first().waitFor();
    assert.equal(await cases(), before, "reading the file registered somebody");
    await frame.getByRole("button", { name: words.showLines(words.plans.duplicate) }).click();
    await frame.getByLabel(words.who(4)).selectOption(KNOWN);
    await frame.getByLabel(words.onlyRight).check();
    await frame.getByRole("button", { name: /^Importer / }).dblclick();
    await frame.getByText(words.progress).or(frame.getByText(words.done)).first().waitFor();
    await applyImports(services);
    await frame.getByText(words.done).first().waitFor();
    assert.equal(await cases(), before + 1);
    const numbers = await services.store.list({ kind: "externalId", key: `case:${KNOWN}`, limit: 5 });
    assert.deepEqual(
      numbers.items.map(({ doc }) => doc.externalId),
      ["Z-3"],
    );
    await close();
  });
});
