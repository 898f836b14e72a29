/** What the list shows, in one sentence, with the way back to everyone. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ParticipantsFilters, ParticipantsPage } from "../../../src/contracts/participants.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { behindNumberWords } from "../../../src/wording/behind-numbers.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { participantsWords, shownPeopleWords } from "../../../src/wording/tab-participants.ts";
import { RouteLink } from "../../app/router.tsx";

const useStyles = makeStyles({
  shown: { marginBlock: "0 0.5rem" },
  words: { fontWeight: tokens.fontWeightSemibold },
});

/** Otherwise than by whose people they are, and in which order. */
export const isNarrowed = ({ status, step, milestone, late, soon, outreach, behind }: ParticipantsFilters): boolean =>
  [status, step, milestone, late, soon, outreach, behind].some((one) => one !== undefined);

export const shownWords = (filters: ParticipantsFilters, page: ParticipantsPage): string => {
  const { referent, mine, behind } = page;
  if (behind !== null) {
    const words = behindNumberWords(behind);
    return referent === null ? words : `${words} (${referent.name ?? lowerFirst(participantsWords.gone)})`;
  }
  const { step, status, milestone } = filters;
  const when = (["late", "soon", "outreach"] as const).find((one) => filters[one] !== undefined);
  const of = mine ? ("own" as const) : (referent ?? ("everyone" as const));
  return shownPeopleWords({ of, step, status, milestone, when });
};

export const ShownSentence = ({
  filters,
  page,
  words,
  count,
}: {
  readonly filters: ParticipantsFilters;
  readonly page: ParticipantsPage;
  readonly words: string;
  readonly count: string;
}) => {
  const styles = useStyles();
  const mayAll = page.referents.length > 0;
  const away = isNarrowed(filters) || (mayAll && page.referent !== null);
  const isDueOrder = page.sort === "due" && !isNarrowed({ ...filters, status: undefined, step: undefined });
  return (
    <p className={styles.shown}>
      <span className={styles.words}>{words}.</span> {page.items.length === 0 ? "" : `${count}.`}{" "}
      {isDueOrder ? participantsWords.withoutDue : ""}{" "}
      {away ? (
        <RouteLink to={tabAddress("participants", null, mayAll ? { referent: "tous" } : {})}>
          {mayAll ? participantsWords.toEveryone : participantsWords.toMine}
        </RouteLink>
      ) : null}
    </p>
  );
};
