/** *Justificatif de sortie*: asked once someone left towards a job, noted by whoever receives the papers, in the whole product over HTTP. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { projectCases } from "../../src/use-cases/project-cases.ts";
import { BASILE, DORIAN, FANTINE, type Chat, type Json, type Person } from "../support/chat.ts";
import { acts, enter, has, movableClock, register, said, startChat, stored, type MovableClock } from "./steps.ts";

const CODE = "P-2026-0001";

describe("The document that attests an exit", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;
  let fantine: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    fantine = chat.person(FANTINE);
    await register(basile);
    await enter(basile);
  });
  afterEach(() => chat.stop());

  const leaves = async (how: string): Promise<void> => {
    await basile.say(`fiche ${CODE}`);
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice: "end" });
    await basile.press("Mettre fin au parcours", {
      how,
      why: "Convenu ensemble",
      door: "comeBack",
      words: "À bientôt",
    });
  };
  const provenInFile = async (): Promise<unknown> => {
    await projectCases(chat.product.services);
    const pieces = stored(disk, "casePieces")[0]?.["pieces"] as Json[] | undefined;
    return pieces?.find(({ piece }) => piece === "exitProof")?.["there"];
  };

  const noted = async (id: string, data: Json = { code: CODE, stage: "exit", proof: "received" }): Promise<void> => {
    const member = chat.person(id);
    const value = { action: { type: "Action.Execute", verb: "questionnaire.proof", data }, trigger: "manual" };
    member.card = await member.invoke(member.activity({ type: "invoke", name: "adaptiveCard/action", value }));
  };

  it("is missing after an exit to a job, until the assistante notes that it came; noted by mistake, it is awaited again", async () => {
    await leaves("lastingJob");
    clock.move(2);
    assert.equal(await provenInFile(), false, "an exit to a job without a cell asks for no document");
    await fantine.say(`questionnaire ${CODE}`);
    assert.match(said(fantine), /Justificatif de sortie\s+attendu : contrat, attestation ou bulletin de salaire/);
    const click = fantine.click("Justificatif reçu aujourd'hui");
    for (let press = 0; press < 3; press += 1) fantine.card = await fantine.invoke(click);
    assert.match(said(fantine), /le justificatif de sortie est reçu/);
    assert.match(said(fantine), /Justificatif de sortie\s+reçu le 26 novembre 2026/);
    assert.equal(acts(disk, `case.${CODE}`).filter((act) => act === "exitProof.received").length, 1, "noted twice");
    assert.equal(await provenInFile(), true, "what was received is still missing");
    await basile.say(`questionnaire ${CODE}`);
    const awaited = { code: CODE, stage: "exit", proof: "awaited" };
    await noted(DORIAN, awaited);
    assert.equal(await provenInFile(), true, "a chargé de projet who does not carry it took it back");
    await basile.press("Justificatif noté par erreur");
    assert.match(said(basile), /de nouveau attendu/);
    assert.equal(await provenInFile(), false);
  });

  it("is not asked of who left otherwise, nor before the exit, and is not a chargé de projet's to note", async () => {
    await basile.say(`questionnaire ${CODE}`);
    assert.ok(!has(basile, "Justificatif reçu aujourd'hui"), "asked of someone who is accompanied");
    await noted(BASILE);
    await leaves("request");
    await fantine.say(`questionnaire ${CODE}`);
    assert.doesNotMatch(said(fantine), /Justificatif/);
    for (const id of [BASILE, FANTINE, DORIAN]) await noted(id);
    assert.equal(stored(disk, "case")[0]?.["exitProofOn"], null);
    assert.equal(await provenInFile(), undefined);
  });

  it("is noted by nobody in an archived file: an old card changes nothing", async () => {
    await leaves("lastingJob");
    await fantine.say(`questionnaire ${CODE}`);
    const { store } = chat.product.services;
    const head = await store.get("case", CODE);
    assert.ok(head !== undefined);
    const retired = { as: "archived", ground: "litigation", on: "2026-11-24", by: DORIAN } as const;
    await store.commit([{ op: "put", doc: { ...head.doc, retired }, expected: head.version }]);
    for (const id of [BASILE, FANTINE]) await noted(id);
    assert.equal(stored(disk, "case")[0]?.["exitProofOn"], null);
  });
});
