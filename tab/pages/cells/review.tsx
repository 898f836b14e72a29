/** One case under study: where it stands, what the cell saw, what was said and decided, and what its reader may do next in their own conversation. */
import { reviewView, type ReviewOut } from "../../../src/contracts/review.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { momentInWords } from "../../../src/wording/dates.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { opinionWords, reviewWords } from "../../../src/wording/opinion.ts";
import {
  adjournReasonWords,
  cellWords,
  fullReasonWords,
  reopenReasonWords,
  reviewLabel,
  withdrawReasonWords,
} from "../../../src/wording/reviews.ts";
import { dueNamed, isLate, opinionNamed, stateInWords, tabCellsWords } from "../../../src/wording/tab-cells.ts";
import { LiveView } from "../../app/live-view.tsx";
import { RouteLink } from "../../app/router.tsx";
import { useLive } from "../../app/use-live.ts";
import { Announce, EmptyState, Page, Section } from "../../ui/page.tsx";
import { Mark } from "./case-words.tsx";
import { Decision, Opinions } from "./review-said.tsx";
import { Lines, Seen } from "./review-seen.tsx";

const words = tabCellsWords.review;

const isBehind = ({ status }: ReviewOut): boolean => status === "decided" || status === "withdrawn";

/** What happened to it besides opinions. */
const marks = ({ reopened, adjourned, withdrawn, today, timeZone }: ReviewOut): readonly string[] => {
  const moment = (at: string): string => momentInWords(at, today, timeZone);
  return [
    ...(reopened === null
      ? []
      : [reviewWords.reopened(moment(reopened.at), lowerFirst(reopenReasonWords[reopened.because]))]),
    ...(adjourned === null
      ? []
      : [reviewWords.adjourned(moment(adjourned.at), lowerFirst(adjournReasonWords[adjourned.because]))]),
    ...(withdrawn === null
      ? []
      : [reviewWords.withdrawn(moment(withdrawn.at), lowerFirst(withdrawReasonWords[withdrawn.because]))]),
  ];
};

const counts = (review: ReviewOut): readonly string[] => {
  const { stand, revealed, today, timeZone } = review;
  const given = reviewWords.opinions(stand.given, stand.voters);
  if (revealed !== null) {
    const moment = momentInWords(revealed.at, today, timeZone);
    return [given, reviewWords.revealed(moment, revealed.by ?? opinionWords.someone)];
  }
  if (isBehind(review)) return [given];
  const missing = Math.max(0, stand.quorum - stand.present);
  const quorum = [
    reviewWords.quorum(stand.present, stand.quorum),
    ...(missing === 0 ? [] : [reviewWords.missing(missing)]),
  ];
  return [`${given} ${reviewWords.hidden}`, quorum.join(" ")];
};

const standsOf = (review: ReviewOut): readonly string[] => {
  const { track, because, secondOf, mine, revealed } = review;
  return [
    ...(secondOf === null ? [] : [reviewWords.second(secondOf)]),
    ...(track === "short" ? [reviewWords.short] : counts(review)),
    ...(mine === null || revealed !== null ? [] : [reviewWords.mine(opinionNamed(mine))]),
    ...marks(review),
    ...(because.length === 0 || track === "short"
      ? []
      : [reviewWords.full(because.map((reason) => lowerFirst(fullReasonWords[reason])))]),
  ];
};

const Stands = ({ review }: { readonly review: ReviewOut }) => {
  const due = dueNamed(review, review.today);
  const lines = standsOf(review);
  return (
    <Section title={words.stands}>
      <Announce>{lines.join(" ")}</Announce>
      <p>
        <Mark>{stateInWords(review)}</Mark>
        {due === null ? null : (
          <>
            {" · "}
            {words.due} : <Mark late={isLate(review, review.today)}>{due}</Mark>
          </>
        )}
      </p>
      <Lines lines={lines} />
    </Section>
  );
};

const Next = ({ review }: { readonly review: ReviewOut }) => {
  const { next, file, id } = review;
  return (
    <Section title={words.next}>
      {next.length === 0 ? (
        <EmptyState>{words.nothingNext}</EmptyState>
      ) : (
        <>
          <p>{isBehind(review) ? words.nextBehind : words.nextIntro(reviewLabel(id))}</p>
          <Lines lines={next.map((step) => tabCellsWords.steps[step])} />
        </>
      )}
      {file === null ? null : (
        <p>
          <RouteLink to={tabAddress("participants", file)}>{words.file}</RouteLink>
        </p>
      )}
    </Section>
  );
};

const wayBack = (cell: string, view: ReviewOut | undefined): string =>
  tabAddress("cellules", view === undefined ? cell : view.cell);

export const ReviewPage = ({ cell, review }: { readonly cell: string; readonly review: string }) => {
  const live = useLive(`/api/reviews/${encodeURIComponent(review)}`, reviewView);
  const view = live.state === "ready" ? live.value : undefined;
  const back = view === undefined ? tabCellsWords.title : cellWords[view.cell];
  return (
    <Page
      title={reviewLabel(review)}
      actions={<RouteLink to={wayBack(cell, view)}>{tabCellsWords.back(back)}</RouteLink>}
    >
      <LiveView live={live}>
        {(value) => (
          <>
            <Stands review={value} />
            <Decision review={value} />
            <Opinions review={value} />
            <Seen seen={value.seen} />
            <Next review={value} />
          </>
        )}
      </LiveView>
    </Page>
  );
};
