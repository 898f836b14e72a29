/** The page of a review and *Avis*, at their fullest: they fit a card, and never say who the person is nor a level of health. */
import assert from "node:assert/strict";
import { renderCard } from "../../cards/index.ts";
import { presentOpinion, presentReview } from "../../bot/presenters/index.ts";
import type { Shown } from "../../bot/presenters/shown.ts";
import type { Member } from "../../src/domain/people/member.ts";
import { destinationsFrom } from "../../src/domain/review/destinations.ts";
import { outcomesOf } from "../../src/domain/review/outcomes.ts";
import type { Opinion, Review, ReviewDecision } from "../../src/domain/review/records.ts";
import type { ReviewForm } from "../../src/use-cases/parts/review-form.ts";
import type { ReviewView } from "../../src/use-cases/parts/on-review.ts";
import type { OpinionForm } from "../../src/use-cases/see-opinion-form.ts";
import type { ReviewHub } from "../../src/use-cases/see-review.ts";
import { aReview, aSnapshot, A_MOMENT } from "../support/a-review.ts";
import { aDossier, aReader, versioned } from "../support/a-view.ts";
import { textOf } from "../support/card-reading.ts";
import { anIdentity } from "../support/builders.ts";

const REVIEW = "2026-001";
const member = (index: number): Member => ({
  aadObjectId: `00000000-0000-4000-8000-${String(100 + index).padStart(12, "0")}`,
  name: `Prénom Nom-Composé-${index}`,
  roles: ["membreCellule"],
});
const membersOf = (count: number): readonly Member[] => Array.from({ length: count }, (_, index) => member(index));
const LONG = "Il avance, *vraiment*, et le dit : « je continue » ! ".repeat(20).slice(0, 1_000);

const viewOf = (review: Review, voters: readonly Member[], words = LONG): ReviewView => ({
  review: versioned(review),
  snapshot: versioned(aSnapshot({ question: LONG.slice(0, 1_000) }, words)),
  post: undefined,
  link: undefined,
  rules: { members: null, quorum: 3, channel: null, dates: [] },
  voters,
  cellMembers: voters,
  sitting: undefined,
  onAgenda: true,
});
const studied = (view: ReviewView) => ({
  view,
  dossier: aDossier(),
  identity: anIdentity(),
  held: null,
  facts: { rsa: null, referringBody: null } as const,
  personView: null,
});

const anOpinion = ({ aadObjectId }: Member, why = LONG): Opinion => ({
  ...{ kind: "opinion", schemaVersion: 1, review: REVIEW, study: 1, code: "P-2026-0001", memberId: aadObjectId },
  ...{ outcome: "reorient", to: { lead: "accompagnementSocial", service: null }, why, next: LONG },
  ...{ notedBy: null, at: A_MOMENT },
});

const aHub = (count: number, changes: Partial<ReviewHub> = {}): ReviewHub => {
  const voters = membersOf(count);
  const revealed = { by: member(0).aadObjectId, at: A_MOMENT };
  const review = aReview({ state: "underReview", givers: voters.map(({ aadObjectId }) => aadObjectId), revealed });
  return {
    ...studied(viewOf(review, voters)),
    opinions: voters.map((voter) => anOpinion(voter)),
    mine: undefined,
    tooLate: null,
    decision: undefined,
    present: count,
    missing: 0,
    may: {
      giveOpinion: false,
      noteOpinion: false,
      reveal: false,
      decide: true,
      moves: ["adjourn", "withdraw"],
      openSheet: true,
    },
    ...changes,
  };
};

const screen = { screen: "review", review: REVIEW, notice: null, at: null } as const;
const readerOf = (count: number) =>
  aReader({ member: (id) => membersOf(count).find(({ aadObjectId }) => aadObjectId === id) });
const bytesOf = (shown: Shown): number =>
  Buffer.byteLength(JSON.stringify(renderCard(shown.name, shown.model as never).card), "utf16le");
const said = (shown: Shown): string =>
  textOf(renderCard(shown.name, shown.model as never).card)
    .replace(/[\u00A0\u202F]/g, " ")
    .replace(/\u2060/g, "");

describe("The page of a review", () => {
  for (const count of [0, 1, 13, 14, 40, 60])
    it(`holds ${count} opinions of a thousand characters`, () => {
      const shown = presentReview(screen, aHub(count), readerOf(count));
      assert.ok(bytesOf(shown) <= 40_000, `${count} opinions weigh ${bytesOf(shown)} bytes`);
      const text = said(shown);
      for (const { name } of membersOf(count)) assert.ok(text.includes(name), `${name} is not read`);
      assert.equal(text.includes("la suite est gardée"), true);
      assert.match(text, count === 0 ? /Aucun avis n'a été donné/ : new RegExp(`Réorientation : ${count}`));
    });

  it("says nothing of anyone's opinion before the reveal, not even how many think what", () => {
    const hidden = aHub(4, { opinions: null });
    const review = { ...hidden.view.review.doc, revealed: null };
    const shown = presentReview(
      screen,
      { ...hidden, view: { ...hidden.view, review: versioned(review) } },
      readerOf(4),
    );
    const text = said(shown);
    assert.doesNotMatch(text, /Réorientation|Prénom Nom/);
    assert.match(text, /4 avis donnés sur 4 membres\. Les avis restent cachés/);
    assert.match(text, /Quorum : 4 membres présents, il en faut 3\./);
  });

  it("names no one and gives no level of health", () => {
    const text = said(presentReview(screen, aHub(3), readerOf(3)));
    assert.doesNotMatch(text, /Amina|Benali|Chenôve|06 12/);
    assert.match(text, /Santé en lien avec le travail \(à voir en séance\)/);
    assert.doesNotMatch(text, /Bloquant/, "the level of health of this snapshot is told");
  });

  it("opens the person's page in the tab for who reads the case, where there is room for it, and for nobody else", () => {
    const urlOf = (may: Partial<ReviewHub["may"]>): string | null => {
      const hub = aHub(3);
      const shown = presentReview(screen, { ...hub, may: { ...hub.may, ...may } }, readerOf(3));
      assert.ok(shown.name === "review");
      return shown.model.tabUrl;
    };
    assert.equal(urlOf({}), "http://localhost:3978/tab/participants/P-2026-0001");
    assert.equal(urlOf({ openSheet: false }), null, "a member of the cell would be told whose case it is");
    assert.equal(urlOf({ reveal: true, giveOpinion: true }), null, "a seventh button");
  });

  it("says that one's opinion came too late, and gives it back", () => {
    const text = said(presentReview(screen, aHub(3, { tooLate: { why: "Écrit trop tard", next: "" } }), readerOf(3)));
    assert.match(text, /il n'a pas été compté[^]*Écrit trop tard/);
  });

  it("puts the person, the référent, the method and the decision side by side once it is decided", () => {
    const decision: ReviewDecision = {
      ...({ kind: "reviewDecision", schemaVersion: 1, review: REVIEW, study: 1, code: "P-2026-0001" } as const),
      ...({ outcome: "stay", to: null, reasons: LONG, departs: "otherView", next: LONG } as const),
      ...{ by: member(0).aadObjectId, at: A_MOMENT, on: "2026-11-24", letterDueOn: "2026-12-04", secondUntil: null },
      proofs: [],
    };
    const shown = presentReview(screen, aHub(13, { decision }), readerOf(13));
    assert.ok(bytesOf(shown) <= 40_000, `decided, it weighs ${bytesOf(shown)} bytes`);
    const text = said(shown);
    assert.match(
      text,
      /La personne\nEn partie d'accord\nPréconisation\nPoursuite avec relais\nPiste de la méthode\n[^\n]+\nDécision\nPoursuite en PLIE\n/,
    );
    assert.match(text, /S'écarte de la piste : appréciation différente\./);
  });
});

describe("Avis", () => {
  const form = (shown: Record<string, string>): ReviewForm => ({
    ...{ name: "opinion", id: "opinion.2026-001.1.x", code: "P-2026-0001", rev: "new~new" },
    shown,
    draft: undefined,
  });
  const aForm = (members: readonly Member[] | null): OpinionForm => ({
    ...studied(viewOf(aReview({ givers: (members ?? []).map(({ aadObjectId }) => aadObjectId) }), members ?? [])),
    form: form({ outcome: "reorient", to: "capEmploi", why: LONG.repeat(5), next: LONG.repeat(5) }),
    given: undefined,
    outcomes: outcomesOf.entree,
    destinations: destinationsFrom(null),
    problems: [],
    members,
    giversThemselves: new Set(members?.map(({ aadObjectId }) => aadObjectId)),
  });

  it("fits a card with the longest words, also where the secretary chooses among sixty members", () => {
    for (const members of [null, membersOf(13), membersOf(60)]) {
      const name = members === null ? "opinion" : "opinionNote";
      const shown = presentOpinion({ ...screen, screen: name, check: true }, aForm(members), readerOf(60));
      assert.ok(bytesOf(shown) <= 40_000, `${members?.length ?? "one's own"}: ${bytesOf(shown)} bytes`);
      assert.match(said(shown), /La suite est gardée : 5 000 caractères saisis/);
    }
  });
});
