/** Words around the information notice; its own text is the PLIE's (`config/papers/notice.json`). */
const WORDS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"] as const;
const said = (count: number): string => WORDS[count] ?? String(count);

/** « deux ans », « un mois », « 18 mois ». */
export const monthsInWords = (months: number): string =>
  months % 12 === 0 ? `${said(months / 12)} an${months === 12 ? "" : "s"}` : `${said(months)} mois`;

export const noticeWords = {
  given: (plie: string, version: string): string => `${plie} · version ${version}`,
  code: (code: string): string => `Dossier ${code}`,
  explained: "Remise et expliquée le",
  language: "En langue",
  interpreter: "Interprète",
  sign: "Signature, si vous le souhaitez",
  byHand: "Nom, téléphone, adresse",
} as const;
