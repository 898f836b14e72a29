/** The factual part of the impact assessment: schemas in, Markdown out, so that it says what the code does and nothing else. */
import * as may from "../domain/people/actor.ts";
import { ROLE_IDS, type Role } from "../domain/people/member.ts";
import type { Keeping } from "../domain/records/keeping.ts";
import { fieldsOf, type Schema } from "../domain/records/schema-fields.ts";
import type { Notice } from "../domain/rights/notice.ts";
import type { RetentionRules } from "../domain/rights/retention-rules.ts";
import { FIELD_CATEGORIES, keepingWords, kindWords } from "../wording/aipd.ts";
import { aipdWords as words, LEGAL_BASES, MEASURES, OUTSIDE } from "../wording/aipd-said.ts";
import { dayInWords } from "../wording/dates.ts";
import { monthsInWords } from "../wording/notice.ts";
import { roleLabel } from "../wording/roles.ts";

export interface KindKept {
  readonly kind: string;
  readonly keeping: Keeping;
  readonly schema: Schema;
  readonly passes: boolean;
}
export interface Assessed {
  readonly kinds: readonly KindKept[];
  readonly retention: RetentionRules;
  readonly notice: Notice;
}

/** Written on every document: what it is, and in which shape. */
const COMMON: ReadonlySet<string> = new Set(["kind", "schemaVersion"]);

/** The fields of what is about somebody; what is about nobody is named, and no more. */
const fieldsAbout = ({ keeping, schema }: KindKept): readonly string[] =>
  keeping === "plie" ? [] : fieldsOf(schema).filter((name) => !COMMON.has(name));

const described: ReadonlyMap<string, string> = new Map(
  FIELD_CATEGORIES.flatMap(({ fields }) => Object.entries(fields)),
);

/** What the assessment cannot say: fields without French words, kinds without a purpose, and words about what is not kept. */
export const gapsIn = ({ kinds }: Pick<Assessed, "kinds">): readonly string[] => {
  const kept = new Set(kinds.flatMap(fieldsAbout));
  return [
    ...kinds.filter(({ kind }) => kindWords(kind) === undefined).map(({ kind }) => `no purpose: ${kind}`),
    ...[...kept].filter((name) => !described.has(name)).map((name) => `no words: ${name}`),
    ...[...described.keys()].filter((name) => !kept.has(name)).map((name) => `not kept: ${name}`),
  ];
};

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const kindTable = (kinds: readonly KindKept[]): string =>
  table(
    ["Document", "Pourquoi", "Ce qu'il devient", "Champs"],
    kinds.map((kept) => {
      const said = kindWords(kept.kind);
      const gone = `${keepingWords[kept.keeping]}${kept.passes ? " ; certains états partent d'eux-mêmes" : ""}`;
      const fields = fieldsAbout(kept).map((name) => `\`${name}\``);
      return [`${said?.name ?? ""} (\`${kept.kind}\`)`, said?.purpose ?? "", gone, fields.join(" ") || "–"];
    }),
  );

const fieldTables = (): string =>
  FIELD_CATEGORIES.map(({ title, fields }) =>
    [
      `### ${title}`,
      table(
        ["Champ", "Ce que c'est"],
        Object.entries(fields).map(([name, said]) => [`\`${name}\``, said]),
      ),
    ].join("\n\n"),
  ).join("\n\n");

const MINE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a01";
const OTHERS = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a02";
const actorOf = (role: Role): may.Actor => ({
  memberId: MINE,
  name: "",
  roles: [role],
  playedBy: null,
  today: "2026-01-01",
});
type Asked = (actor: may.Actor) => boolean;
const [own, other] = [{ referentId: MINE }, { referentId: OTHERS }];

const ARCHIVED = { retired: { as: "archived", on: "2026-01-01", by: OTHERS, ground: "litigation" } } as const;

/** Each answered by the very function that the product asks. */
const RECIPIENTS: readonly (readonly [string, Asked, Asked])[] = [
  ["Lire tout le dossier (notes et niveaux)", (one) => may.maySeeCase(one, own), (one) => may.maySeeCase(one, other)],
  [
    "Lire l'identité, les échéances, les pièces",
    (one) => may.maySeeCompleteness(one, own),
    (one) => may.maySeeCompleteness(one, other),
  ],
  ["Mener le diagnostic", (one) => may.mayCarryCase(one, own), (one) => may.mayCarryCase(one, other)],
  ["Corriger l'identité, clore, rouvrir", (one) => may.mayManageCase(one, own), (one) => may.mayManageCase(one, other)],
  ["Lister toutes les personnes", may.mayListAllCases, may.mayListAllCases],
  ["Lire les nombres du territoire", may.maySeeTerritory, may.maySeeTerritory],
  [
    "Prendre l'extraction mensuelle (codes et réponses FSE+, sans le nom des personnes)",
    may.mayTakeExtraction,
    may.mayTakeExtraction,
  ],
  ["Importer un fichier de personnes", may.mayImport, may.mayImport],
  ["Confirmer un effacement ou une archive", may.mayConfirmRetention, may.mayConfirmRetention],
  [
    "Ouvrir un dossier archivé",
    (one) => may.mayReadArchived(one, ARCHIVED),
    (one) => may.mayReadArchived(one, ARCHIVED),
  ],
];

const verdict = (role: Role, mine: Asked, others: Asked): string => {
  const actor = actorOf(role);
  if (others(actor)) return "oui";
  return mine(actor) ? "les siens" : "non";
};
const recipients = (): string =>
  table(
    ["", ...ROLE_IDS.map(roleLabel)],
    RECIPIENTS.map(([what, mine, others]) => [what, ...ROLE_IDS.map((role) => verdict(role, mine, others))]),
  );

const durations = ({ retention }: Assessed): string =>
  table(
    ["Ce qui est gardé", "Combien de temps", "Confirmé"],
    [
      ["Dossier en base active, après le dernier contact", monthsInWords(retention.activeMonths), "activeMonths"],
      [
        "Archive restreinte, seulement avec un motif",
        `${monthsInWords(retention.archiveMonths)} au plus`,
        "archiveMonths",
      ],
      ["Réponses FSE+", `jusqu'au ${dayInWords(retention.esfKeptUntil)}`, "esfKeptUntil"],
      ["Réponse à une demande de la personne", monthsInWords(retention.answerMonths), "answerMonths"],
    ].map(([what = "", long = "", name = ""]) => [
      what,
      long,
      retention.unconfirmed.includes(name) ? "à confirmer" : "oui",
    ]),
  );

const unconfirmed = ({ retention, notice }: Assessed): string =>
  [
    ...retention.unconfirmed.map((name) => `- \`config/papers/retention.json\` : \`${name}\``),
    ...notice.unconfirmed.map((name) => `- \`config/papers/notice.json\` : \`${name}\``),
    `- ${words.basesToConfirm}`,
  ].join("\n");

export const aipd = (assessed: Assessed): string => {
  const { retention, notice, kinds } = assessed;
  const byKeeping = Object.keys(keepingWords).flatMap((keeping) => kinds.filter((kept) => kept.keeping === keeping));
  return `${[
    `# ${words.title}`,
    words.about,
    `Responsable : ${notice.responsible}. Notice ${notice.version}, durées ${retention.version}.`,
    "## 1. Données et finalités, document par document",
    kindTable(byKeeping),
    "## 2. Les champs",
    fieldTables(),
    "## 3. Bases légales",
    words.legalBases,
    table(["Finalité", "Base"], LEGAL_BASES),
    "## 4. Qui lit quoi dans le PLIE",
    recipients(),
    "## 5. Qui reçoit quoi hors du PLIE",
    table(
      ["Qui", "Quoi", "Où c'est écrit"],
      OUTSIDE.map(([who, what, where]) => [who, what, `\`${where}\``]),
    ),
    "## 6. Durées",
    durations(assessed),
    "## 7. Mesures",
    table(
      ["Mesure", "Où elle est tenue"],
      MEASURES.map(([what, where]) => [what, `\`${where}\``]),
    ),
    "## 8. Transferts",
    words.transfers,
    "## 9. Ce qui reste à confirmer",
    unconfirmed(assessed),
  ].join("\n\n")}\n`;
};
