/**
 * Who may ask what of the tab's API: one row for each address, or several where one address gives several things. An address without its row
 * fails, a row without its address too.
 *
 * `who`: one letter for each caller, in the order of CALLERS, about something of ours:
 *   `+` answered · `-` there is no such thing (404) · `r` their role may not (403) · `c` not in its present state (409) · `i` incomplete (400).
 * `absent`: the same about something of another PLIE, and about what nobody has: both must answer the very same words. Where it is not said,
 *   everyone who was let in is told that there is no such thing, and a role that may not stays so.
 * What no row needs to say, because it is checked for each: a stranger gets 403, nobody and a token of elsewhere the same 401; neither another
 *   référent nor a partner of a cell reads the person's name or code; neither the assistante nor a partner reads a note of a diagnostic.
 */
import { randomUUID } from "node:crypto";
import { aService } from "../support/an-import.ts";
import { BASILE } from "../support/chat.ts";
import { OURS, type About } from "../support/who-may-scene.ts";

export const CALLERS = [
  /** Who accompanies the person. */
  "referent",
  "otherReferent",
  "chargeDeProjet",
  "coordinatrice",
  "assistante",
  "membreCellule",
] as const;
export type Caller = (typeof CALLERS)[number];

export interface Asked {
  readonly path: string;
  /** Of a POST: sent as JSON unless `type` says otherwise. */
  readonly body?: unknown;
  readonly type?: string;
  /** What goes with the request besides who asks. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Row {
  /** As src/api/routes.ts declares it: « GET /api/me ». */
  readonly route: string;
  /** What tells it from the other rows of the same address. */
  readonly what?: string;
  /** Null: about nobody in particular. */
  readonly about: About | null;
  readonly ask: (id: string) => Asked;
  readonly who: string;
  readonly absent?: string;
  /** What an answer never holds for these callers. */
  readonly never?: Partial<Readonly<Record<Caller, RegExp>>>;
}

const get =
  (path: string): Row["ask"] =>
  (): Asked => ({ path });

/** A press of the tab, with a key of its own. */
const press = (path: string, body: unknown): Asked => ({ path, body, headers: { "idempotency-key": randomUUID() } });

/** Of the PLIE's own software, with nobody in it but an error. */
const A_FILE = Buffer.from("Id;Prénom;Nom;Référent\n;Anne;Essai;").toString("base64");

const searching = (query: string, filters: Readonly<Record<string, string>> = {}): Asked => ({
  path: "/api/participants/search",
  body: { query, filters, cursor: null },
});

const EVERY_SERVICE = { domain: null, role: null, standing: null, commune: null, words: "", page: 0 };
const FULL = { service: "demo-dijon--plie-accompagnement", what: "full", weeks: null, code: null };

const SHEETS_OF_ACTIONS = [
  "preparation-referent",
  "preparation-personne",
  "preparation-structure",
  "carte-accident",
] as const;

const QUESTIONNAIRES = ["questionnaire-entree", "questionnaire-sortie", "questionnaire-six-mois"] as const;

export const ROWS: readonly Row[] = [
  { route: "GET /api/pieces", about: null, ask: get("/api/pieces"), who: "+++++r" },
  {
    ...{ route: "GET /api/pieces", what: "of a colleague", about: null, ask: get(`/api/pieces?referent=${BASILE}`) },
    who: "+r+++r",
  },
  {
    route: "GET /api/pieces",
    what: "of everyone",
    about: null,
    ask: get("/api/pieces?referent=everyone"),
    who: "rr+++r",
  },
  ...(["xlsx", "csv"] as const).flatMap((format): readonly Row[] => [
    {
      ...{ route: "GET /api/pieces/export", what: `of a colleague, ${format}`, about: null, who: "+r+++r" },
      ask: get(`/api/pieces/export?format=${format}&referent=${BASILE}`),
    },
    {
      ...{ route: "GET /api/pieces/export", what: `of everyone, ${format}`, about: null, who: "rr+++r" },
      ask: get(`/api/pieces/export?format=${format}&referent=everyone`),
    },
  ]),
  { route: "GET /api/me", about: null, ask: get("/api/me"), who: "++++++" },
  {
    ...{ route: "GET /api/dashboard", about: null, ask: get("/api/dashboard"), who: "rr+++r" },
    never: { assistante: /"(?:decisions|concordance|workload|barriers|moved|equity|unmet|saturated)"|"decision"/ },
  },
  {
    route: "GET /api/dashboard",
    what: "no such period",
    about: null,
    ask: get("/api/dashboard?from=2020-01-01"),
    who: "rriiir",
  },
  {
    ...{ route: "GET /api/dashboard/export", what: "csv", about: null, who: "rr+++r" },
    ask: get("/api/dashboard/export?format=csv"),
    never: { assistante: /piste|Freins|Équité|Besoins|Sorties|cellule entrées/ },
  },
  {
    ...{ route: "GET /api/dashboard/export", what: "xlsx", about: null, who: "rr+++r" },
    ask: get("/api/dashboard/export?format=xlsx"),
  },
  { route: "GET /api/extractions", about: null, ask: get("/api/extractions"), who: "rr+++r" },
  {
    ...{ route: "GET /api/extractions/:month", what: "no such month", about: null, who: "rr---r" },
    ask: get("/api/extractions/1999-01?format=csv"),
  },
  { route: "GET /api/stage-points", about: null, ask: get("/api/stage-points"), who: "+++++r" },
  {
    ...{ route: "GET /api/stage-points", what: "a colleague's", about: null, who: "+r+++r" },
    ask: get(`/api/stage-points?referent=${BASILE}`),
    never: { assistante: /"words":"/ },
  },
  {
    ...{ route: "POST /api/stage-points", about: "case", who: "+-+---" },
    ask: (code) =>
      press("/api/stage-points", { code, rev: "1~new", inputs: { agreed: "Visite." }, intent: "keep", settles: null }),
  },
  { route: "GET /api/retention", about: null, ask: get("/api/retention"), who: "rr++rr" },
  {
    ...{ route: "POST /api/retention/file", about: "case", who: "---+--" },
    ask: (code) => ({ path: "/api/retention/file", body: { code } }),
  },
  {
    ...{ route: "POST /api/retention/settle", what: "in no list", about: "case", who: "------" },
    ask: (code) => press("/api/retention/settle", { month: "2026-11", code, what: { how: "erased" } }),
  },
  {
    ...{ route: "POST /api/retention/erase", what: "as it was before", about: "case", who: "---c--" },
    ask: (code) => press("/api/retention/erase", { code, rev: 9999 }),
  },
  {
    ...{ route: "POST /api/retention/unarchive", what: "in use", about: "case", who: "------" },
    ask: (code) => press("/api/retention/unarchive", { code, rev: 1, why: "error" }),
  },
  { route: "GET /api/reviews", about: null, ask: get("/api/reviews"), who: "++++r+" },
  {
    ...{ route: "GET /api/reviews/:review", about: "review", who: "++++--" },
    ask: (review) => ({ path: `/api/reviews/${review}` }),
  },
  { route: "GET /api/cells", about: null, ask: get("/api/cells"), who: "++++++" },
  {
    ...{ route: "GET /api/cells/:cell", what: "a cell where the partner sits", about: null, who: "++++++" },
    ask: get("/api/cells/entree"),
  },
  {
    ...{ route: "GET /api/cells/:cell", what: "the référents' own meeting", about: null, who: "+++++r" },
    ask: get("/api/cells/gta"),
  },
  {
    ...{ route: "GET /api/channel", about: "channel", who: "++++++", absent: "------" },
    ask: (channel) => ({ path: `/api/channel?channel=${encodeURIComponent(channel)}` }),
  },
  { route: "GET /api/services", about: null, ask: get("/api/services"), who: "++++++" },
  {
    ...{ route: "GET /api/services", what: "for a person", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/services?domain=mobilite&code=${code}` }),
  },
  {
    ...{ route: "POST /api/services/import", about: null, who: "rr++rr" },
    ask: () => ({ path: "/api/services/import?kind=services&sources=dora", body: [aService(1)] }),
  },
  {
    ...{ route: "POST /api/import", about: null, who: "rr+++r" },
    ask: () => ({ path: "/api/import", body: { file: A_FILE } }),
  },
  {
    ...{ route: "GET /api/import/:run", about: null, who: "rr---r" },
    ask: () => ({ path: "/api/import/none?show=plan.create" }),
  },
  {
    ...{ route: "POST /api/import/:run/apply", about: null, who: "rr---r" },
    ask: () => ({ path: "/api/import/none/apply", body: { onlyRight: true, choices: [] } }),
  },
  {
    ...{ route: "GET /api/offer", about: null, ask: get("/api/offer"), who: "++++++" },
    // What waits to be confirmed, with who said it, is for those who confirm.
    never: { referent: /"waiting"/, otherReferent: /"items"/, assistante: /"waiting"/, membreCellule: /"waiting"/ },
  },
  {
    ...{ route: "POST /api/offer/services", about: null, who: "++++++" },
    ask: () => ({ path: "/api/offer/services", body: EVERY_SERVICE }),
    never: { membreCellule: /Basile|Dorian/ },
  },
  {
    ...{ route: "POST /api/offer/notes", about: null, who: "++++rr" },
    ask: () => press("/api/offer/notes", FULL),
  },
  {
    ...{ route: "POST /api/offer/notes/settle", about: "offerNote", who: "rr++rr" },
    ask: (note) => press("/api/offer/notes/settle", { note, to: "dismissed" }),
  },
  { route: "GET /api/participants", about: null, ask: get("/api/participants"), who: "+++++r" },
  {
    ...{ route: "GET /api/participants", what: "everyone's", about: null, who: "rr+++r" },
    ask: get("/api/participants?referent=everyone&sort=due&late=1"),
  },
  {
    ...{ route: "GET /api/participants", what: "another référent's", about: null, who: "+r+++r" },
    ask: get(`/api/participants?referent=${BASILE}`),
  },
  {
    ...{ route: "GET /api/participants", what: "behind entries", about: null, who: "+++++r" },
    ask: get("/api/participants?behind=entered&from=2026-01&to=2026-12"),
  },
  {
    ...{ route: "GET /api/participants", what: "behind decisions", about: null, who: "++++rr" },
    ask: get("/api/participants?behind=decided/reorient/franceTravail&from=2026-01&to=2026-12"),
  },
  {
    ...{ route: "GET /api/participants", what: "behind a number of the territory", about: null, who: "rr++rr" },
    ask: get("/api/participants?behind=barrier/mobilite/3"),
  },
  {
    ...{ route: "POST /api/participants/search", what: "by name", about: null, who: "+++++r" },
    ask: () => searching(OURS.familyName),
  },
  {
    ...{ route: "POST /api/participants/search", what: "by code", about: null, who: "+++++r" },
    ask: () => searching(OURS.code),
  },
  {
    ...{ route: "POST /api/participants/search", what: "among everyone", about: null, who: "rr+++r" },
    ask: () => searching(OURS.familyName, { referent: "everyone" }),
  },
  {
    ...{ route: "GET /api/participants/:code", about: "case", who: "+-+++-" },
    ask: (code) => ({ path: `/api/participants/${code}` }),
    never: { assistante: /"(?:findings|severity|impact|facts|strength|rounds|reviews|urgent|lead|opinions|health)":/ },
  },
  {
    ...{ route: "GET /api/participants/:code/history", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/participants/${code}/history` }),
  },
  { route: "GET /api/settings", about: null, ask: get("/api/settings"), who: "rrr+rr" },
  { route: "GET /api/settings/framework", about: null, ask: get("/api/settings/framework"), who: "rrr+rr" },
  {
    ...{ route: "GET /api/participants/:code/suggestion", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/participants/${code}/suggestion` }),
  },
  {
    ...{ route: "GET /api/documents/:kind", what: "feuille-entretien", about: null, who: "++++rr" },
    ask: get("/api/documents/feuille-entretien"),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "pourquoi-piste", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/documents/pourquoi-piste/${code}` }),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "fiche-personne", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/documents/fiche-personne/${code}` }),
  },
  ...SHEETS_OF_ACTIONS.map((kind): Row => ({
    ...{ route: "GET /api/documents/:kind/:code", what: kind, about: "action", who: "+-++--" },
    ask: (action) => ({ path: `/api/documents/${kind}/${action}` }),
  })),
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "emargement", about: "session", who: "+r+++r" },
    ...{ absent: "-----r", ask: (session) => ({ path: `/api/documents/emargement/${session}` }) },
  },
  {
    ...{ route: "GET /api/participants/:code/rights", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/participants/${code}/rights` }),
  },
  {
    ...{ route: "GET /api/participants/:code/openings", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/participants/${code}/openings` }),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "points-etape", about: null, who: "+r+++r" },
    ask: get(`/api/documents/points-etape/${BASILE}`),
  },
  {
    ...{ route: "GET /api/documents/:kind", what: "notice", about: null, who: "+++++r" },
    ask: get("/api/documents/notice"),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "notice", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/documents/notice/${code}` }),
  },
  ...QUESTIONNAIRES.flatMap((kind): Row[] => [
    {
      // What was answered is read by who carries the case.
      ...{ route: "GET /api/documents/:kind/:code", what: kind, about: "case", who: "+-----" },
      ask: (code) => ({ path: `/api/documents/${kind}/${code}` }),
    },
    {
      ...{ route: "GET /api/documents/:kind", what: `${kind}, blank`, about: null, who: "+++++r" },
      ask: get(`/api/documents/${kind}`),
    },
  ]),
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "retour-prescripteur", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/documents/retour-prescripteur/${code}` }),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "fiche-relais", about: "handover", who: "+-++--" },
    ask: (handover) => ({ path: `/api/documents/fiche-relais/${handover}` }),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "courrier-decision", about: "review", who: "+-++--" },
    ask: (review) => ({ path: `/api/documents/courrier-decision/${review}` }),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "compte-rendu", about: "sitting", who: "++++++" },
    ask: (sitting) => ({ path: `/api/documents/compte-rendu/${sitting}` }),
  },
  {
    ...{ route: "GET /api/documents/:kind/:code", what: "copie-personne", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/documents/copie-personne/${code}` }),
  },
  {
    ...{ route: "GET /api/participants/:code/copy", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/participants/${code}/copy` }),
  },
  {
    ...{ route: "GET /api/participants/:code/transmissions", about: "case", who: "+-++--" },
    ask: (code) => ({ path: `/api/participants/${code}/transmissions` }),
  },
  {
    ...{ route: "GET /api/transmissions/:transmission", about: "transmission", who: "+-++--" },
    ask: (transmission) => ({ path: `/api/transmissions/${transmission}?format=csv` }),
  },
  {
    ...{ route: "GET /api/exports", about: null, who: "rr+++r" },
    ask: get("/api/exports?from=2026-11-01&to=2026-11-30"),
  },
  {
    ...{ route: "GET /api/exports/plie", about: null, who: "rr+++r" },
    ask: get("/api/exports/plie?from=2026-11-01&to=2026-11-30"),
  },
];
