/** The people of one page: who they are, who accompanies them, where they are, and what is next. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ParticipantLine, ParticipantsPage } from "../../../src/contracts/participants.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { monthInWords } from "../../../src/wording/behind-numbers.ts";
import { nextDueWords, participantsWords, sinceWords, whereWords } from "../../../src/wording/tab-participants.ts";
import { RouteLink } from "../../app/router.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Badge } from "../../ui/page.tsx";

const useStyles = makeStyles({
  what: { display: "block" },
  /** A name is not cut in the middle of a word as long as there is room. */
  referent: { display: "inline-block", minWidth: "min(6rem, 20vw)" },
  /** « En retard de 7 jours » holds on one line as long as there is room. */
  late: { display: "inline-block", minWidth: "min(10rem, 20vw)" },
  code: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

const nameOf = ({ givenName, familyName, status, step }: ParticipantLine): string => {
  const name = `${givenName} ${familyName}`.trim();
  if (name !== "") return name;
  return status === "cancelled" ? whereWords(status, step) : participantsWords.noName;
};

const Person = ({ line }: { readonly line: ParticipantLine }) => {
  const styles = useStyles();
  return (
    <>
      <RouteLink to={tabAddress("participants", line.code)}>{nameOf(line)}</RouteLink>
      <span className={styles.code}>{line.code}</span>
    </>
  );
};

const Referent = ({ name }: { readonly name: string | null }) => (
  <span className={useStyles().referent}>{name ?? participantsWords.gone}</span>
);

const Due = ({ line, today }: { readonly line: ParticipantLine; readonly today: string }) => {
  const styles = useStyles();
  if (line.due === null) return participantsWords.noDue;
  const { what, when, date } = nextDueWords(line.due.milestone, line.due.on, today);
  return (
    <>
      <span className={styles.what}>{line.due.late ? what + date : what}</span>
      {line.due.late ? (
        <span className={styles.late}>
          <Badge tone="late">{when}</Badge>
        </span>
      ) : (
        when + date
      )}
    </>
  );
};

const { columns: titles } = participantsWords;

const columnsOf = ({ today, referents, items }: ParticipantsPage): readonly Column<ParticipantLine>[] => [
  { id: "person", title: titles.person, cell: (line) => <Person line={line} /> },
  ...(referents.length === 0
    ? []
    : [
        {
          id: "referent",
          title: titles.referent,
          cell: ({ referent }: ParticipantLine) => <Referent name={referent} />,
        },
      ]),
  { id: "where", title: titles.where, cell: ({ status, step }) => whereWords(status, step) },
  { id: "due", title: titles.due, cell: (line) => <Due line={line} today={today} /> },
  { id: "since", title: titles.since, cell: ({ orientedOn, enteredOn }) => sinceWords(orientedOn, enteredOn) },
  ...(items.some(({ month }) => month !== null)
    ? [
        {
          id: "month",
          title: titles.month,
          cell: ({ month }: ParticipantLine) => (month === null ? "" : monthInWords(month)),
        },
      ]
    : []),
];

export const PeopleTable = ({ page, caption }: { readonly page: ParticipantsPage; readonly caption: string }) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={columnsOf(page)}
    rows={page.items}
    rowId={({ code, month }) => `${code} ${month ?? ""}`}
  />
);
