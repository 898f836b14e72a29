/** What waits in the cells, and the agenda of a sitting: the same words in a member's own chat and in the channel. */
import type { CellId } from "../domain/review/codes.ts";
import { cellWords } from "./reviews.ts";
import { counted } from "./lists.ts";

const cases = (count: number): string => counted(count, "situation", "situations");

export const agendaWords = {
  title: "Ordre du jour",
  /** « Cellule entrées · séance du 8 décembre 2026 ». */
  heading: (cell: CellId, on: string | null): string =>
    `${cellWords[cell]} · ${on === null ? "date à fixer" : `séance du ${on}`}`,
  openSince: (time: string): string => `Séance ouverte à ${time}`,
  total: (count: number, minutes: number): string =>
    count === 0 ? "Rien à étudier pour cette séance." : `${cases(count)}, ${minutes} minutes en tout au plus.`,
  item: (rank: number, label: string): string => `${rank}. ${label}`,
  presentedBy: (name: string): string => `présentée par ${name}`,
  minutes: (presentation: number, whole: number): string =>
    `Pour chacune : ${presentation} minutes de présentation, ${whole} en tout`,
  opinions: (count: number): string => (count === 0 ? "aucun avis donné" : counted(count, "avis donné", "avis donnés")),
  revealed: "avis révélés",
  current: "en ce moment",
  decideBefore: (day: string): string => `décision avant le ${day}`,
  late: (day: string): string => `décision attendue depuis le ${day}`,
  later: (count: number): string =>
    counted(count, "autre situation attend une séance suivante.", "autres situations attendent une séance suivante."),
  short: "Décidé en circuit court depuis la dernière séance",
  shortLine: (label: string, outcome: string, on: string): string => `${label} · ${outcome} · le ${on}`,
  toConfirm: (count: number): string =>
    `${counted(count, "passage urgent", "passages urgents")} à confirmer : la clôture de la séance le note.`,
  toConfirmLine: (code: string, on: string): string => `${code} · relais décidé le ${on}`,
  cells: "De quelle cellule ?",
  cellLine: (cell: CellId, on: string | null, count: number, open: boolean): string =>
    [
      cellWords[cell],
      open ? "séance ouverte" : (on ?? "date à fixer"),
      count === 0 ? "rien n'attend" : cases(count),
    ].join(" · "),
  noCell: "Aucune cellule n'est ouverte à votre rôle.",
} as const;

export const reviewsWords = {
  none: "Aucune situation n'attend dans vos cellules.",
  count: (count: number, shown: number): string =>
    count <= shown ? cases(count) : `${cases(count)}, voici les ${shown} à décider en premier`,
  toGive: "avis à donner",
  given: "avis donné",
  own: "vous la présentez",
  toDecide: "circuit court : décision à prendre",
  home: "Situations à étudier",
} as const;
