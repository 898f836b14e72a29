/** What people type: French, without accents, with one typing error. A code's digits are never guessed. */
import { nameParts, withinOneError } from "../src/domain/participant/names.ts";
import { participantCodeFrom } from "../src/domain/participant/typed.ts";

export type Typed =
  | {
      readonly kind:
        | "home"
        | "help"
        | "newPerson"
        | "milestones"
        | "reminders"
        | "vignettes"
        | "needs"
        | "retention"
        | "pieces"
        | "points"
        | "reviews"
        | "absences"
        | "collectives";
    }
  /** `query` may name the cell. */
  | { readonly kind: "agenda" | "sitting"; readonly query: string }
  | { readonly kind: "participants"; readonly query: string }
  | {
      readonly kind:
        | "diagnostic"
        | "synthesis"
        | "sheet"
        | "handovers"
        | "contacts"
        | "actions"
        | "rights"
        | "transmit"
        | "questionnaire";
      readonly code: string;
    }
  /** What exists on the territory: `query` names a domain, `code` the person it is for. */
  | { readonly kind: "services"; readonly query: string; readonly code: string | null }
  /** The command needs to know whose case; `query` is what may name it. */
  | { readonly kind: "whose"; readonly query: string }
  /** Looks like a code and is none. */
  | { readonly kind: "wrongCode" }
  | { readonly kind: "part"; readonly who: string }
  /** No words: a photo, a sticker, an empty message. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown"; readonly suggestions: readonly string[] };

type Verb =
  | "home"
  | "absences"
  | "help"
  | "newPerson"
  | "participants"
  | "diagnostic"
  | "synthesis"
  | "sheet"
  | "handovers"
  | "contacts"
  | "actions"
  | "rights"
  | "transmit"
  | "questionnaire"
  | "milestones"
  | "reminders"
  | "services"
  | "needs"
  | "retention"
  | "pieces"
  | "points"
  | "reviews"
  | "agenda"
  | "sitting"
  | "collectives"
  | "vignettes";

/** First words that say each command; the first of each is the one that is suggested. */
const WORDS: Readonly<Record<Verb, readonly string[]>> = {
  home: ["accueil", "bonjour", "bonsoir", "salut", "coucou", "hello", "menu", "debut", "demarrer"],
  help: ["aide", "help"],
  newPerson: ["nouveau", "nouvelle", "inscrire", "enregistrer"],
  participants: ["participants", "participant", "participante", "participantes", "chercher", "liste"],
  diagnostic: ["diagnostic", "continuer", "reprendre"],
  synthesis: ["synthese"],
  sheet: ["fiche"],
  handovers: ["relais", "relai"],
  contacts: ["contacts", "contact", "contacter", "rencontrer"],
  actions: ["actions", "action", "immersion", "immersions", "pmsmp"],
  rights: ["droits", "droit", "notice"],
  questionnaire: ["questionnaire", "questionnaires", "fse", "esf"],
  transmit: ["transmettre", "transmission", "transmissions"],
  milestones: ["echeances", "echeance"],
  reminders: ["rappels", "rappel"],
  vignettes: ["vignettes", "vignette"],
  needs: ["besoins", "besoin"],
  retention: ["conservation", "archives"],
  pieces: ["pieces", "piece"],
  points: ["points", "point"],
  absences: ["absences", "absence", "suppleance", "suppleances", "transfert", "transferts"],
  reviews: ["etudier"],
  agenda: ["ordre"],
  sitting: ["seance", "seances"],
  collectives: ["collectives", "collective", "ateliers", "atelier"],
  services: ["services", "service", "offre", "offres", "repertoire", "partenaires"],
};
const EXAMPLES: Readonly<Record<Verb, string>> = {
  home: "accueil",
  help: "aide",
  newPerson: "nouveau",
  participants: "participants",
  diagnostic: "diagnostic P-2026-0001",
  synthesis: "synthèse P-2026-0001",
  sheet: "fiche P-2026-0001",
  handovers: "relais P-2026-0001",
  contacts: "contacts P-2026-0001",
  actions: "actions P-2026-0001",
  rights: "droits P-2026-0001",
  questionnaire: "questionnaire P-2026-0001",
  transmit: "transmettre P-2026-0001",
  milestones: "échéances",
  reminders: "rappels",
  vignettes: "vignettes",
  services: "services mobilité",
  needs: "besoins",
  retention: "conservation",
  pieces: "pièces",
  points: "points d'étape",
  absences: "absences",
  reviews: "à étudier",
  agenda: "ordre du jour",
  sitting: "séance",
  collectives: "collectives",
};

const VERBS: readonly Verb[] = [
  "home",
  "absences",
  "help",
  "newPerson",
  "participants",
  "diagnostic",
  "synthesis",
  "sheet",
  "handovers",
  "contacts",
  "actions",
  "rights",
  "transmit",
  "questionnaire",
  "milestones",
  "reminders",
  "services",
  "needs",
  "retention",
  "pieces",
  "points",
  "reviews",
  "agenda",
  "sitting",
  "collectives",
  "vignettes",
];
const SHORTEST_GUESSED = 4;

const says = (verb: Verb, word: string): boolean =>
  WORDS[verb].some((known) => known === word || (word.length >= SHORTEST_GUESSED && withinOneError(known, word)));

const close = (word: string): readonly Verb[] =>
  VERBS.filter((verb) =>
    WORDS[verb].some((known) => word.length >= 3 && (known.startsWith(word.slice(0, 3)) || word.startsWith(known))),
  );

const SUGGESTED = 4;
const suggestionsFor = (words: readonly string[]): readonly string[] => {
  const near = [...new Set(words.flatMap(close))];
  const verbs = near.length === 0 ? (["home", "participants", "newPerson", "help"] as const) : near;
  return verbs.slice(0, SUGGESTED).map((verb) => EXAMPLES[verb]);
};

const ofCase = (
  kind:
    | "diagnostic"
    | "synthesis"
    | "sheet"
    | "handovers"
    | "contacts"
    | "actions"
    | "rights"
    | "transmit"
    | "questionnaire",
  rest: string,
  year: number,
): Typed => {
  const code = participantCodeFrom(rest, year);
  if (code !== undefined) return { kind, code };
  return /\d/.test(rest) ? { kind: "wrongCode" } : { kind: "whose", query: rest.trim() };
};

/** A code at the end of what is typed: « mobilité P-2026-0001 ». */
const CODE_AT_END = /(?:^|\s)(p[\s._-]*\d[\d\s._/-]*)$/iu;

const servicesNamed = (rest: string, year: number): Typed => {
  const typed = CODE_AT_END.exec(rest.trim())?.[1];
  if (typed === undefined) return { kind: "services", query: rest.trim(), code: null };
  const code = participantCodeFrom(typed, year);
  if (code === undefined) return { kind: "wrongCode" };
  return { kind: "services", query: rest.trim().slice(0, -typed.length).trim(), code };
};

/** The buttons say « Mes participants », « Mes échéances »: people write what they read. */
const LEADING = /^(?:mes|mon|ma|voir|ouvrir)\s+(?=\S)/iu;

/** Understands a message. `year` completes a code typed without it. Mentions of the bot are taken off by the door. */
export const understand = (text: string, year: number): Typed => {
  const typed = text.normalize("NFC").trim().replace(LEADING, "");
  const words = nameParts(typed);
  const [first = "", second = ""] = words;
  if (first === "") return { kind: "nothing" };
  const code = participantCodeFrom(typed);
  if (code !== undefined) return { kind: "sheet", code };
  if ((first === "je" && second === "suis") || (first === "j" && second === "suis"))
    return { kind: "part", who: words.slice(2).join(" ") };
  // « Actions collectives », « séances collectives »: the second word tells them from the actions of a person, and from a cell's.
  if (says("collectives", second)) return { kind: "collectives" };
  // « À étudier »: the first word says nothing.
  const verb = VERBS.find((candidate) => says(candidate, first === "a" ? second : first));
  const rest = typed.replace(/^\S+\s*/u, "");
  if (verb === "participants") return { kind: "participants", query: rest };
  if (verb === "services") return servicesNamed(rest, year);
  if (
    verb === "diagnostic" ||
    verb === "synthesis" ||
    verb === "sheet" ||
    verb === "handovers" ||
    verb === "contacts" ||
    verb === "actions" ||
    verb === "rights" ||
    verb === "transmit" ||
    verb === "questionnaire"
  )
    return ofCase(verb, rest, year);
  if (verb === "agenda" || verb === "sitting") return { kind: verb, query: rest };
  if (verb !== undefined) return { kind: verb };
  return /^p[\s-]*\d/u.test(typed.toLowerCase())
    ? { kind: "wrongCode" }
    : { kind: "unknown", suggestions: suggestionsFor(words) };
};
