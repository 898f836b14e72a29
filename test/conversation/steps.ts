/** What a référent does, step by step, for the tests of the conversation. */
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import { createClock } from "../../src/system/clock.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import type { Member } from "../../src/domain/people/member.ts";
import type { People } from "../../src/ports/people.ts";
import {
  ALIX,
  BASILE,
  Chat,
  DORIAN,
  EUGENIE,
  FANTINE,
  buttonsOf,
  nodesOf,
  type ChatOptions,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import { CHANNELS, type ChannelPlace } from "../support/channel-place.ts";
import { inRoster, type RosterPerson } from "../support/fake-rooms.ts";

/** A clock that starts on a known day, runs, and can be moved forward. */
export interface MovableClock extends Clock {
  move(days: number): void;
}
export const TODAY = "2026-11-24";
const DAY_MS = 86_400_000;
export const movableClock = (start = `${TODAY}T13:32:00.000Z`): MovableClock => {
  const real = createClock("Europe/Paris");
  const day = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Paris",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  let offset = Date.parse(start) - Date.now();
  let last = 0;
  // Each reading is later than the one before: what is written "now" is due at once.
  const now = (): Date => {
    last = Math.max(last + 1, Date.now() + offset);
    return new Date(last);
  };
  return {
    now,
    today: () => day.format(now()),
    startOf: (of) => real.startOf(of),
    pause: (milliseconds) => real.pause(milliseconds),
    move: (days) => void (offset += days * DAY_MS),
  };
};

export const startChat = (options: ChatOptions = {}): Promise<Chat> =>
  Chat.start({ clock: movableClock(), ...options });

/** A team where each has one part, and a third référent to complete it. */
export const TEAM: readonly Member[] = [
  { aadObjectId: ALIX, name: "Alix Lavande", roles: ["referent"] },
  { aadObjectId: BASILE, name: "Basile Tilleul", roles: ["referent"] },
  { aadObjectId: DORIAN, name: "Dorian Bouleau", roles: ["chargeDeProjet"] },
  { aadObjectId: EUGENIE, name: "Eugénie Cerisier", roles: ["coordinatrice"] },
  { aadObjectId: FANTINE, name: "Fantine Sureau", roles: ["assistante"] },
];
export const CLEA = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a07";
export const CLEA_HORTENSIA: Member = { aadObjectId: CLEA, name: "Cléa Hortensia", roles: ["referent"] };
export const peopleOf = (members: readonly Member[]): People => ({
  members: () => members,
  byObjectId: (id) => members.find((one) => one.aadObjectId === id),
});

export const AMINA: Fill = {
  Prénom: "Amina",
  Nom: "Benali",
  "Date de naissance": "12/03/1984",
  "Commune de résidence": "Chenôve",
  Téléphone: "06 12 34 56 78",
};

/** Opens the blank form and presses *Enregistrer*. */
export const register = async (by: Person, fill: Fill = AMINA): Promise<void> => {
  await by.say("nouveau");
  await by.press("Enregistrer", fill);
};

/** From the sheet in front of them: the entry, today. */
export const enter = async (by: Person, health = "agreed", fill: Fill = {}): Promise<void> => {
  await by.press("Entrer dans le parcours");
  await by.press("Enregistrer", { firstInterviewOn: TODAY, noticeOn: TODAY, healthAgreement: health, ...fill });
};

export const lines = (state: string, ...domains: string[]): Fill =>
  Object.fromEntries(domains.map((domain) => [`state_${domain}`, state]));

/** From the overview in front of them to the card of a domain. */
export const openDomain = (by: Person, domain: string): Promise<Json> => by.press("Ouvrir", { target: domain });

export const ALL_BUT_HEALTH_AND_WORK = DOMAIN_IDS.filter((domain) => domain !== "sante" && domain !== "travail");

/** What each field of the card in front of them holds. */
export const fieldsOf = (person: Person): Record<string, unknown> =>
  Object.fromEntries(
    nodesOf(person.card)
      .filter((node) => String(node["type"]).startsWith("Input."))
      .map((node) => [String(node["id"]), node["value"] ?? ""]),
  );

export const has = (person: Person, button: string): boolean => buttonsOf(person.card).includes(button);

/** What is on the disk, by kind. */
export const stored = (disk: MemoryDisk, ...kinds: string[]): Json[] =>
  [...disk.documents.values()]
    .filter((row) => kinds.includes(row.kind))
    .map((row) => ({ ...(JSON.parse(row.json) as Json) }));

/** What the audit trail says was done, in order. */
export const acts = (disk: MemoryDisk, chain?: string): string[] =>
  stored(disk, "audit")
    .filter((entry) => chain === undefined || entry["chain"] === chain)
    .sort((one, other) => String(one["at"]).localeCompare(String(other["at"])))
    .map((entry) => String(entry["act"]));

/** What a card says, with ordinary spaces and without the signs that keep typed text literal. */
export const said = (person: { readonly text: string }): string =>
  person.text
    .replace(/[\u00A0\u202F]/g, " ")
    .replace(/\u2060/g, "")
    .replace(/\\(?=[\\`*_[\]<>~|&#+\-!.)])/g, "");

export type CellName = keyof typeof CHANNELS;
const WORDS_TO_LINK: Readonly<Record<CellName, string>> = {
  entree: "relier entrées",
  sortie: "relier sorties",
  gta: "relier gta",
};
/** Everyone of the team file, as the roster of a channel names them. */
export const TEAM_ROSTER: readonly RosterPerson[] = TEAM.map(({ aadObjectId, name }) => inRoster(aadObjectId, name));

/** The channel of a cell, linked by somebody who may: everyone in it is of the team unless the roster says otherwise. */
export const link = async (
  chat: Chat,
  cell: CellName,
  by = DORIAN,
  roster: readonly RosterPerson[] = TEAM_ROSTER,
): Promise<ChannelPlace> => {
  const place = chat.channel(CHANNELS[cell]);
  chat.teams.roster(place.channelId, roster);
  await place.say(by, WORDS_TO_LINK[cell]);
  return place;
};

/** From their own chat: the preconisation, then the case put to a cell; the number of the situation. */
export const present = async (
  by: Person,
  code: string,
  fill: Fill = { cell: "entree", question: "Que proposer maintenant ?", full: "true" },
): Promise<string> => {
  await by.say(`synthèse ${code}`);
  if (has(by, "Ma préconisation")) {
    await by.press("Ma préconisation");
    await by.press("Enregistrer", { choice: "stay", why: "Elle avance bien ainsi" });
    await by.say(`synthèse ${code}`);
  }
  await by.press("Présenter en cellule");
  await by.press("Envoyer", fill);
  await by.press(has(by, "Publier") ? "Publier" : "Transmettre");
  const review = /Situation (\d{4}-\d{3,6})/.exec(said(by))?.[1];
  if (review === undefined) throw new Error(`the case was not presented:\n${said(by)}`);
  await by.chat.product.outbox.drain();
  return review;
};
