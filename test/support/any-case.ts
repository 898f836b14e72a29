/** Any case, with all that it may be counted from: every parcours, assessment and decision, in any state that the product may have left it in. */
import fc from "fast-check";
import type { Picture } from "../../src/domain/dashboard/picture.ts";
import type { Assessment, Round } from "../../src/domain/diagnostic/assessment.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/domains.ts";
import { handoverInPicture } from "../../src/domain/dashboard/handover-marks.ts";
import { CLOSED_BECAUSE, REFUSAL_REASONS, type Handover, type Sending } from "../../src/domain/handover/records.ts";
import { CASE_STATUSES, type CaseFile } from "../../src/domain/participant/case-file.ts";
import { addDays } from "../../src/domain/participant/days.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import { MILESTONES } from "../../src/domain/participant/milestones.ts";
import type { CaseSummary } from "../../src/domain/records/bookkeeping.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import { outcomesOf } from "../../src/domain/review/outcomes.ts";
import type { Review } from "../../src/domain/review/records.ts";
import { ANSWERS, FACTS, NOTHING_ASKED, type SituationRecord } from "../../src/domain/suggestion/facts.ts";
import { aFramework } from "./a-framework.ts";
import { aHandover } from "./a-handover.ts";
import { aReview } from "./a-review.ts";
import { aCase, anIdentity, anyFindings, NOW, REFERENT_ID } from "./builders.ts";

export interface RecordedCase {
  readonly identity: Identity;
  readonly head: CaseFile;
  readonly past: readonly CaseFile[];
  readonly summary: CaseSummary;
  readonly rounds: readonly Round[];
  readonly assessments: readonly Assessment[];
  readonly situations: readonly SituationRecord[];
  readonly reviews: readonly Review[];
  readonly handovers: readonly Handover[];
}

export const OTHER_REFERENT = "00000000-0000-4000-8000-000000000002";
/** Names that no code, date or level looks like. */
export const NAMES = { givenName: "Ouarda", familyName: "Zkrxenski" };

const anyDay = fc.integer({ min: 0, max: 150 }).map((days) => addDays("2026-07-01", days));

const anyHead = (code: string, parcours: number): fc.Arbitrary<CaseFile> =>
  fc
    .record({
      status: fc.constantFrom(...CASE_STATUSES),
      orientedOn: anyDay,
      enteredAfter: fc.option(fc.integer({ min: 0, max: 40 })),
      reason: fc.constantFrom("error" as const, "duplicate" as const, "request" as const),
      referentId: fc.constantFrom(REFERENT_ID, OTHER_REFERENT),
      health: fc.constantFrom("agreed" as const, "refused" as const, "withdrawn" as const),
      rounds: fc.integer({ min: 0, max: 2 }),
      underReview: fc.boolean(),
      toComplete: fc.boolean(),
    })
    .map(({ enteredAfter, reason, rounds, underReview, toComplete, status: any, orientedOn, ...rest }) => {
      const entered = enteredAfter === null ? null : addDays(orientedOn, enteredAfter);
      const status = any === "cancelled" ? any : entered === null ? "oriented" : any === "oriented" ? "entered" : any;
      return aCase({
        ...{ code, parcours, status, orientedOn, ...rest },
        entry: entered === null ? null : { on: entered, noticeOn: entered, interpreter: false },
        round: entered === null ? null : rounds,
        mergedInto: status === "cancelled" && reason === "duplicate" ? "P-2020-0001" : null,
        cancelled: status === "cancelled" ? { reason, on: "2026-11-24", by: REFERENT_ID } : null,
        review: underReview && entered !== null ? "2026-900" : null,
        toComplete: toComplete ? { on: "2026-11-01", until: "2026-12-01" } : null,
      });
    });

const anyRounds = (head: CaseFile): fc.Arbitrary<{ rounds: Round[]; assessments: Assessment[] }> =>
  fc
    .array(fc.record({ met: fc.option(anyDay), synthesis: fc.option(anyDay), found: anyFindings }), {
      minLength: (head.round ?? -1) + 1,
      maxLength: (head.round ?? -1) + 1,
    })
    .map((list) => {
      const { code, parcours } = head;
      const common = { schemaVersion: 1, code, parcours } as const;
      return {
        rounds: list.map(({ met, synthesis }, round) => ({
          ...{ kind: "round", ...common, round, frameworkVersion: "none", openedOn: "2026-07-01" },
          ...{ metOn: met, closedOn: null, bilanRecorded: false, synthesisOn: synthesis, personView: null },
        })),
        assessments: list.flatMap(({ found }, round) =>
          DOMAIN_IDS.flatMap((domain): Assessment[] => {
            const finding = found.get(domain);
            return finding === undefined
              ? []
              : [{ kind: "assessment", ...common, round, domain, edition: 1, finding, draft: null }];
          }),
        ),
      };
    });

const anyReview = (head: CaseFile, id: string): fc.Arbitrary<Review> =>
  fc.constantFrom("entree" as const, "sortie" as const, "gta" as const).chain((cell) =>
    fc
      .record({
        on: anyDay,
        outcome: fc.constantFrom(...outcomesOf[cell]),
        concordant: fc.option(fc.boolean()),
        isDecided: fc.boolean(),
      })
      .map(({ on, outcome, concordant, isDecided }) => {
        const { code, parcours, referentId } = head;
        const to = outcome === "reorient" ? { lead: "capEmploi" as const, service: null } : null;
        const decided = { outcome, to, departs: null, concordant, on, by: REFERENT_ID, at: `${on}T09:00:00.000Z` };
        return aReview({
          ...{ id, code, parcours, referentId, cell },
          ...(isDecided ? { state: "decided", decided } : {}),
        });
      }),
  );

/** A second study follows the first one. */
const withSecond = (reviews: readonly Review[], second: boolean): readonly Review[] => {
  const [one, two, ...others] = reviews;
  if (!second || one === undefined || two?.parcours !== one.parcours) return reviews;
  return [{ ...one, secondedBy: two.id }, { ...two, second: { of: one.id, barred: [] } }, ...others];
};

const anyPerson = ({ code, referentId, status }: CaseFile): fc.Arbitrary<Identity> =>
  fc
    .option(fc.constantFrom("1960-03-12", "1984-03-12", "2004-08-01"))
    .map((birthDate) => anIdentity({ code, ...NAMES, birthDate, referentId, listed: status !== "cancelled" }));

const anySituation = ({ code, parcours }: CaseFile): fc.Arbitrary<SituationRecord> =>
  fc
    .record({
      rsa: fc.option(fc.constantFrom(...ANSWERS)),
      rqth: fc.option(fc.constantFrom(...FACTS.rqth)),
      qpv: fc.option(fc.constantFrom(...ANSWERS)),
    })
    .map((facts) => ({
      ...{ kind: "situation", schemaVersion: 1, code, parcours, by: REFERENT_ID, at: NOW },
      facts: { ...NOTHING_ASKED, ...facts },
    }));

const anySummary = (head: CaseFile): fc.Arbitrary<CaseSummary> => {
  const { code, parcours, referentId, status, round } = head;
  const isDue = status === "oriented" || status === "entered";
  const due = fc.record({ milestone: fc.constantFrom(...MILESTONES), on: anyDay });
  return fc
    .record({
      addressed: fc.integer({ min: 0, max: 14 }),
      due: fc.uniqueArray(due, { maxLength: isDue ? 3 : 0, selector: ({ milestone }) => milestone }),
    })
    .map(({ addressed, due: list }) => ({
      ...{ kind: "summary", schemaVersion: 1, code, parcours, referentId, status, round, addressed },
      due: [...list].sort((one, other) => one.on.localeCompare(other.on)),
      lastContactOn: null,
      substituteId: null,
      noCellDate: false,
    }));
};

const anySending = fc
  .record({
    on: anyDay,
    lead: fc.constantFrom(null, "missionLocale" as const, "capEmploi" as const),
    service: fc.constantFrom(null, "dora--mobilite-21", "mission locale du centre"),
    answer: fc.constantFrom(null, "accepted" as const, "refused" as const, "expired" as const),
    reason: fc.constantFrom(...REFUSAL_REASONS),
  })
  .map(({ on, lead, service, answer, reason }): Sending => ({
    ...{ to: { lead, service, name: NAMES.familyName, contact: "" }, on, remindedOn: null, calledOn: null, answer },
    ...{ reason: answer === "refused" ? reason : null, words: "", answeredOn: answer === null ? null : addDays(on, 9) },
  }));

/** Sent or not, refused or accepted, received in time, late or never. */
const anyHandovers = ({ code, parcours, entry }: CaseFile): fc.Arbitrary<Handover[]> =>
  fc
    .array(
      fc.record({
        what: fc.constantFrom("reorient" as const, "relay" as const),
        decidedOn: anyDay,
        sendings: fc.array(anySending, { maxLength: 2 }),
        heldAfter: fc.option(fc.integer({ min: 0, max: 120 })),
        because: fc.option(fc.constantFrom(...CLOSED_BECAUSE)),
      }),
      { maxLength: entry === null ? 0 : 3 },
    )
    .map((list) =>
      list.map(({ what, decidedOn, sendings, heldAfter, because }, at): Handover => {
        const last = sendings.at(-1);
        const held = last?.answer !== "accepted" || heldAfter === null ? null : addDays(last.on, heldAfter);
        return aHandover({
          ...{ id: `${code}.${parcours}.${at + 1}`, code, parcours, what, decidedOn, sendings },
          appointment: held === null ? null : { on: held, givenOn: held },
          held: { byPerson: held, byPartner: held, unreachedOn: null },
          closed: because === null ? null : { on: "2027-06-01", because },
        });
      }),
    );

export const anyCase = (code: string): fc.Arbitrary<RecordedCase> =>
  fc
    .tuple(anyHead(code, 1), anyHead(code, 2), fc.boolean(), fc.boolean())
    .chain(([first, second, comesBack, twice]) => {
      const [head, past] = comesBack ? [second, [{ ...first, review: null }]] : [first, []];
      const number = Number(code.slice(-4));
      return fc
        .record({
          identity: anyPerson(head),
          summary: anySummary(head),
          situation: fc.option(anySituation(head)),
          known: fc.tuple(...[...past, head].map(anyRounds)),
          handovers: fc.tuple(...[...past, head].map(anyHandovers)),
          reviews: fc.tuple(
            ...[...past, head, head].map((one, at) => anyReview(one, `2026-${(at + 1) * 10_000 + number}`)),
          ),
        })
        .map(({ identity, summary, situation, known, reviews, handovers }) => ({
          ...{ identity, head, past, summary },
          rounds: known.flatMap(({ rounds }) => rounds),
          assessments: known.flatMap(({ assessments }) => assessments),
          handovers: handovers.flat(),
          situations: situation === null ? [] : [situation],
          reviews: withSecond(
            reviews.filter(({ parcours }) =>
              [...past, head].some((one) => one.parcours === parcours && one.entry !== null),
            ),
            twice,
          ),
        }));
    });

/** What a store keeps of it. */
export const documentsOfCase = (recorded: RecordedCase): readonly StoredDocument[] => {
  const { identity, head, past, summary, rounds, assessments, situations, reviews, handovers } = recorded;
  const former = past.map((one): StoredDocument => ({
    ...{ kind: "pastParcours", schemaVersion: 1, code: one.code, parcours: one.parcours, head: one },
    closedOn: "2026-11-01",
  }));
  return [identity, head, summary, ...former, ...rounds, ...assessments, ...situations, ...reviews, ...handovers];
};

/** As the test bench counts days: each of them is worked. */
const IN_TIME = { days: aFramework().milestones.handoverAppointmentDays, isWorkingDay: () => true };

export const pictureOfCase = (recorded: RecordedCase): Picture => {
  const { summary, situations, ...rest } = recorded;
  return {
    ...rest,
    due: summary.due,
    addressed: summary.addressed,
    handovers: rest.handovers.map((one) => handoverInPicture(one, rest.head, IN_TIME)),
    facts: new Map(situations.map(({ parcours, facts }) => [parcours, facts])),
    origin: { prescriber: "x", group: "x" },
    needs: null,
  };
};
