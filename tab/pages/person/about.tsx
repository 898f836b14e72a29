/** Who the person is, and what is still missing from their file. */
import type { Person } from "../../../src/contracts/person.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { addressedCount } from "../../../src/wording/figures.ts";
import { shortHealthWords, shortStatusWords, toCompleteWords } from "../../../src/wording/situation.ts";
import { sheetWords } from "../../../src/wording/sheet.ts";
import { completenessWords, identityWords as words, personWords } from "../../../src/wording/tab-person.ts";
import { EmptyState, Panel, Section } from "../../ui/page.tsx";
import { Facts, Sentences, type Fact } from "./parts.tsx";

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
