/** *Transmettre*: read with the person, confirmed value by value; nothing leaves otherwise, and what left is kept as it left. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, EUGENIE, FANTINE, type Chat, type Person } from "../support/chat.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  enter,
  fieldsOf,
  lines,
  openDomain,
  register,
  said,
  startChat,
  stored,
} from "./steps.ts";

const CODE = "P-2026-0001";
const GASPARD = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";

describe("Transmettre", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await basile.say(`diagnostic ${CODE}`);
    await basile.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
    await basile.say(`diagnostic ${CODE}`);
    await openDomain(basile, "mobilite");
    await basile.press("Enregistrer et continuer", {
      ...{ severity: "3", impact: "3", situations: "dependant-des-transports-en-commun", source: "dit" },
      facts: "CanariDeNote",
    });
  });
  afterEach(() => chat.stop());

  const kept = () => stored(disk, "transmission");
  const get = async (path: string, member: string) =>
    fetch(`http://localhost:${String(chat.port)}${path}`, { headers: { "x-local-member": member } });

  it("shows what would leave and where it comes from, and leaves nothing before the person agreed", async () => {
    await basile.say(`transmettre ${CODE}`);
    assert.match(said(basile), /Rien n'est encore parti/);
    assert.match(said(basile), /Pour : France Travail/);
    assert.match(said(basile), /Vient du diagnostic, noté le/);
    assert.doesNotMatch(said(basile), /CanariDeNote/);
    assert.equal(fieldsOf(basile)["c23"], "strong");
    await basile.press("Confirmer", { c23: "weak" });
    assert.match(said(basile), /rien ne part sans que la personne sache/);
    assert.equal(fieldsOf(basile)["c23"], "weak", "what was chosen is lost");
    assert.deepEqual(kept(), []);
  });

  it("keeps what was confirmed as it was, gives it as a file to who reads the case, and to nobody else", async () => {
    await basile.say(`transmettre ${CODE}`);
    await basile.press("Confirmer", { c23: "weak", told: "yes" });
    assert.match(said(basile), /C'est confirmé/);
    const [one] = kept();
    assert.ok(one !== undefined);
    const path = `/api/transmissions/${String(one["id"])}`;
    const answer = await get(path, BASILE);
    const text = await answer.text();
    assert.equal(answer.status, 200, text);
    assert.match(text, /"impact": "FAIBLE"/);
    assert.match(text, /Dépendant des transports en commun/);
    assert.doesNotMatch(text, /CanariDeNote|severity/);
    assert.match(await (await get(`${path}?format=csv`, EUGENIE)).text(), /"contrainte";"23"/);
    for (const other of [FANTINE, GASPARD]) assert.equal((await get(path, other)).status, 404);
    assert.equal((await get(`${path}?format=pdf`, BASILE)).status, 400);
  });

  it("is confirmed again when the diagnostic moved meanwhile", async () => {
    await basile.say(`transmettre ${CODE}`);
    const desk = chat.person(BASILE);
    await desk.say(`diagnostic ${CODE}`);
    await openDomain(desk, "mobilite");
    await desk.press("Enregistrer et continuer", { severity: "1", impact: "1" });
    await basile.press("Confirmer", { told: "yes" });
    assert.match(said(basile), /a changé entre-temps/);
    assert.deepEqual(kept(), []);
  });

  const noteHealth = async (): Promise<void> => {
    await basile.say(`diagnostic ${CODE}`);
    await openDomain(basile, "sante");
    await basile.press("Enregistrer et continuer", { severity: "3", impact: "3", source: "dit" });
  };
  const withdrawHealth = async (by: Person): Promise<void> => {
    await by.say(`fiche ${CODE}`);
    await by.press("Gérer la fiche");
    await by.press("La personne retire son accord (santé)");
    await by.press("Effacer ce qui est noté");
    assert.match(said(by), /est effacé/);
  };
  /** What the kept transmission says of health, and whether it says that it went. */
  const healthSent = () => {
    const [one] = kept();
    const { contraintes } = one?.["values"] as {
      contraintes: { code: string; valeur: string; impact: string | null }[];
    };
    const sent = contraintes.find(({ code }) => code === "25");
    return [sent?.valeur, sent?.impact, one?.["withoutHealth"]];
  };

  it("loses what it said of health once the person takes their agreement back; the rest stays as it left", async () => {
    await noteHealth();
    await basile.say(`transmettre ${CODE}`);
    await basile.press("Confirmer", { told: "yes" });
    assert.deepEqual(healthSent(), ["OUI", "FORT", false], "nothing is proved");
    await withdrawHealth(basile);
    assert.deepEqual(healthSent(), ["NON_ABORDEE", null, true]);
    const file = await (await get(`/api/transmissions/${String(kept()[0]?.["id"])}`, BASILE)).text();
    assert.match(file, /Dépendant des transports en commun/, "what is not health is lost");
  });

  it("sends nothing of health when the agreement is taken back while it is being confirmed", async () => {
    await noteHealth();
    await basile.say(`transmettre ${CODE}`);
    assert.equal(fieldsOf(basile)["c25"], "strong", "nothing is proved");
    await withdrawHealth(chat.person(BASILE));
    await basile.press("Confirmer", { told: "yes" });
    assert.deepEqual(kept(), [], "what the person was not shown again left");
    await basile.press("Confirmer", { told: "yes" });
    assert.deepEqual(healthSent().slice(0, 2), ["NON_ABORDEE", null]);
  });

  it("has its copy whole for the person: what was transmitted, and every role without a name", async () => {
    await basile.say(`transmettre ${CODE}`);
    await basile.press("Confirmer", { told: "yes" });
    const page = await (await get(`/api/documents/copie-personne/${CODE}`, BASILE)).text();
    assert.match(page, /Votre dossier, en entier/);
    assert.match(page, /CanariDeNote/, "their own notes are theirs");
    assert.match(page, /Pour France Travail, confirmée avec vous/);
    assert.match(page, /Cofinancé par l&#39;Union européenne|Cofinancé par l'Union européenne/);
    const file = await (await get(`/api/participants/${CODE}/copy`, BASILE)).text();
    const read = JSON.parse(file) as { documents: { kind: string }[]; openings: unknown[] };
    for (const kind of ["identity", "assessment", "round", "transmission"])
      assert.ok(
        read.documents.some((doc) => doc.kind === kind),
        kind,
      );
    assert.ok(read.openings.length > 0);
    for (const text of [page, file]) assert.doesNotMatch(text, new RegExp(BASILE));
    assert.equal((await get(`/api/participants/${CODE}/copy`, FANTINE)).status, 404);
  });

  it("goes to the PLIE's software as dates, steps and decisions, a row a case", async () => {
    const path = "/api/exports/plie?from=2026-11-01&to=2026-11-30";
    const text = await (await get(path, FANTINE)).text();
    const rows = text.trim().split("\r\n");
    assert.equal(rows.length, 2, text);
    assert.match(rows[0] ?? "", /"identifiant_externe";"code_repere"/);
    assert.match(rows[1] ?? "", new RegExp(`"${CODE}"`));
    assert.doesNotMatch(text, /Canari|Amina/);
    assert.equal((await get("/api/exports/plie?from=2026-11-30&to=2026-11-01", FANTINE)).status, 400);
    assert.equal((await get("/api/exports/plie?from=1926-11-30&to=2026-11-01", FANTINE)).status, 400);
    assert.match(JSON.stringify(stored(disk, "audit")), /export\.taken/);
  });
});
