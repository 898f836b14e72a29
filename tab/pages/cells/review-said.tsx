/** What was said of a case once it is revealed, and what was decided. */
import type { DecisionOut, OpinionOut, ReviewOut } from "../../../src/contracts/review.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { asideReasonWords, orErased } from "../../../src/wording/lead.ts";
import { lowerFirst, quoted } from "../../../src/wording/lists.ts";
import { opinionWords, reviewWords } from "../../../src/wording/opinion.ts";
import { countsInWords, decisionNamed, opinionNamed, tabCellsWords } from "../../../src/wording/tab-cells.ts";
import { RouteLink } from "../../app/router.tsx";
import { Section } from "../../ui/page.tsx";
import { Lines } from "./review-seen.tsx";

const words = tabCellsWords.review;

const whoOf = ({ who, notedBy }: OpinionOut): string => {
  const name = who ?? opinionWords.someone;
  return notedBy === null ? name : `${name} (${reviewWords.notedBy(notedBy)})`;
};

const opinionLine = (one: OpinionOut): string =>
  [
    `${whoOf(one)} : ${opinionNamed(one)}.`,
    one.why === "" ? orErased("") : quoted(one.why),
    ...(one.next === "" ? [] : [reviewWords.next(one.next)]),
  ].join(" ");

export const Opinions = ({ review: { opinions, stand } }: { readonly review: ReviewOut }) =>
  opinions === null ? null : (
    <Section title={words.opinions}>
      <p>{countsInWords(stand.counts ?? [])}</p>
      {opinions.length === 0 ? null : <Lines lines={opinions.map(opinionLine)} />}
    </Section>
  );

const decisionLines = ({ on, by, reasons, departs, next }: DecisionOut): readonly string[] => [
  reviewWords.decidedBy(dayInWords(on), by ?? opinionWords.someone),
  reviewWords.reasons(orErased(reasons)),
  ...(departs === null ? [] : [reviewWords.departs(lowerFirst(asideReasonWords[departs]))]),
  ...(next === "" ? [] : [reviewWords.next(next)]),
];

export const Decision = ({ review }: { readonly review: ReviewOut }) => {
  const { decision } = review;
  if (decision === null) return null;
  return (
    <Section title={words.decision}>
      <p>
        <strong>{decisionNamed(decision, decision.referred)}</strong>
      </p>
      <Lines lines={decisionLines(decision)} />
      {decision.letter ? (
        <p>
          <RouteLink to={tabAddress("document", null, { kind: "courrier-decision", code: review.id })}>
            {words.letter}
          </RouteLink>
        </p>
      ) : null}
    </Section>
  );
};
