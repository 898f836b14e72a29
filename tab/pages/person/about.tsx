/** Who the person is, what is still missing from their file, and what is known of their situation. */
import type { Person, PersonRead } from "../../../src/contracts/person.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { addressedCount } from "../../../src/wording/figures.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { factLabels, factWords } from "../../../src/wording/situation-facts.ts";
import { shortHealthWords, shortStatusWords, toCompleteWords } from "../../../src/wording/situation.ts";
import { sheetWords } from "../../../src/wording/sheet.ts";
import {
  completenessWords,
  identityWords as words,
  personWords,
  situationTabWords,
} from "../../../src/wording/tab-person.ts";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Facts, Sentences, type Fact } from "./parts.tsx";
import { momentOf } from "./reading.ts";
import { useShared } from "./styles.ts";

const entryOf = ({ entry, identity }: Person): readonly Fact[] => {
  if (entry === null) return [];
  const { language } = identity;
  const said = entry.interpreter ? words.withInterpreter(language) : language;
  return [
    { label: sheetWords.firstInterview, value: dayInWords(entry.on) },
    { label: sheetWords.notice, value: dayInWords(entry.noticeOn) },
    ...(language === "" ? [] : [{ label: words.language, value: said }]),
  ];
};

const identityOf = (person: Person): readonly Fact[] => {
  const { birthDate, commune, communeTyped, phone, email, address, prescriber } = person.identity;
  const known = (value: string | null): string => value ?? words.unknown;
  return [
    { label: words.birthDate, value: birthDate === null ? words.unknown : dayInWords(birthDate) },
    { label: words.commune, value: known(commune ?? communeTyped) },
    { label: words.phone, value: known(phone) },
    { label: words.email, value: known(email) },
    { label: words.address, value: known(address) },
    { label: words.prescriber, value: known(prescriber) },
    { label: sheetWords.oriented, value: dayInWords(person.orientedOn) },
    ...entryOf(person),
    ...(person.read === null ? [] : [{ label: sheetWords.health, value: shortHealthWords[person.read.health] }]),
  ];
};

const beforeOf = ({ read }: Person): readonly string[] =>
  (read?.before ?? []).map(({ parcours, orientedOn, closedOn, status }) =>
    words.before(parcours, dayInWords(orientedOn), dayInWords(closedOn), shortStatusWords[status]),
  );

export const IdentityOf = ({ person }: { readonly person: Person }) => (
  <Section title={personWords.sections.identity}>
    <Panel>
      <Facts facts={identityOf(person)} />
      <Sentences lines={beforeOf(person)} />
    </Panel>
  </Section>
);

export const Completeness = ({ person }: { readonly person: Person }) => {
  const { missing, addressed, healthAsked } = person.completeness;
  const { communeTyped } = person.identity;
  const lines = [
    ...(person.entry === null && person.status === "oriented" ? [completenessWords.noEntry] : []),
    ...missing.map((field) =>
      field === "commune" && communeTyped !== null
        ? sheetWords.communeTyped(toCompleteWords.commune, communeTyped)
        : toCompleteWords[field],
    ),
    ...(healthAsked === false ? [completenessWords.healthNotAsked] : []),
  ];
  return (
    <Section title={personWords.sections.completeness}>
      <Panel>
        {lines.length === 0 ? <EmptyState>{completenessWords.complete}</EmptyState> : <Sentences lines={lines} />}
        {addressed === null ? null : <p>{addressedCount(addressed.count, addressed.of)}.</p>}
      </Panel>
    </Section>
  );
};

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
