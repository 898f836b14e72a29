/** What Microsoft's schema does not say and Teams refuses, or shows wrong: one sentence for each fault, with what to do. */
import { understandInChannel } from "../bot/channel-commands.ts";
import { understand } from "../bot/commands.ts";
import { TAB_ENTITY } from "../bot/tab-links.ts";
import { readTabAddress } from "../src/contracts/tab-routes.ts";
import { placeholdersIn } from "./fill.ts";
import type { Values } from "./settings.ts";
import type { ManifestShape } from "./shape.ts";

type Check = (manifest: ManifestShape, values: Values) => readonly string[];

/** Names that change or vanish: Teams would open somebody else's machine. */
const TUNNEL =
  /(?:^|\.)(?:ngrok(?:-free)?\.(?:io|app|dev)|devtunnels\.ms|trycloudflare\.com|loca\.lt|localhost\.run|serveo\.net)$/;
const LOCAL = /^(?:localhost|127\.|10\.|192\.168\.|\[)|\.local(?:host)?$/;

const pagesOf = ({ staticTabs, configurableTabs }: ManifestShape): readonly string[] => [
  ...staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
  ...configurableTabs.map(({ configurationUrl }) => configurationUrl),
];

const hosts: Check = (manifest, { PUBLIC_HOST }) => {
  const wrong = pagesOf(manifest).filter((page) => !URL.canParse(page) || new URL(page).host !== PUBLIC_HOST);
  const host = PUBLIC_HOST.replace(/:\d+$/, "");
  return [
    ...wrong.map(
      (page) => `La page « ${page} » n'est pas sur ${PUBLIC_HOST} : écrivez \${{PUBLIC_URL}} dans manifest.json.`,
    ),
    ...(TUNNEL.test(host) || LOCAL.test(host)
      ? [`PUBLIC_URL mène à « ${host} », un tunnel ou cette machine : donnez l'adresse durable du serveur.`]
      : []),
  ];
};

const domains: Check = ({ validDomains }, { PUBLIC_HOST }) => [
  ...(validDomains.includes(PUBLIC_HOST)
    ? []
    : [`validDomains ne contient pas ${PUBLIC_HOST} : ajoutez \${{PUBLIC_HOST}}, Teams n'ouvrirait pas l'onglet.`]),
  ...validDomains
    .filter((domain) => domain !== PUBLIC_HOST)
    .map((domain) =>
      domain.includes("*")
        ? `validDomains contient « ${domain} » : nommez chaque hôte, sans étoile.`
        : `validDomains contient « ${domain} », que l'onglet n'ouvre pas : retirez-le.`,
    ),
];

const signIn: Check = ({ webApplicationInfo, bots: [bot] }, { PUBLIC_HOST }) => {
  const { id, resource } = webApplicationInfo;
  const expected = `api://${PUBLIC_HOST}/BotId-${bot.botId}`;
  return [
    ...(id === bot.botId ? [] : [`webApplicationInfo.id vaut « ${id} » : c'est celui du bot, ${bot.botId}.`]),
    ...(resource === expected
      ? []
      : [
          `webApplicationInfo.resource vaut « ${resource} » : écrivez « ${expected} », l'hôte des pages en minuscules.`,
        ]),
  ];
};

const addresses: Check = (manifest) =>
  pagesOf(manifest)
    .filter((page) => URL.canParse(page))
    .filter(
      (page) => readTabAddress(new URL(page).pathname, "") === null || !/^\/tab(?:\/|$)/.test(new URL(page).pathname),
    )
    .map((page) => `L'onglet n'a pas de page « ${page} » : prenez une adresse de src/contracts/tab-routes.ts.`);

const entities: Check = ({ staticTabs, configurableTabs: [tab] }, { PUBLIC_URL }) => {
  const ids = [...staticTabs.map(({ entityId }) => entityId), tab.id];
  const linked = staticTabs.find(({ entityId }) => entityId === TAB_ENTITY);
  return [
    ...ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => `Deux onglets s'appellent « ${id} » : donnez à chacun son entityId.`),
    ...(linked?.contentUrl === `${PUBLIC_URL}/tab`
      ? []
      : [`Aucun onglet « ${TAB_ENTITY} » ne mène à /tab : les liens des cartes n'ouvriraient rien.`]),
  ];
};

/** A year for codes that nobody types here. */
const ANY_YEAR = 2026;
const NOT_UNDERSTOOD: readonly string[] = ["unknown", "nothing", "wrongCode", "part"];
const understoodAlone = (title: string): boolean => !NOT_UNDERSTOOD.includes(understand(title, ANY_YEAR).kind);
/** What a channel does not understand is answered by its help. */
const understoodTogether = (title: string): boolean => {
  const typed = understandInChannel(title);
  if (typed.kind === "link") return typed.cell !== null;
  return typed.kind !== "help" || title === "aide";
};

const commands: Check = ({ bots: [bot] }) =>
  bot.commandLists.flatMap(({ scopes, commands: listed }) => {
    const titles = listed.map(({ title }) => title);
    const understood = scopes.includes("personal") ? understoodAlone : understoodTogether;
    const where = scopes.join(", ");
    return [
      ...titles
        .filter((title) => !understood(title))
        .map(
          (title) =>
            `La commande « ${title} » (${where}) n'est pas comprise par le bot : écrivez-la comme bot/ la lit.`,
        ),
      ...titles
        .filter((title, at) => titles.indexOf(title) !== at)
        .map((title) => `La commande « ${title} » (${where}) est deux fois dans la liste.`),
    ];
  });

const names: Check = ({ name, localizationInfo }) => [
  ...[name.short, name.full]
    .filter((one) => /teams|microsoft|office/i.test(one))
    .map((one) => `Le nom « ${one} » prend celui d'un produit de Microsoft : retirez-le.`),
  ...(/\s/.test(name.short) ? [] : [`Le nom « ${name.short} » est un mot commun à lui seul : complétez-le.`]),
  ...(localizationInfo.defaultLanguageTag === "fr"
    ? []
    : ["La langue du manifeste est le français : localizationInfo.defaultLanguageTag vaut « fr »."]),
];

const version: Check = ({ version: said }) =>
  /^\d+\.\d+\.\d+$/.test(said) ? [] : [`La version « ${said} » n'est pas de la forme 1.2.3 : corrigez package.json.`];

/** What a card or a page of ours counts on finding there. */
const BOT_SCOPES = ["personal", "team", "groupChat"];
const TAB_SCOPES = ["team", "groupChat"];
const TAB_CONTEXTS = ["channelTab", "meetingDetailsTab", "meetingSidePanel"];
const ROSTER = "ChannelMember.Read.Group";

const lacks = (what: string, said: readonly string[], needed: readonly string[]): readonly string[] => {
  const missing = needed.filter((one) => !said.includes(one));
  if (missing.length === 0) return [];
  return [`Où va ${what} : il manque ${missing.map((one) => `« ${one} »`).join(", ")} dans manifest.json.`];
};

const reach: Check = ({ bots: [bot], configurableTabs: [tab], supportsChannelFeatures, authorization }) => [
  ...lacks("le bot", bot.scopes, BOT_SCOPES),
  ...lacks("l'onglet à ajouter", [...tab.scopes, ...tab.context], [...TAB_SCOPES, ...TAB_CONTEXTS]),
  ...(supportsChannelFeatures === "tier1"
    ? []
    : ["supportsChannelFeatures ne vaut pas « tier1 » : les canaux privés et partagés n'auraient ni bot ni onglet."]),
  ...(authorization.permissions.resourceSpecific.some(({ name, type }) => name === ROSTER && type === "Application")
    ? []
    : [`La permission « ${ROSTER} » manque : le bot ne saurait pas qui est dans un canal privé ou partagé.`]),
];

const CHECKS: readonly Check[] = [reach, hosts, domains, signIn, addresses, entities, commands, names, version];

/** Names left without a value, then everything else. */
export const leftIn = (text: string): readonly string[] =>
  placeholdersIn(text).map(
    (name) => `manifest.json attend \${{${name}}}, que rien ne remplit : ajoutez-le à manifest/settings.ts.`,
  );

export const ownProblems = (manifest: ManifestShape, values: Values): readonly string[] =>
  CHECKS.flatMap((check) => check(manifest, values));
