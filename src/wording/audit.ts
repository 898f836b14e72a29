import type { ChainFault } from "../domain/people/audit.ts";
import type { SealFault } from "../domain/people/audit-seal.ts";

/** What is wrong with an entry of a chain. */
export const CHAIN_FAULT_WORDS: Readonly<Record<ChainFault | "cutTail" | "beyondHead" | "unreadable", string>> = {
  outOfSequence: "une trace manque, est en double ou n'est pas à sa place",
  brokenLink: "cette trace ne suit pas la précédente",
  changed: "le contenu de cette trace a été modifié",
  ofAnotherChain: "cette trace vient d'une autre chaîne",
  cutTail: "la fin de la chaîne manque",
  beyondHead: "la fin enregistrée de la chaîne a été ramenée en arrière",
  unreadable: "cette trace ne peut pas être lue",
};

/** What is wrong with a daily seal. */
export const SEAL_FAULT_WORDS: Readonly<Record<SealFault, string>> = {
  outOfSequence: "un scellé manque ou n'est pas à sa place",
  brokenLink: "ce scellé ne suit pas le précédent",
  changed: "ce scellé a été modifié",
  windowGap: "la période de ce scellé ne suit pas celle du précédent",
  chainMissing: "une chaîne présente ce jour-là a disparu ou a été coupée",
  chainAdded: "une chaîne a été ajoutée après coup",
  entriesDiffer: "les traces ne sont plus celles qui ont été scellées",
};
