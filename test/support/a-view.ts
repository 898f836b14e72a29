/** What presenters are given, fresh each time: a reader, a case as a use case read it, a form. */
import type { Standing } from "../../src/use-cases/parts/study-of.ts";
import framework from "../../config/framework.json" with { type: "json" };
import plie from "../../config/plie.json" with { type: "json" };
import type { Reader } from "../../bot/presenters/shown.ts";
import type { Assessment, Round, SavedDraft, TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import type { Findings } from "../../src/domain/diagnostic/findings.ts";
import { readFramework } from "../../src/domain/framework/read-framework.ts";
import type { DomainId, Framework } from "../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";
import type { CaseFile } from "../../src/domain/participant/case-file.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { Versioned } from "../../src/ports/store.ts";
import type { Dossier } from "../../src/use-cases/parts/dossier.ts";
import type { Form, FormName } from "../../src/use-cases/parts/form.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import type { CaseForm } from "../../src/use-cases/see-forms.ts";
import { aCase, anActor, anIdentity, NOW, REFERENT_ID, TODAY } from "./builders.ts";

const read = readFramework(framework);
if (!read.ok) throw new Error(read.problems.join("\n"));
export const FRAMEWORK: Framework = read.framework;

export const COLLEAGUE_ID = "00000000-0000-4000-8000-000000000002";

export const aReader = (overrides: Partial<Reader> = {}): Reader => ({
  actor: anActor(),
  playedByName: null,
  now: new Date(NOW),
  today: TODAY,
  timeZone: "Europe/Paris",
  plie: {
    name: plie.name,
    communes: plie.communes,
    prescribers: plie.prescribers.map((prescriber) => prescriber.name),
  },
  framework: FRAMEWORK,
  member: (id) =>
    id === REFERENT_ID
      ? { aadObjectId: id, name: "Camille Martin", roles: ["referent"] }
      : id === COLLEAGUE_ID
        ? { aadObjectId: id, name: "Karim Belkacem", roles: ["chargeDeProjet"] }
        : undefined,
  contacts: ["Karim Belkacem"],
  minutesUrl: (meeting) => `http://localhost:3978/tab/document?kind=compte-rendu&code=${meeting}`,
  leadDocumentUrl: (code) => `http://localhost:3978/tab/document?kind=pourquoi-piste&code=${code}`,
  prescriberReturnUrl: (code) => `http://localhost:3978/tab/document?kind=retour-prescripteur&code=${code}`,
  handoverUrl: (handover) => `http://localhost:3978/tab/document?kind=fiche-relais&code=${handover}`,
  letterUrl: (review) => `http://localhost:3978/tab/document?kind=courrier-decision&code=${review}`,
  questionnaireUrl: (stage, code) => `http://localhost:3978/tab/document?kind=questionnaire-${stage}&code=${code}`,
  noticeUrl: (code) => `http://localhost:3978/tab/document?kind=notice&code=${code}`,
  copyUrl: (code) => `http://localhost:3978/tab/document?kind=copie-personne&code=${code}`,
  retentionUrl: "http://localhost:3978/tab/dossiers?vue=conservation",
  piecesUrl: "http://localhost:3978/tab/dossiers?vue=pieces",
  pointsUrl: (referent) => `http://localhost:3978/tab/dossiers?vue=points&referent=${referent}`,
  interviewSheetUrl: "http://localhost:3978/tab/document?kind=feuille-entretien",
  actionSheetUrl: (kind, code) => `http://localhost:3978/tab/document?kind=${kind}&code=${code}`,
  tabUrl: "http://localhost:3978/tab",
  personUrl: (code) => `http://localhost:3978/tab/participants/${code}`,
  ...overrides,
});

export const versioned = <D>(doc: D, version = "7"): Versioned<D> => ({ doc, version });

export const aRound = (overrides: Partial<Round> = {}): Round => ({
  kind: "round",
  schemaVersion: 1,
  code: "P-2026-0001",
  parcours: 1,
  round: 0,
  frameworkVersion: FRAMEWORK.version,
  openedOn: "2026-11-16",
  metOn: null,
  closedOn: null,
  bilanRecorded: false,
  synthesisOn: null,
  personView: null,
  ...overrides,
});

export interface ViewParts {
  readonly file?: Partial<CaseFile>;
  readonly identity?: Partial<Identity>;
  readonly round?: Partial<Round>;
  readonly findings?: Findings;
  readonly previous?: Findings;
  readonly drafts?: Partial<Record<DomainId, TypedInputs>>;
  readonly may?: Partial<CaseView["may"]>;
  readonly due?: CaseView["due"];
}

const draftOf = (inputs: TypedInputs | undefined): SavedDraft | null =>
  inputs === undefined ? null : { inputs, by: REFERENT_ID, at: NOW };

export const aDossier = ({ file, round, findings = new Map(), drafts = {} }: ViewParts = {}): Dossier => {
  const head = aCase(file);
  const assessments = new Map<DomainId, Versioned<Assessment>>();
  for (const domain of DOMAIN_IDS) {
    const finding = findings.get(domain) ?? null;
    const draft = draftOf(drafts[domain]);
    if (finding === null && draft === null) continue;
    const about = { code: head.code, parcours: head.parcours, round: head.round ?? 0, domain };
    assessments.set(domain, versioned({ kind: "assessment", schemaVersion: 1, ...about, edition: 1, finding, draft }));
  }
  return {
    file: versioned(head),
    round: head.round === null ? undefined : versioned(aRound({ round: head.round, ...round })),
    assessments,
    framework: FRAMEWORK,
  };
};

export const aView = (parts: ViewParts = {}): CaseView => ({
  dossier: aDossier(parts),
  identity: anIdentity(parts.identity),
  findings: parts.findings ?? new Map(),
  previous: parts.previous,
  due: parts.due ?? [{ milestone: "t0", on: "2026-12-16" }],
  may: { carry: true, manage: true, readLevels: true, ...parts.may },
});

export const aForm = (name: FormName, shown: TypedInputs): Form => ({
  name,
  id: `${name}.P-2026-0001`,
  code: "P-2026-0001",
  rev: "3~new",
  shown,
  draft: undefined,
});

export const aCaseForm = (name: FormName, shown: TypedInputs, parts: ViewParts = {}): CaseForm => ({
  dossier: aDossier(parts),
  identity: anIdentity(parts.identity),
  form: aForm(name, shown),
});

/** No cell studies the case, and nothing was decided. */
export const NO_STANDING: Standing = { review: null, facts: { rsa: null, referringBody: null } };
