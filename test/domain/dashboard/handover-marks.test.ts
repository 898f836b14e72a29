import assert from "node:assert/strict";
import fc from "fast-check";
import { countsWith, differencesOf } from "../../../src/domain/dashboard/count-marks.ts";
import { dashboardOf } from "../../../src/domain/dashboard/dashboard.ts";
import { handoverInPicture, handoverMarks } from "../../../src/domain/dashboard/handover-marks.ts";
import type { Counts, Part } from "../../../src/domain/dashboard/measures.ts";
import { marksOf } from "../../../src/domain/dashboard/tally.ts";
import type { Handover, Sending } from "../../../src/domain/handover/records.ts";
import { BRUNO, CLAIRE, countsOf, period, type Bears } from "../../support/a-count.ts";
import { isWorkingDay, pause } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";
import { aHandover } from "../../support/a-handover.ts";
import { anyCase, pictureOfCase } from "../../support/any-case.ts";
import { aCase } from "../../support/builders.ts";

const SIXTY = { days: 60, isWorkingDay };
const sent = (on: string, changes: Partial<Sending> = {}): Sending => ({
  ...{ to: { lead: "missionLocale", service: null, name: "Mission locale", contact: "" }, on, remindedOn: null },
  ...{ calledOn: null, answer: null, reason: null, words: "", answeredOn: null },
  ...changes,
});
const accepted = (on: string, heldOn: string): Partial<Handover> => ({
  sendings: [sent(on, { answer: "accepted", answeredOn: on })],
  appointment: { on: heldOn, givenOn: on },
  held: { byPerson: heldOn, byPartner: heldOn, unreachedOn: null },
});
const said = (handovers: readonly Handover[], head = aCase({ status: "decided" })): string[] =>
  handoverMarks(
    handovers.map((one) => handoverInPicture(one, head, SIXTY)),
    head,
  )
    .map(({ measure, on }) => `${measure.join(".")} ${on}`)
    .sort();

describe("What a hand-over counts for", () => {
  it("is secured in time up to the day that its milestone says: sixty days after the sending, then the next day worked", () => {
    const held = (on: string): string[] => said([aHandover(accepted("2026-12-11", on))]);
    assert.deepEqual(held("2027-02-09"), ["handedOver.reorient.inTime 2026-12-08"]);
    assert.deepEqual(held("2027-02-10"), ["handedOver.reorient.later 2026-12-08"]);
    const saturday = (on: string): string[] => said([aHandover(accepted("2026-12-08", on))]);
    assert.deepEqual(saturday("2027-02-08"), ["handedOver.reorient.inTime 2026-12-08"], "the 60th day is a Saturday");
    assert.deepEqual(saturday("2027-02-09"), ["handedOver.reorient.later 2026-12-08"]);
  });

  it("counts from the latest sending, and no day while the parcours was suspended", () => {
    const twice = accepted("2027-02-01", "2027-04-01");
    const refused = sent("2026-12-11", { answer: "refused", reason: "full", answeredOn: "2027-01-20" });
    assert.ok(
      said([aHandover({ ...twice, sendings: [refused, ...twice.sendings!] })]).includes(
        "handedOver.reorient.inTime 2026-12-08",
      ),
    );
    const head = aCase({ status: "decided", pauses: [pause("2027-01-01", "2027-03-01")] });
    assert.deepEqual(said([aHandover(accepted("2026-12-11", "2027-04-01"))], head), [
      "handedOver.reorient.inTime 2026-12-08",
    ]);
  });

  it("is under way until it is held or closed; what another decision undid is nothing", () => {
    assert.deepEqual(said([aHandover()]), ["handedOver.reorient.underWay 2026-12-08"]);
    const closed = (because: "stays" | "undone"): string[] =>
      said([aHandover({ closed: { on: "2027-02-01", because } })]);
    assert.deepEqual(closed("stays"), ["handedOver.reorient.without 2026-12-08"]);
    assert.deepEqual(closed("undone"), []);
    assert.deepEqual(said([aHandover()], aCase({ status: "left" })), ["handedOver.reorient.without 2026-12-08"]);
  });

  it("several relays of a month are one person, by the best of them", () => {
    const relay = (changes: Partial<Handover>): Handover => aHandover({ what: "relay", ...changes });
    assert.deepEqual(said([relay({}), relay(accepted("2026-12-11", "2027-01-05")), relay({})]), [
      "handedOver.relay.inTime 2026-12-08",
    ]);
  });

  it("tells a refusal by partner and reason, and no name that was typed by hand", () => {
    const to = (service: string | null) => ({ lead: null, service, name: "Garage de M. Zkrxenski", contact: "" });
    const refused = { answer: "refused", reason: "full", answeredOn: "2027-01-20" } as const;
    const marks = said([
      aHandover({
        what: "relay",
        sendings: [
          sent("2026-12-11", { ...refused, to: to(null) }),
          sent("2027-01-21", { to: to("dora--mobilite-21"), answer: "expired", answeredOn: "2027-03-08" }),
        ],
      }),
    ]);
    assert.deepEqual(marks, [
      "handedOver.relay.underWay 2026-12-08",
      "refused.relay.full 2027-01-20",
      "refused.relay.noAnswer 2027-03-08",
      "refusedBy.dora--mobilite-21 2027-03-08",
      "refusedBy.x 2027-01-20",
    ]);
  });
});

const around = { framework: aFramework(), referents: [CLAIRE, BRUNO], groups: ["Dijon"], prescribers: [] };
const seen = (bears: readonly Bears[]) => dashboardOf(countsOf(bears), period(), around).lead.handovers;
const times = (count: number, measure: string): Bears[] =>
  Array.from({ length: count }, () => ({ measure, on: "2026-11-10" }));

describe("Hand-overs on the dashboard", () => {
  it("a small number is not told, nor found from the others, nor from what was decided", () => {
    const out = (bears: readonly Bears[]): string[] => {
      const [reorient] = seen(bears).rows;
      return Object.values(reorient!.people).map((figure) =>
        figure.out.kind === "count" ? String(figure.out.count) : figure.out.kind,
      );
    };
    const many = [...times(8, "handedOver/reorient/inTime"), ...times(6, "handedOver/reorient/underWay")];
    assert.deepEqual(out(many), ["8", "0", "6", "0"]);
    const few = [...many, ...times(2, "handedOver/reorient/later")];
    assert.deepEqual(out(few), ["hidden", "few", "6", "0"]);
    assert.ok(!out([...many, ...times(2, "handedOver/reorient/without")]).some((one) => Number(one) > 0));
    assert.ok(!out([...many, ...times(2, "decided/stay/none")]).some((one) => Number(one) > 0));
  });

  it("structures are told off the screen only where no refusal is masked", () => {
    const told = (bears: readonly Bears[]): string[] =>
      seen(bears).refusals.structures.map(({ service, people }) => `${service} ${people.count} ${people.out.kind}`);
    const six = [...times(6, "refused/capEmploi/full"), ...times(6, "refusedBy/one")];
    assert.deepEqual(told(six), ["one 6 count"]);
    assert.deepEqual(told([...six, ...times(2, "refused/relay/full"), ...times(2, "refusedBy/x")]), [
      "one 6 hidden",
      "x 2 hidden",
    ]);
    assert.deepEqual(seen([]).refusals, { reasons: [], rows: [], structures: [] });
  });

  it("is what a recount of the people gives", () =>
    fc.assert(
      fc.property(fc.array(anyCase("P-2026-0001"), { maxLength: 15 }), (cases) => {
        const pictures = cases.map(pictureOfCase);
        const counts = new Map<Part, Counts>();
        for (const [of, difference] of differencesOf(
          pictures.map((picture) => ({ before: null, after: marksOf(picture) })),
        ))
          counts.set(of, countsWith({}, difference));
        const asked = period({ from: "2026-08-01", to: "2026-08-31", today: "2027-06-01" });
        const { rows, refusals } = dashboardOf(counts, asked, around).lead.handovers;
        const counted = cases
          .filter(({ head }) => head.mergedInto === null && head.cancelled?.reason !== "duplicate")
          .map(({ head, handovers }) => ({
            handovers: handovers.filter((one) => head.status !== "cancelled" || one.parcours !== head.parcours),
          }));
        const inAugust = (on: string | null): boolean => on?.startsWith("2026-08") ?? false;
        for (const { what, people } of rows) {
          const held = ({ appointment }: Handover): boolean => appointment !== null;
          const receivedOf = counted.filter(({ handovers }) =>
            handovers.some((one) => one.what === what && inAugust(one.decidedOn) && held(one)),
          );
          assert.equal(people.inTime.count + people.later.count, receivedOf.length, what);
        }
        for (const { partner, cells } of refusals.rows)
          for (const [at, reason] of refusals.reasons.entries()) {
            const saidNo = counted.filter(({ handovers }) =>
              handovers
                .flatMap(({ sendings }) => sendings)
                .some(
                  ({ to, answer, reason: why, answeredOn }) =>
                    inAugust(answeredOn) &&
                    (to.lead ?? "relay") === partner &&
                    (reason === "noAnswer" ? answer === "expired" : answer === "refused" && why === reason),
                ),
            );
            assert.equal(cells[at]?.count, saidNo.length, `${partner} ${reason}`);
          }
      }),
      { numRuns: 60 },
    ));
});
