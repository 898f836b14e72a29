/**
 * Every page of the tab, with the demo's people: `pages.test.ts` looks at each in three themes and at three widths. A page adds its lines here, one
 * for each state worth a look (full, empty, one tab of it…).
 */
import { randomUUID } from "node:crypto";
import type { Frame } from "playwright-core";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE } from "../../support/chat.ts";
import { GASPARD } from "../../support/who-may-scene.ts";
import { listFilesAtTheirEnd } from "./files-at-their-end.ts";
import type { Opening, TabBench } from "./tab-bench.ts";

export interface PageLine extends Pick<Opening, "frameContext" | "context" | "settings" | "hosted"> {
  /** Of the picture: test/pictures/tab-<name>-<theme>-<width>.png */
  readonly name: string;
  readonly address: string;
  /** Object id of a member of config/team.json. */
  readonly member: string;
  /** What has to be there first, once for all themes. */
  readonly prepare?: (bench: TabBench) => Promise<void>;
  /** Words that are on the page once it shows what it has to show, or what to do until then (a press, an opening). */
  readonly ready: string | ((frame: Frame) => Promise<void>);
}

/** A file is chosen and read. */
const readFile = async (frame: Frame, ...lines: readonly string[]): Promise<void> => {
  const file = ["N° dossier;Prénom;Nom;Date de naissance;Référent", ...lines].join("\r\n");
  await frame
    .getByLabel("Fichier CSV")
    .setInputFiles({ name: "export.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await frame.getByRole("button", { name: "Lire le fichier" }).click();
};

export const PAGE_LINES: readonly PageLine[] = [
  {
    name: "dashboard",
    address: tabAddress("tableau-de-bord"),
    member: EUGENIE,
    ready: "Besoins en attente de place",
  },
  {
    name: "dashboard-other-months",
    address: tabAddress("tableau-de-bord", null, { du: "2026-10", au: "2026-11", referent: BASILE }),
    member: DORIAN,
    ready: "Besoins en attente de place",
  },
  { name: "dashboard-files", address: tabAddress("tableau-de-bord"), member: FANTINE, ready: "Délais" },
  {
    name: "files-exports",
    address: tabAddress("dossiers", null, { vue: "exports" }),
    member: EUGENIE,
    ready: "Ce que contient chaque colonne",
  },
  {
    name: "files-points",
    address: tabAddress("dossiers", null, { vue: "points", referent: ALIX }),
    member: ALIX,
    ready: "Convenu la dernière fois",
  },
  {
    name: "files-extraction",
    address: tabAddress("dossiers", null, { vue: "extraction" }),
    member: FANTINE,
    ready: "Ce que dit chaque colonne",
  },
  {
    name: "files-conservation",
    address: tabAddress("dossiers", null, { vue: "conservation" }),
    member: EUGENIE,
    ready: "Effacement demandé par la personne",
  },
  {
    name: "document-notice-larger",
    address: tabAddress("document", null, { kind: "notice" }),
    member: ALIX,
    ready: async (frame) => {
      await frame.getByRole("button", { name: "Lettres plus grandes" }).click();
      await frame.getByRole("button", { name: "Lettres habituelles" }).waitFor();
    },
  },
  {
    name: "document-points",
    address: tabAddress("document", null, { kind: "points-etape", code: ALIX }),
    member: ALIX,
    ready: "Imprimer",
  },
  {
    name: "document",
    address: tabAddress("document", null, { kind: "feuille-entretien" }),
    member: ALIX,
    ready: "Imprimer",
  },
  {
    name: "document-unknown",
    address: tabAddress("document", null, { kind: "dossier" }),
    member: ALIX,
    ready: "Rien ici",
  },
  {
    name: "document-person-sheet",
    address: tabAddress("document", null, { kind: "fiche-personne", code: "P-2026-0008" }),
    member: ALIX,
    ready: "Imprimer",
  },
  {
    name: "document-prescriber",
    address: tabAddress("document", null, { kind: "retour-prescripteur", code: "P-2026-0008" }),
    member: ALIX,
    ready: "Imprimer",
  },
  { name: "participants", address: tabAddress("participants"), member: EUGENIE, ready: "Toutes les personnes du PLIE" },
  {
    name: "participants-late",
    address: tabAddress("participants", null, { retard: "1", referent: "tous", tri: "echeance" }),
    member: FANTINE,
    ready: "en retard",
  },
  { name: "participants-own", address: tabAddress("participants"), member: ALIX, ready: "que vous accompagnez" },
  {
    name: "participants-behind",
    address: tabAddress("participants", null, { derriere: "entered", du: "2026-09", au: "2026-12" }),
    member: DORIAN,
    ready: "Personnes entrées",
  },
  {
    name: "participants-nobody",
    address: tabAddress("participants", null, { etape: "left" }),
    member: BASILE,
    ready: "Personne dans cette liste",
  },
  {
    name: "participants-search",
    address: tabAddress("participants"),
    member: DORIAN,
    ready: async (frame) => {
      await frame.getByLabel("Rechercher une personne").fill("fictif");
      await frame.getByText("personnes.", { exact: false }).first().waitFor();
    },
  },
  {
    name: "person",
    address: tabAddress("participants", "P-2026-0008"),
    member: ALIX,
    ready: "Le diagnostic, domaine par domaine",
  },
  {
    name: "person-rights",
    address: tabAddress("participants", "P-2026-0008"),
    member: ALIX,
    ready: async (frame) => {
      await frame.getByRole("heading", { name: "Droits de la personne" }).waitFor();
      await frame.getByText("Qui a ouvert le dossier").click();
      await frame.getByText("Dossier ouvert", { exact: false }).first().waitFor();
    },
  },
  {
    name: "person-everything-open",
    address: tabAddress("participants", "P-2026-0008"),
    member: EUGENIE,
    ready: async (frame) => {
      await frame.getByText("Les règles, dans l'ordre").waitFor();
      for (const summary of await frame.locator("summary").all()) await summary.click();
      await frame.getByRole("button", { name: "Voir le tableau" }).click();
      await frame.getByText("Dossier ouvert", { exact: false }).first().waitFor();
    },
  },
  {
    name: "person-to-assess",
    address: tabAddress("participants", "P-2026-0002"),
    member: ALIX,
    ready: "Le diagnostic, domaine par domaine",
  },
  {
    name: "person-to-receive",
    address: tabAddress("participants", "P-2026-0003"),
    member: ALIX,
    ready: "Ce qui manque à la fiche",
  },
  {
    name: "person-assistante",
    address: tabAddress("participants", "P-2026-0008"),
    member: FANTINE,
    ready: "Ce qui manque à la fiche",
  },
  {
    name: "document-esf-blank",
    address: tabAddress("document", null, { kind: "questionnaire-entree" }),
    member: FANTINE,
    ready: "Imprimer",
  },
  {
    name: "person-under-review",
    address: tabAddress("participants", "P-2026-0006"),
    member: DORIAN,
    ready: "Études et décisions",
  },
  {
    name: "person-of-nobody-here",
    address: tabAddress("participants", "P-2026-0008"),
    member: GASPARD,
    ready: "Rien ici",
  },
  { name: "cells", address: tabAddress("cellules"), member: DORIAN, ready: "Ce qui vous attend" },
  { name: "cells-assistante", address: tabAddress("cellules"), member: FANTINE, ready: "Prochaine séance" },
  { name: "cell", address: tabAddress("cellules", "entree"), member: DORIAN, ready: "Ordre du jour" },
  { name: "cell-partner", address: tabAddress("cellules", "entree"), member: GASPARD, ready: "Ordre du jour" },
  {
    name: "case",
    address: tabAddress("cellules", "entree", { etude: "2026-001" }),
    member: DORIAN,
    ready: "Ce que la cellule a vu",
  },
  {
    name: "case-waiting",
    address: tabAddress("cellules", "entree", { etude: "2026-002" }),
    member: GASPARD,
    ready: "Ce que la cellule a vu",
  },
  {
    name: "channel-unlinked",
    address: tabAddress("canal"),
    member: ALIX,
    context: { channelId: "19:ailleurs@thread.tacv2" },
    ready: "n'est relié à aucune cellule",
  },
  {
    name: "configure",
    address: tabAddress("configurer"),
    member: ALIX,
    frameContext: "settings",
    context: { channelId: "19:ailleurs@thread.tacv2" },
    ready: "pressez « Enregistrer »",
  },
  {
    name: "configure-meeting",
    address: tabAddress("configurer"),
    member: DORIAN,
    frameContext: "settings",
    context: { chatId: "19:meeting@thread.v2" },
    ready: "volet de droite",
  },
  { name: "offer", address: tabAddress("offre"), member: FANTINE, ready: "services trouvés" },
  {
    name: "offer-said",
    address: tabAddress("offre", null, { domaine: "mobilite" }),
    member: BASILE,
    ready: async (frame) => {
      await frame
        .getByRole("button", { name: /^Signaler un changement/ })
        .first()
        .click();
      await frame.getByLabel("Ce que vous avez constaté").selectOption("delay");
      await frame.getByRole("button", { name: "Signaler", exact: true }).click();
      await frame.getByText("écrivez le nombre de semaines").waitFor();
      await frame.getByLabel("Délai en semaines").fill("3");
      await frame.getByRole("button", { name: "Signaler", exact: true }).click();
      await frame
        .getByText(/, à confirmer\./)
        .first()
        .waitFor();
    },
  },
  {
    name: "offer-to-confirm",
    address: tabAddress("offre", null, { etat: "closed" }),
    member: DORIAN,
    ready: async (frame) => {
      await frame.getByRole("heading", { name: "À confirmer" }).waitFor();
      await frame.getByText("Aucun service ne répond à cette recherche").first().waitFor();
    },
  },
  {
    name: "offer-import",
    address: tabAddress("offre", null, { vue: "import" }),
    member: DORIAN,
    ready: async (frame) => {
      await frame.getByRole("button", { name: "Importer" }).click();
      await frame.getByText("choisissez un fichier").waitFor();
    },
  },
  {
    // The demo people lack something: the list is filled.
    name: "files-pieces",
    address: tabAddress("dossiers"),
    member: FANTINE,
    ready: async (frame) => {
      await frame.getByText("depuis le").first().waitFor();
      await frame.getByRole("button", { name: "Prendre la liste (Excel)" }).waitFor();
    },
  },
  {
    name: "files-pieces-own",
    address: tabAddress("dossiers", null, { vue: "pieces" }),
    member: BASILE,
    ready: "Dossiers à compléter",
  },
  {
    name: "files-pieces-of-one",
    address: tabAddress("dossiers", null, { vue: "pieces", referent: BASILE, piece: "exitProof" }),
    member: DORIAN,
    ready: "Dossiers à compléter",
  },
  { name: "settings", address: tabAddress("reglages"), member: EUGENIE, ready: "Versions gardées" },
  {
    name: "settings-not-yours",
    address: tabAddress("reglages"),
    member: DORIAN,
    ready: "Votre rôle ne donne pas accès",
  },
  { name: "not-found", address: "/tab/participants/P-2026-0001/plus", member: ALIX, ready: "Rien ici" },
  {
    name: "files-import",
    address: tabAddress("dossiers", null, { vue: "import" }),
    member: FANTINE,
    ready: async (frame) => {
      await readFile(frame, "X1;Anne;Essai;12/03/84;BT", "X2;Paul;Essai;31/01/1990;BT");
      await frame.getByText("écrivez l'année en entier").waitFor();
    },
  },
  {
    name: "files-import-gone",
    address: tabAddress("dossiers", null, { vue: "import", import: "un-import-d-avant" }),
    member: FANTINE,
    ready: "Cet import n'est plus là : choisissez le fichier à nouveau.",
  },
  {
    name: "files-import-duplicate",
    address: tabAddress("dossiers", null, { vue: "import" }),
    member: FANTINE,
    ready: async (frame) => {
      await readFile(frame, "Y1;Zoé;Exemple;12/03/1984;BT", "Y2;Zoé;Exemple;12/03/1984;BT");
      await frame.getByRole("combobox").waitFor();
    },
  },
  {
    name: "files-import-done",
    address: tabAddress("dossiers", null, { vue: "import" }),
    member: FANTINE,
    ready: async (frame) => {
      // Each theme brings in somebody else.
      const name = randomUUID().replace(/[^a-f]/g, "");
      await readFile(frame, `W${name};Odile;${name};12/03/1984;BT`);
      await frame.getByRole("button", { name: "Importer 1" }).click();
      await frame.getByText("L'import est terminé").waitFor();
      // The address alone shows it again.
      await frame.evaluate(() => location.reload());
      await frame.getByText("L'import est terminé").waitFor();
    },
  },
  {
    name: "files-conservation-list",
    address: tabAddress("dossiers", null, { vue: "conservation" }),
    member: EUGENIE,
    prepare: listFilesAtTheirEnd,
    ready: async (frame) => {
      await frame.getByText("Archivé (Litige", { exact: false }).first().waitFor();
      await frame.getByRole("button", { name: /^Archiver : Marie-Françoise/ }).click();
      await frame.getByLabel("Motif").waitFor();
    },
  },
];
