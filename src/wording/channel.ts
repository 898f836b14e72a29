/** What is said in the channel of a cell, and about it. Nothing here names a participant. */
import type { CellId, ReviewId } from "../domain/review/codes.ts";
import type { CellLink } from "../domain/review/records.ts";
import { counted, enumerated, lowerFirst } from "./lists.ts";
import { cellNamed, cellWords, reviewLabel } from "./reviews.ts";

/** What people write to link a channel: « relier entrées ». */
export const linkCommand: Readonly<Record<CellId, string>> = {
  entree: "relier entrées",
  sortie: "relier sorties",
  gta: "relier gta",
};

export const channelHelp = {
  title: "Repère dans ce canal",
  intro: (cells: readonly CellId[]): string =>
    cells.length === 0
      ? "Ce canal n'est relié à aucune cellule. Un·e chargé·e de projet ou la coordinatrice le relie en mentionnant Repère (@Repère), puis en écrivant :"
      : `Ce canal est celui ${cells.map((cell) => cellNamed[cell].of).join(" et ")}. Mentionnez Repère (@Repère), puis écrivez :`,
  commands: [
    { title: "à étudier", what: "Les situations qui attendent, sans aucun nom." },
    { title: "ordre du jour", what: "L'ordre du jour de la prochaine séance." },
    { title: "relier entrées, relier sorties, relier gta", what: "Choisir le canal d'une cellule." },
    { title: "aide", what: "Revoir ce message." },
  ],
  link: { title: "relier entrées, relier sorties ou relier gta", what: "Le canal devient celui de cette cellule." },
  privately:
    "On n'écrit ici rien qui permette de reconnaître une personne. Tout le reste se fait dans votre conversation avec Repère.",
  whichCell: "Quelle cellule travaille dans ce canal ? Écrivez l'une de ces phrases, après « @Repère ».",
  notAChannel: "Une cellule se relie à un canal d'équipe, pas à une conversation de groupe.",
} as const;

const waiting = (outsiders: number): string =>
  `${counted(outsiders, "personne du canal n'est pas", "personnes du canal ne sont pas")} dans l'équipe : un·e chargé·e de projet doit confirmer. D'ici là, rien n'est publié ici.`;

/** What becomes of the link, told to the channel itself: how many, never who. */
export const linkedWords = (link: Pick<CellLink, "cell" | "state" | "outsiders" | "checkedOn">) => {
  const title = cellWords[link.cell];
  if (link.state === "linked")
    return {
      title,
      text: `Ce canal est relié à ${cellNamed[link.cell].the}. Les situations à étudier y sont publiées, sans aucun nom.`,
    };
  if (link.state !== "toConfirm") return { title, text: lostWords.channel(link.cell) };
  return link.checkedOn === null
    ? {
        title,
        text: "Je n'ai pas pu lire qui est dans ce canal. Je réessaie de moi-même ; d'ici là, rien n'est publié ici.",
      }
    : { title, text: waiting(link.outsiders.length) };
};

/** To a chargé de projet, in their own chat. */
export const rosterWords = {
  title: (cell: CellId): string => `Le canal ${cellNamed[cell].of}`,
  intro: (count: number): string =>
    `${counted(count, "personne de ce canal n'est pas", "personnes de ce canal ne sont pas")} dans l'équipe. Elles liront les cartes des situations, qui ne portent aucun nom.`,
  unnamed: "Une personne sans nom",
  more: (count: number): string => `et ${counted(count, "autre personne", "autres personnes")}`,
  next: (cell: CellId): string =>
    `Si c'est bien ainsi, dites-le : les situations seront publiées. Sinon, retirez ces personnes du canal dans Teams, puis écrivez-y de nouveau « @Repère ${linkCommand[cell]} ».`,
  confirm: "C'est bien ainsi",
  settled: (cell: CellId): string => `Rien n'est à confirmer pour le canal ${cellNamed[cell].of}.`,
  confirmed: (cell: CellId): string =>
    `C'est noté. Les situations à étudier sont publiées dans le canal ${cellNamed[cell].of}.`,
} as const;

export const lostWords = {
  title: (cell: CellId): string => `Le canal ${cellNamed[cell].of} ne répond plus`,
  channel: (cell: CellId): string =>
    `Ce canal n'est plus relié à ${cellNamed[cell].the}. Pour le relier, écrivez « @Repère ${linkCommand[cell]} ».`,
  gone: (cell: CellId): string =>
    `Il a été supprimé, archivé, ou il ne m'est plus ouvert. Aucun avis n'est perdu. Reliez un canal en y écrivant « @Repère ${linkCommand[cell]} » : les situations en attente y seront publiées.`,
  botRemoved: (cell: CellId): string =>
    `L'application Repère a été retirée de l'équipe. Aucun avis n'est perdu. Ajoutez-la de nouveau à l'équipe dans Teams, puis écrivez « @Repère ${linkCommand[cell]} » dans le canal.`,
} as const;

const cellsTitle = (cells: readonly CellId[]): string => enumerated(cells.map((cell) => cellWords[cell]));

export const listWords = {
  waitingTitle: (cells: readonly CellId[]): string => `${cellsTitle(cells)} : à étudier`,
  waitingIntro: (count: number): string => `${counted(count, "situation attend", "situations attendent")} une étude.`,
  nothingWaits: "Aucune situation n'attend.",
  agendaTitle: (cells: readonly CellId[], on: string | null): string =>
    [`${cellsTitle(cells)} : ordre du jour`, ...(on === null ? [] : [`du ${on}`])].join(" "),
  agendaIntro: (count: number, minutes: number): string =>
    `${counted(count, "situation", "situations")}, ${minutes} minutes pour chacune.`,
  noDate: "La date de la prochaine séance n'est pas connue.",
  nothingToStudy: "Aucune situation à l'ordre du jour.",
  later: (count: number): string =>
    `${counted(count, "autre situation attend", "autres situations attendent")} une séance suivante.`,
  more: (count: number): string => `et ${counted(count, "autre situation", "autres situations")}`,
  due: (on: string): string => `décision avant le ${on}`,
  opinions: (count: number): string => counted(count, "avis", "avis"),
  presentedBy: (name: string): string => `présentée par ${name}`,
  minutes: (count: number): string => `${count} minutes`,
  shortLine: (outcome: string, on: string): string => `Décidée en circuit court : ${lowerFirst(outcome)}, le ${on}`,
} as const;

export const cardWords = {
  title: (id: ReviewId, cell: CellId): string => `${reviewLabel(id)} — ${cellWords[cell]}`,
  second: (of: ReviewId): string => `Réexamen demandé par la personne (${reviewLabel(of).toLowerCase()})`,
  question: "La question posée à la cellule",
  facts: {
    due: "Décision",
    before: (on: string): string => `avant le ${on}`,
    why: "Étude complète",
    person: "Âge et secteur",
    helps: "Ce qui aide déjà",
    health: "Santé",
    urgent: "Points urgents",
  },
  /** Health and urgent points are read behind roles, never in a channel. */
  inTheTab: "à voir dans l'onglet",
  difficulties: "Ce qui est difficile aujourd'hui",
  noDifficulty: "Aucune difficulté n'est notée.",
  toExplore: "à creuser",
  voices: { referent: "Référent·e", person: "La personne", method: "La méthode" },
  agreement: { agrees: "D'accord", partly: "En partie d'accord", disagrees: "Pas d'accord" },
  noRecommendation: "Préconisation pas encore écrite",
  noPersonView: "Point de vue pas encore recueilli",
  heard: "souhaite être entendue",
  noLead: "Pas de piste enregistrée",
  leadWithdrawn: "Retirée à la demande de la personne",
  notReliable: "Pas de piste fiable",
  toDiscuss: "à discuter",
  solid: "solide",
  fragile: "fragile",
  equivalents: (labels: string): string => `pistes équivalentes : ${labels}`,
  relays: (count: number): string => counted(count, "relais", "relais"),
  opinions: (given: number, of: number, quorum: number): string =>
    `${counted(given, "avis", "avis")} sur ${of}, quorum de ${quorum}`,
  revealed: "Avis révélés",
  byOutcome: (outcome: string, count: number): string => `${outcome} : ${count}`,
  giveOpinion: "Donner mon avis",
  reveal: "Révéler les avis",
  decide: "Enregistrer la décision",
  decided: (outcome: string, on: string): string => `${outcome}, décidé le ${on}.`,
  adjourned: "Ajournée : elle revient à une prochaine séance. Les avis sont gardés.",
  withdrawn: "Retirée : elle n'est plus à étudier.",
  moved: "Suivie dans un autre canal.",
  unreadable: "Cette carte ne peut pas être lue pour l'instant. Actualisez-la dans quelques instants.",
} as const;

/** A few words, shown for a moment to whoever pressed a button in the channel. */
export const toastWords = {
  opinionSent: "La carte d'avis vous attend dans votre conversation avec Repère.",
  decisionSent: "La carte de décision vous attend dans votre conversation avec Repère.",
  olderCard: "Cette carte est trop ancienne : son bouton n'a rien modifié. Ouvrez de nouveau le canal.",
  elsewhere: "Cela se fait dans votre conversation avec Repère, pas dans un canal.",
} as const;
