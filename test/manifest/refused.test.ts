/** What Teams would refuse, or show wrong: each fault is named in French with what to do, and no package is written. */
import assert from "node:assert/strict";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TAB_ENTITY } from "../../bot/tab-links.ts";
import { APackage, ENV } from "./a-package.ts";

const MISSING = Object.keys(ENV);
const OTHER_ID = "12345678-1234-4234-8234-123456789012";
const NOT_HTTPS = /que Teams ne peut pas ouvrir/;
const NO_PAGE = /n'a pas de page « https:\/\/repere\.plie\.example\/tab\/config »/;
const TUNNEL = /un tunnel ou cette machine : donnez l'adresse durable du serveur/;

/** What is said of the environment. */
const WRONG: readonly (readonly [string, NodeJS.ProcessEnv, RegExp])[] = [
  ["an id that is none", { BOT_ID: "repere" }, /BOT_ID vaut « repere »/],
  ["an address without https", { PUBLIC_URL: "http://localhost:3978" }, NOT_HTTPS],
  ["an address with a path", { PUBLIC_URL: "https://plie.example/repere" }, /PUBLIC_URL vaut .* sans chemin/],
  ["a tunnel", { PUBLIC_URL: "https://abc-3978.euw.devtunnels.ms" }, TUNNEL],
  ["another tunnel", { PUBLIC_URL: "https://abc.ngrok-free.app" }, TUNNEL],
  ["this machine", { PUBLIC_URL: "https://localhost:3978" }, TUNNEL],
  ["a page without https", { DEVELOPER_TERMS_URL: "plie.example/cgu" }, /DEVELOPER_TERMS_URL vaut .* : donnez/],
  ["a developer's name too long", { DEVELOPER_NAME: "x".repeat(33) }, /DEVELOPER_NAME compte 33 signes/],
];

const COMMANDS = "bots.0.commandLists";
/** Where the manifest is changed, with what, and what is said of it. */
const BROKEN: readonly (readonly [string, string, unknown, RegExp])[] = [
  ["what the schema does not know", "couleur", "bleu", /ne suit pas le schéma de Microsoft/],
  ["a short description too long", "description.short", "x".repeat(81), /schéma de Microsoft : .*80/],
  ["no accent colour", "accentColor", undefined, /schéma de Microsoft : .*accentColor/],
  ["another version of the schema", "manifestVersion", "1.24", /manifestVersion/],
  [
    "a name that nothing fills",
    "description.full",
    "${{PLIE_NAME}}",
    /attend \$\{\{PLIE_NAME\}\}, que rien ne remplit/,
  ],
  ["a page on another host", "staticTabs.1.contentUrl", "https://ailleurs.example/tab", /n'est pas sur repere\.plie/],
  ["a domain that is not named", "validDomains", [], /validDomains ne contient pas repere\.plie\.example/],
  ["a domain with a star", "validDomains.1", "*.plie.example", /nommez chaque hôte, sans étoile/],
  ["a domain that no page opens", "validDomains.1", "token.botframework.com", /que l'onglet n'ouvre pas/],
  ["a sign-in for another host", "webApplicationInfo.resource", "api://Repere.plie.example/BotId-x", /en minuscules/],
  ["a sign-in for another application", "webApplicationInfo.id", OTHER_ID, /webApplicationInfo\.id vaut/],
  ["a page that the tab does not have", "configurableTabs.0.configurationUrl", "${{PUBLIC_URL}}/tab/config", NO_PAGE],
  ["two tabs with one name", "configurableTabs.0.id", TAB_ENTITY, /Deux onglets s'appellent « repere »/],
  ["a tab that no link names", "staticTabs.1.entityId", "onglet", /Aucun onglet « repere » ne mène à \/tab/],
  [
    "a command unknown to the bot",
    `${COMMANDS}.0.commands.0.title`,
    "météo",
    /« météo » \(personal\) n'est pas comprise/,
  ],
  ["a link to no cell", `${COMMANDS}.1.commands.0.title`, "relier", /« relier » \(team\) n'est pas comprise/],
  ["a personal command in a channel", `${COMMANDS}.1.commands.0.title`, "échéances", /« échéances » \(team\)/],
  ["a command that stands twice", `${COMMANDS}.0.commands.0.title`, "aide", /« aide » \(personal\) est deux fois/],
  ["too many commands", `${COMMANDS}.0.commands.12`, { title: "fiche", description: "Une de plus." }, /schéma .*12/],
  [
    "no private nor shared channels",
    "supportsChannelFeatures",
    undefined,
    /supportsChannelFeatures ne vaut pas « tier1 »/,
  ],
  ["a bot that channels do not have", "bots.0.scopes", ["personal"], /le bot : il manque « team », « groupChat »/],
  [
    "a tab that teams do not have",
    "configurableTabs.0.scopes",
    ["groupChat"],
    /l'onglet à ajouter : il manque « team »/,
  ],
  [
    "a tab that meetings do not have",
    "configurableTabs.0.context",
    ["channelTab", "meetingSidePanel"],
    /l'onglet à ajouter : il manque « meetingDetailsTab »/,
  ],
  [
    "no leave to know who is in a channel",
    "authorization.permissions.resourceSpecific",
    [],
    /ChannelMember\.Read\.Group/,
  ],
  ["a name of Microsoft's", "name.full", "Repère pour Teams", /prend celui d'un produit de Microsoft/],
  ["a common word for a name", "name.short", "Repère", /mot commun/],
  ["another language", "localizationInfo.defaultLanguageTag", "en", /La langue du manifeste est le français/],
];

describe("A package that Teams would refuse", () => {
  let app: APackage;
  beforeEach(() => {
    app = new APackage();
  });
  afterEach(() => app.remove());

  for (const name of MISSING)
    it(`is not written without ${name}, which is named`, () =>
      app.isRefused(new RegExp(`^${name} manque : donnez`, "m"), { ...ENV, [name]: " " }));

  it("names everything that is missing at once", async () => {
    const answer = await app.pack({});
    assert.ok(!answer.ok);
    assert.deepEqual(answer.problems.map((problem) => problem.split(" ")[0]).sort(), MISSING.toSorted());
  });

  for (const [what, values, expected] of WRONG)
    it(`is not written with ${what}`, () => app.isRefused(expected, { ...ENV, ...values }));

  it("is not written with a version that Teams would not take", () =>
    app.isRefused(/« 1\.0-essai » n'est pas de la forme/, ENV, "1.0-essai"));

  for (const [what, path, value, expected] of BROKEN)
    it(`is not written with ${what}`, async () => {
      app.put(path, value);
      await app.isRefused(expected);
    });

  it("is not written without an icon, nor with one in the place of the other", async () => {
    copyFileSync(join(app.from, "color.png"), join(app.from, "outline.png"));
    await app.isRefused(/outline\.png mesure 192×192 : Teams demande 32×32/);
    rmSync(join(app.from, "outline.png"));
    await app.isRefused(/outline\.png manque à côté de manifest\.json/);
  });

  it("is not written from what is no JSON", async () => {
    writeFileSync(join(app.from, "manifest.json"), "{");
    await app.isRefused(/n'est pas du JSON/);
  });
});
