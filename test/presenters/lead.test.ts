import assert from "node:assert/strict";
import { renderCard } from "../../cards/index.ts";
import { presentLead, presentRecommendation } from "../../bot/presenters/index.ts";
import { quiet } from "../../bot/screens.ts";
import { goSameWay } from "../../src/domain/suggestion/concordance.ts";
import type { Contact } from "../../src/domain/offer/offer-of.ts";
import type { Candidate, Chosen, Lead, NeedAnswer } from "../../src/domain/suggestion/lead.ts";
import { LEAD_KINDS, type LeadKind } from "../../src/domain/suggestion/lead-kinds.ts";
import { RECOMMENDATIONS, type Recommendation } from "../../src/domain/suggestion/stored-lead.ts";
import type { LeadView } from "../../src/use-cases/see-lead.ts";
import { actionsOf } from "../cards/reading.ts";
import { someFacts, someInputs } from "../support/a-lead.ts";
import { aCaseForm, aReader, aView, COLLEAGUE_ID, FRAMEWORK, versioned, type ViewParts } from "../support/a-view.ts";
import { aLevel, NOW, REFERENT_ID, someFindings, TODAY } from "../support/builders.ts";
import { checked, wordsIn } from "./checked.ts";

const code = "P-2026-0001";

const aCandidate = (kind: LeadKind, more: Partial<Candidate> = {}): Candidate => ({
  kind,
  eligibility: "eligible",
  conditions: [],
  ranked: true,
  covered: 4,
  of: 4,
  equivalent: false,
  prescribed: false,
  full: false,
  waitingDays: null,
  services: [],
  ...more,
});
const aChosen = (id: string, more: Partial<Chosen> = {}): Chosen => ({
  id,
  name: `Service ${id}`,
  structure: "Association",
  metres: 2_340,
  waitingDays: 21,
  places: 1,
  answers: ["famille"],
  full: false,
  alternative: null,
  ...more,
});
const aNeed = (domain: NeedAnswer["domain"], by: NeedAnswer["by"], more: Partial<NeedAnswer> = {}): NeedAnswer => ({
  domain,
  weight: 4,
  by,
  saturated: false,
  themes: [],
  toVerify: [],
  ...more,
});
const aLead = (more: Partial<Lead> = {}): Lead => ({
  first: "plie",
  toDiscuss: false,
  concludedBy: 6,
  equivalents: [],
  candidates: [aCandidate("plie")],
  lines: [],
  reinforced: true,
  toSettle: [],
  urgent: [],
  steps: [],
  relays: [],
  needs: [],
  robustness: { verdict: "solid", flip: null, holdsOverRange: true, exhaustive: true },
  outcome: { kind: "stay" },
  excluded: [],
  ...more,
});
const said = { choice: "stay", why: "Elle avance bien", by: REFERENT_ID, at: NOW } as const;
const aRecommendation = (more: Partial<Recommendation> = {}): Recommendation => ({
  kind: "recommendation",
  schemaVersion: 1,
  code,
  parcours: 1,
  round: 0,
  said,
  before: said,
  leadShown: "lead-1",
  aside: null,
  ...more,
});
const contact: Contact = {
  phone: "03 00 00 00 11",
  email: null,
  link: null,
  modes: [],
  precisions: null,
  person: null,
  known: "Mme Prunier",
  howTo: "Une fiche de liaison suffit.",
};

interface Parts extends ViewParts {
  readonly lead?: Partial<Lead>;
  readonly recommendation?: Partial<Recommendation>;
  readonly view?: Partial<LeadView>;
}
const aLeadView = ({ lead, recommendation, view, ...parts }: Parts = {}): LeadView => ({
  ...aView(parts),
  recommendation: versioned(aRecommendation(recommendation)),
  stored: {
    kind: "lead",
    schemaVersion: 1,
    id: "lead-1",
    code,
    parcours: 1,
    round: 0,
    frameworkVersion: FRAMEWORK.version,
    directoryVersion: "1.x~0",
    asOf: TODAY,
    inputs: "",
    offers: "",
    lead: "",
    withdrawn: false,
    at: NOW,
  },
  lead: aLead(lead),
  inputs: someInputs(),
  offers: [],
  directory: undefined,
  contacts: new Map([["a", contact]]),
  shownWithdrawn: false,
  asideOfAnother: false,
  ...view,
});
const leadCard = (parts: Parts = {}, check = false, reader = aReader()) =>
  checked(presentLead({ screen: "lead", code, check, ...quiet }, aLeadView(parts), reader), "lead");
const wordsOf = (parts: Parts = {}): string => wordsIn(leadCard(parts)).join("\n");

describe("The lead as it is shown", () => {
  it("names each of the seven leads, and gives one sentence to say to the person", () => {
    for (const kind of LEAD_KINDS) {
      const outcome = kind === "plie" ? ({ kind: "stay" } as const) : ({ kind: "reorient", to: kind } as const);
      const card = leadCard({ lead: { first: kind, outcome } });
      const { label, about } = FRAMEWORK.suggestion.leads.find((lead) => lead.kind === kind) ?? {
        label: "?",
        about: "?",
      };
      assert.equal(card.about[0], `À dire à la personne : « ${about} »`);
      assert.equal(card.method.text, kind === "plie" ? "Poursuite en PLIE" : `Réorientation : ${label}`);
    }
  });

  it("says that nothing is sure, and which domains would settle it", () => {
    const words = wordsOf({
      lead: { first: null, outcome: { kind: "toComplete" }, toSettle: ["sante", "logement"], robustness: null },
    });
    assert.match(words, /Pas de piste fiable : diagnostic à compléter/);
    assert.match(words, /Pour trancher, parler encore de : Santé en lien avec le travail ; Logement\./);
    assert.match(words, /La méthode ne tranche pas encore/);
    const sent = { candidates: [aCandidate("missionLocale", { equivalent: true, prescribed: true })] };
    assert.match(wordsOf({ lead: sent }), /donc ne passe pas en premier : Mission locale/);
    assert.doesNotMatch(wordsOf({ lead: { ...sent, first: null } }), /en premier/, "nothing comes first, nor second");
  });

  it("leaves to the person what is theirs to say", () => {
    const outcome = { kind: "reorient", to: "accompagnementSocial" } as const;
    const words = wordsOf({ lead: { first: "accompagnementSocial", toDiscuss: true, concludedBy: 1, outcome } });
    assert.match(words, /à discuter avec la personne/i);
    assert.doesNotMatch(words, /Piste solide/, "no level would change the person's own word");
  });

  it("says that the person was not asked yet whether they look for work", () => {
    const line = { test: 1, concludes: false, code: "wishNotKnown", figures: {}, domains: [] } as const;
    assert.match(
      leadCard({ lead: { lines: [line] } }).sure[0] ?? "",
      /à lui demander, puis à noter dans « Situation »/,
    );
    assert.doesNotMatch(wordsOf(), /à lui demander/);
  });

  it("says that the person does not wish to say whether they look for work, and asks for nothing", () => {
    const line = { test: 1, concludes: false, code: "wishDeclined", figures: {}, domains: [] } as const;
    const sure = leadCard({ lead: { lines: [line] } }).sure[0] ?? "";
    assert.match(sure, /ne souhaite pas dire si elle cherche un emploi maintenant : c'est son droit/);
    assert.doesNotMatch(sure, /à lui demander/);
  });

  it("says what would change it, in the words of the levels", () => {
    const flip = { domain: "sante", from: 2, to: 3, impact: null, leadsTo: "capEmploi" } as const;
    const sure = (robustness: Partial<NonNullable<Lead["robustness"]>>) =>
      leadCard({
        lead: { robustness: { verdict: "fragile", flip, holdsOverRange: true, exhaustive: true, ...robustness } },
      }).sure[0];
    const domain = "« Santé en lien avec le travail »";
    assert.equal(
      sure({}),
      `Piste fragile : si ${domain} passait de « Difficulté réelle » à « Difficulté forte », elle deviendrait : Cap emploi.`,
    );
    assert.match(sure({ verdict: "solid", flip: { ...flip, to: 4 } }) ?? "", /Piste solide : il faudrait que/);
    assert.match(
      sure({ exhaustive: false }) ?? "",
      /non exhaustive : toutes les combinaisons des domaines sans niveau n'ont pas été essayées/,
    );
  });

  it("says what is full, soon, to verify or not for this person, each with its condition", () => {
    const words = wordsOf({
      lead: {
        first: "missionLocale",
        outcome: { kind: "reorient", to: "missionLocale" },
        equivalents: ["franceTravail"],
        candidates: [
          aCandidate("plie", { covered: 2 }),
          aCandidate("franceTravail", { equivalent: true }),
          aCandidate("missionLocale", { full: true, waitingDays: 42 }),
          aCandidate("capEmploi", { eligibility: "soon", ranked: false, conditions: ["avoir une RQTH"] }),
          aCandidate("creationActivite", { eligibility: "toVerify", ranked: false, conditions: ["souhaiter créer"] }),
          aCandidate("accompagnementGlobal", {
            eligibility: "excluded",
            ranked: false,
            conditions: ["être inscrit·e"],
          }),
        ],
      },
    });
    assert.match(words, /Mission locale : complet, délai 6 semaines\. Il reste de la place : France Travail\./);
    assert.match(words, /Piste équivalente : France Travail\./);
    assert.match(words, /Possible dès que la demande est acceptée : Cap emploi \(avoir une RQTH\)/);
    assert.match(words, /Éligibilité à vérifier : Création d'activité \(souhaiter créer\)/);
    assert.match(
      words,
      /Piste fermée par une condition du partenaire : [^\n]*accompagnement global \(être inscrit·e\)/,
    );
  });

  it("says for each relay which need, how far, how long, whom to call; and what has room when it is full", () => {
    const alternative = { id: "a", name: "Halte", structure: "", metres: 500, waitingDays: 0, places: 2 };
    const relays = [
      aChosen("a"),
      aChosen("b", { full: true, alternative, metres: null }),
      aChosen("c", { full: true }),
    ];
    const [one, full, alone] = leadCard({ lead: { relays, outcome: { kind: "stayWithRelays" } } }).relays;
    assert.deepEqual(one, {
      name: "Service a · Association",
      lines: [
        "Pour : Organisation familiale et disponibilité",
        "à 2,3 km · délai 3 semaines",
        "Appeler : Mme Prunier · 03 00 00 00 11",
        "Une fiche de liaison suffit.",
      ],
    });
    assert.ok(full?.lines.includes("Complet. Il reste de la place : Halte (à 500 m · sans délai)"));
    assert.ok(full?.lines.includes("Appeler : Mme Prunier · 03 00 00 00 11"), "nobody to call where there is room");
    assert.ok(
      alone?.lines.some((line) => line.includes("aucun service équivalent et ouvert à la personne n'a de place")),
    );
  });

  it("states what nobody covers, what comes later and why, and what is to be verified", () => {
    const service = { id: "x", name: "Crèche", structure: "", metres: null, waitingDays: null, places: null };
    const needs = [
      aNeed("recherche", "lead"),
      aNeed("finances", "later", { saturated: true }),
      aNeed("logement", "unmet"),
      aNeed("famille", "toVerify", { toVerify: [{ service, conditions: ["zone", "moins de 26 ans"] }] }),
    ];
    const words = (findings = someFindings({ finances: aLevel(2, 2) })) => wordsOf({ lead: { needs }, findings });
    assert.match(words(), /PLIE s'en occupe directement : Démarches de recherche d'emploi/);
    assert.match(words(), /Plus tard, quand ce sera une priorité : Budget et ressources/);
    assert.match(words(), /Personne n'y répond aujourd'hui sur le territoire : Logement/);
    assert.match(words(), /Tout est complet aujourd'hui pour : Budget et ressources/);
    assert.match(words(), /éligibilité à vérifier : Crèche \(habiter[^)]*, moins de 26 ans\)/);
    assert.match(words(), /aucune n'est notée\. Pour en noter une/);
    assert.doesNotMatch(words(someFindings({ famille: aLevel(2, 2, { priority: true }) })), /aucune n'est notée/);
  });

  it("tells people on RSA that the referring body decides", () => {
    const lead = { first: "franceTravail", outcome: { kind: "reorient", to: "franceTravail" } } as const;
    const words = (facts: Parameters<typeof someFacts>[0]) =>
      wordsOf({ lead, view: { inputs: someInputs({}, { facts: someFacts(facts) }) } });
    const decided = words({ rsa: "yes", referringBody: "CD" });
    assert.match(decided, /Proposition de réorientation transmise au Département : France Travail/);
    assert.match(decided, /La personne reçoit le RSA : c'est cet organisme qui décide/);
    assert.match(words({ rsa: "yes" }), /Proposition de réorientation transmise/);
    assert.doesNotMatch(words({ rsa: "unknown" }), /transmise/);
  });

  it("keeps beside the recommendation the one written before the lead was seen, when it changed", () => {
    const changed = { ...said, choice: "stayWithRelays", why: "La garde d'abord" } as const;
    const { reasons, mine } = leadCard({ recommendation: { said: changed } });
    assert.equal(mine.text, "Poursuite avec relais");
    assert.equal(reasons.at(-1), "Avant de voir la piste : Poursuite en PLIE. « Elle avance bien »");
    assert.equal(leadCard().reasons.length, 2, "an unchanged one is said twice");
  });

  it("says that it was set aside and why, and takes it back instead", () => {
    const aside = { reason: "noPlace", lead: "lead-1", by: REFERENT_ID, at: NOW } as const;
    const card = leadCard({ recommendation: { aside } });
    assert.equal(card.about[0], "Piste écartée aujourd'hui à 14 h 32 : pas de place.");
    assert.deepEqual([card.canSetAside, card.canTakeBack], [false, true]);
    const other = leadCard({ recommendation: { aside }, view: { asideOfAnother: true } });
    assert.match(other.about[0] ?? "", /C'était une autre piste que celle d'aujourd'hui/);
  });

  it("asks for a reason under its field", () => {
    assert.match(leadCard({}, true).problems.reason ?? "", /choisissez une raison/);
  });

  it("says of what was withdrawn that it was, and nothing else", () => {
    const words = wordsOf({ recommendation: { said: { ...said, why: "" } }, view: { shownWithdrawn: true } });
    assert.match(words, /Retiré à la demande de la personne\./);
    assert.match(words, /La piste montrée auparavant : retirée à la demande de la personne\./);
  });

  it("is read by others without a button that writes, and names the référent", () => {
    const reader = aReader({
      actor: { memberId: COLLEAGUE_ID, name: "Karim", roles: ["chargeDeProjet"], playedBy: null, today: TODAY },
    });
    const urgent = [{ id: "violences", raisedAt: NOW, raisedBy: REFERENT_ID, done: null }];
    const card = leadCard({ may: { carry: false }, file: { urgent } }, false, reader);
    assert.equal(card.mine.title, "Préconisation de Camille Martin");
    assert.equal(card.urgentElsewhere, "Un point urgent est en cours.");
    const titles = actionsOf(renderCard("lead", card).card).map(({ title }) => title);
    assert.deepEqual(titles, ["Pourquoi ?", "Services", "Synthèse"]);
  });

  it("fits in a card of Teams when everything is said at its longest", () => {
    const name = "é".repeat(300);
    const service = { id: "x", name, structure: name, metres: 1, waitingDays: 1, places: 0 };
    const conditions = [name, name, name];
    const chosen = (id: string) => aChosen(id, { name, structure: name, full: true, alternative: service });
    const urgent = FRAMEWORK.urgentPoints.map(({ id }) => ({ id, raisedAt: NOW, raisedBy: REFERENT_ID, done: null }));
    const domains = FRAMEWORK.domains.map(({ id }) => id);
    const card = leadCard({
      file: { urgent },
      recommendation: { said: { ...said, why: name.repeat(3) }, before: { ...said, why: "è".repeat(1000) } },
      view: { contacts: new Map([["x", { ...contact, known: name, howTo: name }]]) },
      lead: {
        steps: [chosen("1"), chosen("2"), chosen("6")],
        relays: [chosen("3"), chosen("4"), chosen("5")],
        needs: domains.map((domain) => aNeed(domain, "toVerify", { toVerify: [{ service, conditions }] })),
        excluded: domains.map(() => ({ service, conditions })),
        candidates: LEAD_KINDS.map((kind) => aCandidate(kind, { eligibility: "toVerify", conditions })),
      },
    });
    const rendered = renderCard("lead", card).card;
    const bytes = Buffer.byteLength(JSON.stringify(rendered), "utf16le");
    assert.ok(bytes <= 40_000, `${bytes} bytes`);
    assert.ok(actionsOf(rendered).length <= 6);
  });
});

describe("Whether a recommendation and a lead go the same way", () => {
  it("is the same outcome, with the first lead or an equivalent one", () => {
    const same = (lead: Partial<Lead>) => RECOMMENDATIONS.filter((choice) => goSameWay(choice, aLead(lead)));
    assert.deepEqual(same({}), ["stay"]);
    assert.deepEqual(same({ relays: [aChosen("a")] }), ["stayWithRelays"]);
    assert.deepEqual(same({ first: null }), ["toComplete"]);
    assert.deepEqual(
      same({ first: "franceTravail", equivalents: ["plie"] }),
      ["stay", "stayWithRelays", "reorient:franceTravail"],
      "the relays of another lead say nothing of those that the PLIE would ask for",
    );
  });
});

describe("Ma préconisation as it is shown", () => {
  const form = (shown: Record<string, string>, check = false, leadShown = false) =>
    checked(
      presentRecommendation(
        { screen: "recommendation", code, check, ...quiet },
        { ...aCaseForm("recommendation", shown), toSettle: false, leadShown },
        aReader(),
      ),
      "recommendation",
    );

  it("offers every recommendation in words, and what is missing under its field", () => {
    assert.deepEqual(
      form({}).choices.choice.map(({ value }) => value),
      [...RECOMMENDATIONS],
    );
    assert.deepEqual(Object.keys(form({}, true).problems), ["choice", "why"]);
    assert.deepEqual(form({ choice: "stay", why: "Parce que" }, true).problems, {});
    assert.match(form({}).about, /Votre avis d'abord/);
    assert.match(form({}, false, true).about, /La piste a déjà été lue/);
  });

  it("shows a very long text cut, and says that the rest is kept", () => {
    const { fields, kept } = form({ choice: "stay", why: "é".repeat(6_000) });
    assert.equal(fields.why.length, 4_000);
    assert.match(kept ?? "", /La suite est gardée : 6 000 caractères saisis/);
  });
});
