/** What is known of the person's situation. */
import type { Person, PersonRead } from "../../../src/contracts/person.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { factLabels, factWords } from "../../../src/wording/situation-facts.ts";
import { personWords, situationTabWords } from "../../../src/wording/tab-person.ts";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Facts } from "./parts.tsx";
import { momentOf } from "./reading.ts";
import { useShared } from "./styles.ts";

export const SituationOf = ({ person, read }: { readonly person: Person; readonly read: PersonRead }) => {
  const shared = useShared();
  const { situation } = read;
  if (situation === null)
    return (
      <Section title={personWords.sections.situation}>
        <EmptyState>{situationTabWords.notAsked}</EmptyState>
      </Section>
    );
  const asked = situation.facts.filter(({ answer }) => answer !== null);
  const rest = situation.facts.filter(({ answer }) => answer === null).map(({ fact }) => lowerFirst(factLabels[fact]));
  const until = situation.rightToWorkUntil;
  return (
    <Section title={personWords.sections.situation}>
      <Panel>
        <Facts
          facts={[
            ...asked.map(({ fact, answer }) => ({ label: factLabels[fact], value: factWords(fact, answer) })),
            ...(until === null ? [] : [{ label: factLabels.rightToWorkUntil, value: dayInWords(until) }]),
          ]}
        />
        {rest.length === 0 ? null : <p>{situationTabWords.rest(rest.join(" ; "))}</p>}
        <p className={shared.muted}>{situationTabWords.noted(momentOf(person, situation.at), situation.by)}</p>
      </Panel>
    </Section>
  );
};
