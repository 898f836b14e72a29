import assert from "node:assert/strict";
import file from "../../../config/framework.json" with { type: "json" };
import { readFramework } from "../../../src/domain/framework/read-framework.ts";
import { DOMAIN_IDS, type DomainId, type Framework } from "../../../src/domain/framework/schema.ts";
import { THEMES } from "../../../src/domain/framework/themes.ts";

const published = (): Framework => {
  const reading = readFramework(file);
  assert.ok(reading.ok, `config/framework.json est refusé : ${reading.ok ? "" : reading.problems.join(" ; ")}`);
  return reading.framework;
};

const domainOf = (id: DomainId) => published().domains[DOMAIN_IDS.indexOf(id)]!;

/** Domain → screen label, family, codes of France Travail, data·inclusion categories or themes: the table of the method. */
const TABLE = {
  mobilite: ["Mobilité", "vieQuotidienne", ["23"], ["mobilite"]],
  logement: ["Logement", "vieQuotidienne", ["27"], ["logement-hebergement"]],
  sante: ["Santé en lien avec le travail", "vieQuotidienne", ["25"], ["sante"]],
  famille: ["Organisation familiale et disponibilité", "vieQuotidienne", ["24"], ["famille"]],
  finances: [
    "Budget et ressources",
    "vieQuotidienne",
    ["28"],
    ["difficultes-financieres", "equipement-et-alimentation"],
  ],
  droits: ["Droits et démarches", "vieQuotidienne", ["29"], ["difficultes-administratives-ou-juridiques"]],
  savoirs: ["Français, lecture, écriture, calcul", "savoirsConfianceEntourage", ["26"], ["lecture-ecriture-calcul"]],
  numerique: ["Numérique", "savoirsConfianceEntourage", ["22"], ["numerique"]],
  confiance: [
    "Confiance et initiative",
    "savoirsConfianceEntourage",
    ["pouvoirAgir"],
    ["remobilisation--bien-etre-confiance-en-soi"],
  ],
  entourage: ["Entourage et soutien", "savoirsConfianceEntourage", [], ["remobilisation--lien-social"]],
  projet: ["Projet professionnel", "versEmploi", ["1", "2", "3", "4"], ["choisir-un-metier"]],
  competences: ["Expérience, compétences, qualification", "versEmploi", ["5", "6", "8"], ["se-former"]],
  recherche: [
    "Démarches de recherche d'emploi",
    "versEmploi",
    ["9", "10", "11", "12", "13", "14", "15"],
    ["preparer-sa-candidature", "trouver-un-emploi"],
  ],
  travail: ["Repères au travail", "versEmploi", [], []],
} as const satisfies Record<DomainId, readonly [string, string, readonly string[], readonly string[]]>;

/** Situations of France Travail's shared diagnosis, less 43–45 (possessions) and besoin 7; 28 is asked under mobilite. */
const FT_SITUATIONS: Record<DomainId, readonly number[]> = {
  mobilite: [6, 7, 8, 28, 40],
  logement: [24, 25, 26, 27, 41],
  sante: [15, 16, 17, 18, 19],
  famille: [9, 10, 11, 12, 13, 14],
  finances: [29, 30, 31, 32, 33, 34],
  droits: [35, 36, 37, 38, 39],
  savoirs: [20, 21, 22, 23],
  numerique: [42, 46, 47, 48, 49, 50, 51, 52, 53],
  confiance: [],
  entourage: [],
  projet: [1, 2, 3, 4],
  competences: [5, 6, 8],
  recherche: [9, 10, 11, 12, 13, 14, 15],
  travail: [],
};

/** Stems, without accents: a word on screen that starts with one of them labels or judges the person. */
const FORBIDDEN = [
  "frein",
  "handicape",
  "invalide",
  "delinquan",
  "detenu",
  "condamn",
  "criminel",
  "toxico",
  "drogu",
  "alcool",
  "addict",
  "depress",
  "schizo",
  "psychotique",
  "cassos",
  "assiste",
  "marginal",
  "illettre",
  "analphabete",
  "inemployable",
  "paresseu",
  "faineant",
  "motive",
  "motivation",
  "immature",
  "sdf",
  "clandestin",
  "sans-papiers",
  "migrant",
];

/** Names that exist under these words: a kind of letter, a profession. */
const PROPER_NAMES = ["lettre de motivation", "Assistante sociale", "assistante sociale"];

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const forbiddenIn = (text: string): string[] => {
  const words = ` ${plain(PROPER_NAMES.reduce((rest, name) => rest.replaceAll(name, ""), text))}`;
  return FORBIDDEN.filter((stem) => new RegExp(`[^\\p{L}]${stem}`, "u").test(words));
};

/** Every text of the file that reaches a screen (identifiers and themes do not). */
const screenTexts = (value: unknown, key = ""): string[] => {
  if (typeof value === "string") return ["id", "themes", "goesTo", "domains", "family"].includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => screenTexts(entry, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, entry]) => screenTexts(entry, name));
};

describe("le référentiel publié", () => {
  it("est accepté, avec sa version et sa date", () => {
    const { version, publishedOn } = published();
    assert.deepEqual({ version, publishedOn }, { version: "2026.6", publishedOn: "2026-11-27" });
  });

  it("porte les seuils, longueurs et échéances de la méthode", () => {
    const { thresholds, lengths, milestones, levels, impacts } = published();
    assert.deepEqual(thresholds, {
      prioritiesAtMost: 3,
      needFromSeverity: 2,
      t0Addressed: 8,
      synthesisAddressed: 12,
      gapFrom: 2,
      ftStrongFromWeight: 6,
    });
    assert.deepEqual(lengths, { facts: 600, strength: 300, longText: 1000 });
    assert.deepEqual(milestones, {
      firstContactWorkingDays: 5,
      firstAppointmentDays: 15,
      outreachReviewDays: 45,
      t0Days: 30,
      decisionDays: 120,
      cellWithoutDateDays: 113,
      synthesisWorkingDaysBeforeCell: 10,
      firstActionDays: 45,
      actionDoneDays: 85,
      actionDoneWorkingDaysBeforeSynthesis: 5,
      bilanWorkingDays: 5,
      t1WorkingDays: 10,
      handoverSendWorkingDays: 8,
      handoverReminderDays: 15,
      handoverCallDays: 30,
      handoverFallbackDays: 45,
      handoverAppointmentDays: 60,
      handoverFollowDays: 90,
      followUpMonths: 3,
      exitFollowUpMonths: 6,
      esfEntryWorkingDays: 5,
      esfExitDays: 28,
      esfLaterMonths: 6,
    });
    assert.deepEqual(levels, [
      "Aucune",
      "Gêne légère",
      "Difficulté réelle",
      "Difficulté forte",
      "Bloquant aujourd'hui",
    ]);
    assert.deepEqual(impacts, ["Pèse peu", "Pèse", "Pèse beaucoup"]);
  });

  it("nomme les trois familles dans l'ordre des écrans", () => {
    assert.deepEqual(published().families, [
      { id: "vieQuotidienne", label: "Vie quotidienne" },
      { id: "savoirsConfianceEntourage", label: "Savoirs, confiance, entourage" },
      { id: "versEmploi", label: "Vers l'emploi" },
    ]);
  });

  for (const id of DOMAIN_IDS) {
    const [label, family, ft, categories] = TABLE[id];

    it(`${label} : libellé, famille, codes et thématiques du tableau de la méthode`, () => {
      const domain = domainOf(id);
      assert.equal(domain.label, label);
      assert.equal(domain.family, family);
      assert.deepEqual(domain.ft, ft);
      const expected = THEMES.filter((theme) =>
        categories.some((category) => theme === category || theme.startsWith(`${category}--`)),
      );
      assert.deepEqual(domain.themes, expected);
    });

    it(`${label} : chaque situation de France Travail y figure une fois et une seule`, () => {
      const codes = domainOf(id).situations.flatMap((situation) => situation.ft ?? []);
      assert.deepEqual(
        codes.sort((a, b) => a - b),
        FT_SITUATIONS[id],
      );
    });
  }

  it("a 70 niveaux, tous différents, assez courts pour une carte étroite", () => {
    const anchors = published().domains.flatMap((domain) => domain.anchors);
    assert.equal(anchors.length, 70);
    assert.equal(new Set(anchors).size, 70);
    assert.deepEqual(
      anchors.filter((anchor) => anchor.length > 140),
      [],
    );
  });

  it("n'écrit sur un écran aucun mot qui étiquette ou juge la personne", () => {
    const found = screenTexts(published()).flatMap((text) => forbiddenIn(text).map((stem) => `${stem} : ${text}`));
    assert.deepEqual(found, []);
  });

  it("sait reconnaître un mot interdit, quel que soit l'accent ou la casse", () => {
    assert.deepEqual(forbiddenIn("Un Frein à l'emploi"), ["frein"]);
    assert.deepEqual(forbiddenIn("personne Dépressive"), ["depress"]);
  });

  it("ne parle de justice et de santé que par ce qu'elles changent pour travailler", () => {
    const anchors = published().domains.flatMap((domain) => domain.anchors.map(plain));
    const words = /\b(prison|peine|infraction|jugement|bracelet|maladie|diagnostic|traitement|trouble|handicap)/u;
    assert.deepEqual(
      anchors.filter((anchor) => words.test(anchor)),
      [],
    );
  });

  it("utilise partout l'apostrophe droite et des textes sans double espace", () => {
    assert.deepEqual(
      screenTexts(published()).filter((text) => /’| {2}/u.test(text)),
      [],
    );
  });

  it("demande de préciser la difficulté en savoirs à partir de 2, et nulle part ailleurs", () => {
    for (const domain of published().domains)
      assert.equal(domain.situationRequiredFrom, domain.id === "savoirs" ? 2 : null, domain.label);
  });

  it("n'accepte pour les repères au travail que l'observé et l'attesté", () => {
    for (const { id, label, sources } of published().domains)
      assert.deepEqual(sources, id === "travail" ? ["observe", "atteste"] : ["dit", "observe", "atteste"], label);
    assert.match(domainOf("travail").levelNote ?? "", /observé.*attesté/u);
  });

  it("dit qu'une difficulté de budget demande un événement, et que le RSA n'en est pas un", () => {
    assert.match(domainOf("finances").levelNote ?? "", /événement.*RSA n'en est pas un/u);
  });

  it("donne à confiance, entourage et travail quatre à six situations du PLIE", () => {
    for (const id of ["confiance", "entourage", "travail"] as const) {
      const { situations } = domainOf(id);
      assert.ok(situations.length >= 4 && situations.length <= 6, id);
      const themes = situations.flatMap((situation) => situation.themes);
      assert.ok(
        themes.every((theme) => theme.startsWith("remobilisation--")),
        id,
      );
      assert.equal(themes.length === 0, id === "travail", id);
    }
  });

  it("donne à chaque situation, hors repères au travail, une thématique qui y répond", () => {
    const silent = published()
      .domains.filter((domain) => domain.id !== "travail")
      .flatMap((domain) => domain.situations.filter((situation) => situation.themes.length === 0))
      .map((situation) => situation.id);
    assert.deepEqual(silent, []);
  });

  it("renvoie ce qui n'a pas sa place ici vers un autre domaine, selon les règles de la méthode", () => {
    const moves = published().domains.flatMap((domain) =>
      domain.elsewhere.map((entry) => ({ from: domain.id, ...entry })),
    );
    assert.deepEqual(
      moves.filter((move) => move.from === move.goesTo),
      [],
    );
    const said = (words: RegExp) => [...new Set(moves.filter(({ what }) => words.test(what)).map((m) => m.goesTo))];
    assert.deepEqual(said(/titre de séjour/iu), ["droits"]);
    assert.deepEqual(said(/horaires? imposé/iu), ["famille"]);
    assert.deepEqual(said(/consommation/iu), ["sante"]);
    assert.deepEqual(said(/discrimination/iu), ["recherche"]);
    assert.deepEqual(said(/rural/iu), ["mobilite"]);
  });

  it("dit pour chaque point urgent qui appeler", () => {
    const numbers = Object.fromEntries(
      published().urgentPoints.map((point) => [point.id, point.calls.flatMap((call) => call.number ?? [])]),
    );
    assert.deepEqual(numbers, {
      "sans-abri-ce-soir": ["115"],
      violences: ["3919", "17", "116 006"],
      "enfant-en-danger": ["119", "17"],
      "propos-suicidaires": ["3114", "15"],
      "rien-a-manger": [],
      "date-d-expulsion": ["0 805 160 075"],
      "droit-au-travail-qui-se-termine": ["3039"],
    });
  });
});

describe("la liste des thématiques data·inclusion v1", () => {
  it("compte 69 thématiques distinctes", () => {
    assert.equal(new Set(THEMES).size, 69);
  });
});
