/** From a person who is received to a situation that its cell has revealed, for what comes after. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, DEMO_SERVICES, type Chat, type Fill, type Json, type Person } from "../support/chat.ts";
import {
  ALL_BUT_HEALTH_AND_WORK,
  CLEA_HORTENSIA,
  enter,
  lines,
  movableClock,
  openDomain,
  peopleOf,
  register,
  startChat,
  stored,
  TEAM,
  type MovableClock,
} from "./steps.ts";

const FRAMEWORK = fileURLToPath(new URL("../../config/framework.json", import.meta.url));
export const CODE = "P-2026-0001";
export const REVIEW = "2026-001";
export const QUESTION = "Un accompagnement renforcé est-il encore utile ?";
/** Who sits in the cell of entries besides the team, and who hears a second study. */
export const GASPARD = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";
export const HUGO = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a08";
export const INES = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a09";
export const people = peopleOf([
  ...TEAM,
  CLEA_HORTENSIA,
  { aadObjectId: GASPARD, name: "Gaspard Noisetier", roles: ["membreCellule"] },
  { aadObjectId: HUGO, name: "Hugo Frêne", roles: ["referent"] },
  { aadObjectId: INES, name: "Inès Aubépine", roles: ["chargeDeProjet"] },
]);

export interface Place {
  readonly chat: Chat;
  readonly disk: MemoryDisk;
  readonly clock: MovableClock;
}
export const startPlace = async (disk: MemoryDisk, more: Parameters<typeof startChat>[0] = {}): Promise<Place> => {
  const clock = movableClock();
  const chat = await startChat({ disk, clock, people, servicesFile: DEMO_SERVICES, ...more });
  return { chat, disk, clock };
};

/** The framework in force, without the lots drawn among the simple stays. */
export const withoutLots = (): string => {
  const framework = JSON.parse(readFileSync(FRAMEWORK, "utf8")) as { reviews: Record<string, number> };
  const file = join(mkdtempSync(join(tmpdir(), "repere-")), "framework.json");
  writeFileSync(file, JSON.stringify({ ...framework, reviews: { ...framework.reviews, drawnPercent: 0 } }));
  return file;
};

/** Presses a button that some card in front of them would hold. */
export const goes = async (person: Person, verb: string, data: Json): Promise<Json> => {
  if (person.messageId === "") await person.say("accueil");
  person.card = { type: "AdaptiveCard", actions: [{ type: "Action.Execute", title: "Aller", verb, data }] };
  return person.press("Aller");
};

/** Everything is at its best but the search for a job: the lead is France Travail. */
export const LIGHT: Readonly<Record<string, Fill>> = {
  recherche: { severity: "2", impact: "2", situations: "cv-et-lettre" },
};

/** The référent receives, notes, recommends; the person says what they think where `agrees` tells it. */
export const diagnosed = async (
  { chat }: Place,
  said: { readonly choice: string; readonly agrees?: string; readonly needs?: Readonly<Record<string, Fill>> },
): Promise<Person> => {
  const basile = chat.person(BASILE);
  const needs = said.needs ?? LIGHT;
  await register(basile);
  await enter(basile);
  const nothing = [...ALL_BUT_HEALTH_AND_WORK, "sante"].filter((domain) => !(domain in needs));
  await basile.press("Enregistrer et continuer", lines("nothing", ...nothing));
  for (const [domain, fill] of Object.entries(needs)) {
    await goes(basile, "overview.open", { code: CODE });
    await openDomain(basile, domain);
    await basile.press("Enregistrer et continuer", fill);
  }
  await goes(basile, "situation.open", { code: CODE });
  await basile.press("Enregistrer", { seeksWork: "yes" });
  if (said.agrees !== undefined) {
    await goes(basile, "personView.open", { code: CODE });
    await basile.press("Enregistrer", { agreement: said.agrees, words: "" });
  }
  await goes(basile, "recommendation.open", { code: CODE });
  await basile.press("Enregistrer", { choice: said.choice, why: "Raisons de la préconisation." });
  return basile;
};

export const submitted = async (basile: Person, cell = "entree", full = true): Promise<void> => {
  await goes(basile, "review.prepare", { code: CODE });
  await basile.press("Envoyer", { cell, question: QUESTION, full: String(full) });
  await basile.press(full || cell !== "entree" ? "Publier" : "Transmettre");
};

export const givesOpinion = async (person: Person, fill: Fill, review = REVIEW): Promise<void> => {
  await goes(person, "opinion.open", { review });
  await person.press("Envoyer mon avis", fill);
};

export const reviewOf = (disk: MemoryDisk, id = REVIEW): Json =>
  stored(disk, "review").find((one) => one["id"] === id) ?? {};
export const caseOf = (disk: MemoryDisk): Json => stored(disk, "case").find((one) => one["code"] === CODE) ?? {};
export const decisionsOf = (disk: MemoryDisk): Json[] => stored(disk, "reviewDecision");
