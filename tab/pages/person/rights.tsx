/** *Droits*: which notice was given, what was agreed to, what the person asked and what was answered; on demand, who opened the file. */
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Person } from "../../../src/contracts/person.ts";
import {
  personOpenings,
  personRights,
  type PersonOpenings,
  type PersonRequest,
  type PersonRights,
} from "../../../src/contracts/person-rights.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { dayInWords } from "../../../src/wording/dates.ts";
import { lowerFirst } from "../../../src/wording/lists.ts";
import { openingLines } from "../../../src/wording/openings.ts";
import {
  agreementLine,
  noticeLines,
  requestStanding,
  requestTitle,
  rightsWords as words,
  sharedLine,
} from "../../../src/wording/rights.ts";
import { RouteLink } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Badge, Panel, Section } from "../../ui/page.tsx";
import { Disclosed, Sentences } from "./parts.tsx";
import { useShared } from "./styles.ts";

const Said = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const shared = useShared();
  return text === "" ? null : <p className={shared.words}>{`${label} : ${text}`}</p>;
};

const Asked = ({ request, today }: { readonly request: PersonRequest; readonly today: string }) => {
  const shared = useShared();
  const title = requestTitle(request);
  const waits = request.answer === null;
  return (
    <Panel>
      <h3 className={shared.title}>{title}</h3>
      {waits && request.contested !== null ? (
        <Badge tone="warning">{words.contestedNow(lowerFirst(title.replace(/^[^:]*: /, "")))}</Badge>
      ) : null}
      <p>{requestStanding(request, today)}</p>
      <Said label={words.theirWords} text={request.words} />
      {request.answer === null ? null : <Said label={words.answer} text={request.answer.words} />}
    </Panel>
  );
};

const Opened = ({ person: { code, timeZone } }: { readonly person: Person }) => {
  const ask = useAsk();
  const [pages, setPages] = useState<readonly PersonOpenings[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    void ask.get(`/api/participants/${encodeURIComponent(code)}/openings${query}`, personOpenings).then((answer) => {
      if (!left && answer.ok) setPages((known) => [...known, answer.value]);
    });
    return () => void (left = true);
  }, [ask, code, cursor]);
  const lines = openingLines(
    pages.flatMap(({ openings }) => openings),
    timeZone,
  );
  const next = pages.at(-1)?.next ?? null;
  return (
    <>
      <DataTable
        caption={words.openings}
        captionHidden
        rows={lines.map((line, at) => ({ ...line, id: String(at) }))}
        rowId={({ id }) => id}
        columns={[
          { id: "day", title: words.columns.day, cell: ({ day }) => dayInWords(day) },
          { id: "who", title: words.columns.who, cell: ({ who, role }) => (role === "" ? who : `${who}, ${role}`) },
          { id: "acts", title: words.columns.acts, cell: ({ acts }) => acts.join(", ") },
        ]}
      />
      {next === null ? null : <Button onClick={() => setCursor(next)}>{words.older}</Button>}
    </>
  );
};

const Known = ({ person, rights }: { readonly person: Person; readonly rights: PersonRights }) => {
  const shared = useShared();
  return (
    <div className={shared.stack}>
      <Sentences lines={noticeLines(rights.given, rights.version)} />
      <RouteLink to={tabAddress("document", null, { kind: "notice", code: person.code })}>
        {words.printNotice}
      </RouteLink>
      <Sentences lines={[...rights.agreements.map(agreementLine), ...rights.shared.map(sharedLine)]} />
      {rights.requests.length === 0 ? <p>{words.noRequest}</p> : null}
      {rights.requests.map((request) => (
        <Asked key={request.id} request={request} today={person.today} />
      ))}
      <Disclosed summary={words.openings}>{() => <Opened person={person} />}</Disclosed>
    </div>
  );
};

/** Read again when the case moved: no command on a person leaves its edition as it was. */
const Rights = ({ person }: { readonly person: Person }) => {
  const ask = useAsk();
  const { code, edition } = person;
  const [rights, setRights] = useState<PersonRights>();
  useEffect(() => {
    let left = false;
    void ask.get(`/api/participants/${encodeURIComponent(code)}/rights`, personRights).then((answer) => {
      if (!left && answer.ok) setRights(answer.value);
    });
    return () => void (left = true);
  }, [ask, code, edition]);
  return (
    <Section title={words.title}>{rights === undefined ? null : <Known person={person} rights={rights} />}</Section>
  );
};
export default Rights;
