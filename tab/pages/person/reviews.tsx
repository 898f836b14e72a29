/** Every time a cell looked at the person's situation, the last first. */
import type { FrameworkWords, Person, PersonRead } from "../../../src/contracts/person.ts";
import type { PersonReview } from "../../../src/contracts/person-reviews.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { reviewWords } from "../../../src/wording/opinion.ts";
import { cellWords, fullReasonWords, reviewLabel, reviewStateWords } from "../../../src/wording/reviews.ts";
import { personWords, reviewTabWords as words } from "../../../src/wording/tab-person.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { RouteLink } from "../../app/router.tsx";
import { Badge, EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Disclosed } from "./parts.tsx";
import { momentOf } from "./reading.ts";
import { Study } from "./review-study.tsx";
import { useShared } from "./styles.ts";

interface Props {
  readonly person: Person;
  readonly read: PersonRead;
  readonly framework: FrameworkWords;
}

const linesOf = (person: Person, review: PersonReview): readonly string[] => {
  const at = (moved: { readonly at: string } | null, said: (moment: string) => string) =>
    moved === null ? [] : [said(momentOf(person, moved.at))];
  return [
    words.submitted(momentOf(person, review.submittedAt), review.submittedBy),
    review.track === "short"
      ? reviewWords.short
      : reviewWords.full(review.because.map((reason) => lowerFirst(fullReasonWords[reason]))),
    ...(review.secondOf === null ? [] : [`${reviewWords.second(review.secondOf)}.`]),
    ...(review.dueOn === null || review.status === "decided" ? [] : [`${reviewWords.due(dayInWords(review.dueOn))}.`]),
    ...at(review.reopened, words.reopened),
    ...at(review.status === "adjourned" ? review.adjourned : null, words.adjourned),
    ...at(review.withdrawn, words.withdrawn),
  ];
};

const isWaiting = ({ status }: PersonReview): boolean => status !== "decided" && status !== "withdrawn";

const OneReview = ({ review, person, read, framework }: Props & { readonly review: PersonReview }) => {
  const shared = useShared();
  const [latest, ...before] = review.studies;
  const parcours = review.parcours === person.parcours ? "" : ` · ${words.parcours(review.parcours)}`;
  const study = (one: PersonReview["studies"][number]) => (
    <Study key={one.number} study={one} person={person} read={read} framework={framework} />
  );
  return (
    <Panel>
      <h3 className={shared.title}>
        {reviewLabel(review.id)} · {cellWords[review.cell]}
        {parcours}
      </h3>
      <p className={shared.line}>
        <Badge tone={review.status === "decided" ? "good" : "neutral"}>{reviewStateWords[review.status]}</Badge>
      </p>
      {linesOf(person, review).map((line) => (
        <p key={line} className={shared.line}>
          {line}
        </p>
      ))}
      {latest?.opinions === null && isWaiting(review) && review.track === "full" ? (
        <p className={shared.line}>{reviewWords.hidden}</p>
      ) : null}
      {review.letter ? (
        <p className={shared.line}>
          <RouteLink to={tabAddress("document", null, { kind: "courrier-decision", code: review.id })}>
            {words.letter}
          </RouteLink>
          {latest?.decision == null ? "" : `, ${words.letterBefore(dayInWords(latest.decision.letterDueOn))}`}
        </p>
      ) : null}
      {latest === undefined ? null : study(latest)}
      {before.map((one) => (
        <Disclosed key={one.number} summary={words.study(one.number)}>
          {() => study(one)}
        </Disclosed>
      ))}
    </Panel>
  );
};

export const Reviews = (props: Props) => {
  const shared = useShared();
  return (
    <Section title={personWords.sections.reviews}>
      {props.read.reviews.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <div className={shared.stack}>
          {props.read.reviews.map((review) => (
            <OneReview key={review.id} {...props} review={review} />
          ))}
        </div>
      )}
    </Section>
  );
};
