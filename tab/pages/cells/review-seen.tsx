/** What the cell saw of a case: what helps stands before what is difficult; of health nothing but that it is seen in the sitting. */
import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ReviewOut, SeenOut } from "../../../src/contracts/review.ts";
import { cardWords } from "../../../src/wording/channel.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { orErased } from "../../../src/wording/lead.ts";
import { quoted } from "../../../src/wording/lists.ts";
import { seenWords } from "../../../src/wording/opinion.ts";
import { ageBandWords, communeGroupWords, seenInSitting } from "../../../src/wording/reviews.ts";
import { agreementWords } from "../../../src/wording/situation.ts";
import { choiceNamed, leadNamed, tabCellsWords } from "../../../src/wording/tab-cells.ts";
import { EmptyState, Section } from "../../ui/page.tsx";
import { Mark } from "./case-words.tsx";

const words = tabCellsWords.review;
const { labels } = seenWords;

const useStyles = makeStyles({
  facts: { margin: 0, display: "grid", gap: "0.75rem" },
  term: { fontWeight: 600 },
  said: { margin: 0, overflowWrap: "anywhere" },
  list: { margin: 0, paddingInlineStart: "1.25rem" },
});

interface Fact {
  readonly label: string;
  readonly said: ReactNode;
}

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, said }) => (
        <div key={label}>
          <dt className={styles.term}>{label}</dt>
          <dd className={styles.said}>{said}</dd>
        </div>
      ))}
    </dl>
  );
};

export const Lines = ({ lines }: { readonly lines: readonly string[] }) => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};

const wrote = (text: string | null): readonly string[] => (text === null || text.trim() === "" ? [] : [quoted(text)]);

const personSaid = ({ person }: Pick<SeenOut, "person">): string => {
  if (person === null) return seenWords.noView;
  const { agreement, on, words: said, heard } = person;
  const agrees = on === null ? agreementWords[agreement] : `${agreementWords[agreement]}, le ${dayInWords(on)}`;
  return [`${agrees}.`, ...wrote(said), ...(heard ? [seenWords.heard] : [])].join(" ");
};

const recommended = ({ recommendation }: Pick<SeenOut, "recommendation">): string => {
  if (recommendation === null) return seenWords.noRecommendation;
  const { choice, place, why } = recommendation;
  return [`${choiceNamed(choice, place)}.`, ...wrote(why)].join(" ");
};

const pointedTo = ({ lead, withdrawn }: Pick<SeenOut, "lead" | "withdrawn">): string => {
  if (lead !== null) return leadNamed(lead);
  return withdrawn ? seenWords.leadWithdrawn : seenWords.noLead;
};

const difficultyLine = ({ domain, level, impact }: SeenOut["difficulties"][number]): string => {
  if (level === null) return `${domain} : ${cardWords.toExplore}`;
  return `${domain} : ${impact === null ? level : words.withImpact(level, impact)}`;
};

const difficulties = (seen: SeenOut): Fact[] => {
  if (seen.reading === "noLevel") return [];
  const lines = [...seen.difficulties.map(difficultyLine), `${seen.health} : ${seenInSitting}`];
  return [{ label: labels.difficult, said: <Lines lines={lines} /> }];
};

const factsOf = (seen: SeenOut): readonly Fact[] => [
  { label: words.who, said: `${ageBandWords[seen.ageBand]} · ${communeGroupWords(seen.communeGroup)}` },
  { label: words.question, said: orErased(seen.question) },
  { label: labels.helps, said: seen.helps.length === 0 ? seenWords.noStrength : <Lines lines={seen.helps} /> },
  { label: labels.person, said: personSaid(seen) },
  { label: labels.referent, said: recommended(seen) },
  { label: labels.method, said: pointedTo(seen) },
  ...difficulties(seen),
];

export const Seen = ({ seen }: Pick<ReviewOut, "seen">) => (
  <Section title={words.seen}>
    {seen === null ? (
      <EmptyState>{seenWords.notThere}</EmptyState>
    ) : (
      <>
        {seen.urgentOpen ? (
          <p>
            <Mark late>{seenWords.urgentOpen}</Mark>
          </p>
        ) : null}
        {seen.provisional ? (
          <p>
            <Mark>{seenWords.provisional}</Mark>
          </p>
        ) : null}
        <Facts facts={factsOf(seen)} />
      </>
    )}
  </Section>
);
