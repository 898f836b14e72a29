/** *Contacts*: what was tried to meet the person, how the parcours ended, and what the prescriber hears. */
import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Person, PersonRead } from "../../../src/contracts/person.ts";
import type { PersonContact } from "../../../src/contracts/person-contact.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords, shortDay } from "../../../src/wording/dates.ts";
import { doorWords, endedWords } from "../../../src/wording/ending.ts";
import { attemptResultWords, contactTabWords as words, meetingLines, wayWords } from "../../../src/wording/outreach.ts";
import { prescriberWords, toldWords } from "../../../src/wording/prescriber.ts";
import { RouteLink } from "../../app/router.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Panel, Section } from "../../ui/page.tsx";
import { Sentences } from "./parts.tsx";
import { useShared } from "./styles.ts";

const Titled = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const shared = useShared();
  return (
    <Panel>
      <h3 className={shared.title}>{title}</h3>
      {children}
    </Panel>
  );
};

const Tried = ({ person, contacts }: { readonly person: Person; readonly contacts: PersonContact }) => (
  <Titled title={words.tried}>
    <Sentences lines={[...meetingLines({ ...person, ...contacts }, person.today), words.stays]} />
    {contacts.attempts.length === 0 ? null : (
      <DataTable
        caption={words.tried}
        captionHidden
        rows={contacts.attempts.map((attempt, at) => ({ ...attempt, id: String(at) }))}
        rowId={({ id }) => id}
        columns={[
          { id: "on", title: words.on, cell: ({ on }) => shortDay(on, person.today) },
          { id: "way", title: words.way, cell: ({ way }) => wayWords[way] },
          { id: "result", title: words.result, cell: ({ result }) => attemptResultWords[result] },
          { id: "by", title: words.by, cell: ({ by }) => by ?? "" },
        ]}
      />
    )}
  </Titled>
);

const Ended = ({ person, ended }: { readonly person: Person; readonly ended: NonNullable<PersonContact["ended"]> }) => {
  const shared = useShared();
  return (
    <Titled title={words.ended}>
      <Sentences
        lines={[`${endedWords({ ended, entry: person.entry }) ?? ""}.`, `${words.door} : ${doorWords[ended.door]}.`]}
      />
      {[ended.why, ended.words]
        .filter((said) => said !== "")
        .map((said) => (
          <p key={said} className={shared.words}>
            {said}
          </p>
        ))}
    </Titled>
  );
};

const Prescriber = ({
  code,
  prescriber,
}: {
  readonly code: string;
  readonly prescriber: NonNullable<PersonContact["prescriber"]>;
}) => {
  const shared = useShared();
  const { name, sentences, mail, told } = prescriber;
  const said = told.map(({ what, on, by }) => prescriberWords.told(toldWords[what], dayInWords(on), by));
  return (
    <Titled title={`${prescriberWords.title} : ${name}`}>
      <Sentences lines={sentences} />
      <div className={shared.badges}>
        <RouteLink to={tabAddress("document", null, { kind: "retour-prescripteur", code })}>{words.print}</RouteLink>
        {mail === null ? null : <Link href={mail}>{prescriberWords.email}</Link>}
      </div>
      <Sentences lines={said.length === 0 ? [prescriberWords.notTold] : said} />
    </Titled>
  );
};

const Contacts = ({ person, read: { contacts } }: { readonly person: Person; readonly read: PersonRead }) => {
  const shared = useShared();
  return (
    <Section title={words.title}>
      <div className={shared.stack}>
        <Tried person={person} contacts={contacts} />
        {contacts.ended === null ? null : <Ended person={person} ended={contacts.ended} />}
        {contacts.prescriber === null ? null : <Prescriber code={person.code} prescriber={contacts.prescriber} />}
      </div>
    </Section>
  );
};
export default Contacts;
