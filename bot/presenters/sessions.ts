/** *Actions collectives*: the list, the form, one of them, who took part, and what is asked before one is cancelled. */
import type { Session } from "../../src/domain/activation/records.ts";
import { FROM_OUTSIDE, SESSION_FIELDS, sessionFromInputs } from "../../src/domain/activation/session-from-inputs.ts";
import { isOver, placesLeft } from "../../src/domain/activation/sessions.ts";
import type { SessionFormView } from "../../src/use-cases/open-session.ts";
import type { SessionsView, SessionView } from "../../src/use-cases/see-sessions.ts";
import { durationWords } from "../../src/wording/action-facts.ts";
import { confirmWords } from "../../src/wording/confirm.ts";
import { spanWords } from "../../src/wording/dates.ts";
import { personLine } from "../../src/wording/people.ts";
import { sessionProblemWords, sessionWords as words } from "../../src/wording/sessions.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, topOf, topOfDraft } from "./top.ts";

const kindOf = ({ what }: Session, { framework }: Reader): string =>
  framework.activation.kinds.find(({ id }) => id === what)?.label ?? what;

const rowOf = (session: Session, { today }: Reader) => ({
  title: [
    session.title,
    spanWords(session.from, session.until),
    isOver(session, today) ? words.over : words.free(placesLeft(session), session.places),
  ].join(" · "),
  value: session.id,
});

/** What is ahead is chosen first. */
export const presentSessions = (screen: ScreenOf<"sessions">, view: SessionsView, reader: Reader): Shown => {
  const { sessions, more, mayOpen } = view;
  const next = sessions.find((session) => !isOver(session, reader.today)) ?? sessions.at(-1);
  return {
    name: "sessions",
    model: {
      ...topOf(screen, reader),
      count: words.count(sessions.length),
      items: sessions.map((session) => rowOf(session, reader)),
      choice: next?.id ?? "",
      more: more ? words.more : null,
      mayOpen,
      data: { code: screen.code ?? "" },
    },
  };
};

const problemsOf = ({ form, reading }: SessionFormView) => {
  const read = sessionFromInputs(form.shown, reading);
  if (read.ok) return {};
  return Object.fromEntries(Object.entries(read.problems).map(([field, code]) => [field, sessionProblemWords[code]]));
};

export const presentSessionForm = (screen: ScreenOf<"sessionForm">, view: SessionFormView, reader: Reader): Shown => {
  const { form, leaders, reading } = view;
  const [what, title, from, until, hours, place, leaderId, leader, places] = SESSION_FIELDS.map((field) =>
    filled(form.shown, field),
  );
  return {
    name: "session-form",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      rev: form.rev,
      fields: {
        ...{ what: what ?? "", title: title ?? "", from: from ?? "", until: until ?? "", hours: hours ?? "" },
        ...{ place: place ?? "", leaderId: leaderId ?? "", leader: leader ?? "", places: places ?? "" },
      },
      choices: {
        what: reading.rules.kinds.map(({ id, label }) => ({ title: label, value: id })),
        leaderId: [
          ...leaders.map(({ aadObjectId, name }) => ({ title: name, value: aadObjectId })),
          { title: words.outside, value: FROM_OUTSIDE },
        ],
      },
      problems: screen.check ? problemsOf(view) : {},
    },
  };
};

const began = ({ from }: Session, { today }: Reader): boolean => from <= today;

const linesOf = ({ session: { doc }, people }: SessionView): string[] => [
  words.withWhom(doc.place, doc.leader),
  ...(doc.state === "cancelled" ? [words.cancelled] : [words.expected(doc.codes.length, placesLeft(doc), doc.places)]),
  ...(people === null && doc.codes.length > 0 ? [words.namesElsewhere] : []),
  ...(doc.came.length > 0 ? [words.came(doc.came.length)] : []),
];

const personOf = ({ identity, came, action }: NonNullable<SessionView["people"]>[number]) => ({
  title: [
    personLine(identity),
    ...(came ? [words.tookPart] : []),
    ...(action?.state === "done" ? [words.bilanDone] : []),
  ].join(" · "),
  value: identity.code,
});

export const presentSession = (screen: ScreenOf<"session">, view: SessionView, reader: Reader): Shown => {
  const { session, people, toEnrol, may } = view;
  const { doc } = session;
  const open = doc.state === "open";
  const own = people?.some(({ mine }) => mine) ?? false;
  return {
    name: "session",
    model: {
      ...topOf(screen, reader),
      title: doc.title,
      heading: [kindOf(doc, reader), spanWords(doc.from, doc.until), words.perDay(durationWords(doc.minutes))].join(
        " · ",
      ),
      lines: linesOf(view),
      people: open ? (people ?? []).map(personOf) : [],
      choice: "",
      toEnrol: toEnrol.map((identity) => ({ title: personLine(identity), value: identity.code })),
      enrol: toEnrol.some(({ code }) => code === screen.code) ? (screen.code ?? "") : "",
      data: { session: doc.id, code: screen.code ?? "" },
      withdraws: open && own && !began(doc, reader),
      assesses: open && own && began(doc, reader),
      notes: may.note && (people?.length ?? 0) > 0,
      cancels: open && may.lead && doc.came.length === 0 && !isOver(doc, reader.today),
      sheetUrl: open && people !== null ? reader.actionSheetUrl("emargement", doc.id) : null,
    },
  };
};

/** *Qui a participé ?*: everyone for whoever leads, one's own people otherwise. */
export const presentSessionPresent = (
  screen: ScreenOf<"sessionPresent">,
  { session: { doc }, people, may }: SessionView,
  reader: Reader,
): Shown | null => {
  const theirs = (people ?? []).filter(({ mine }) => may.lead || mine);
  if (theirs.length === 0 || !may.note) return null;
  const present = theirs
    .filter(({ came }) => came)
    .map(({ identity }) => identity.code)
    .join(",");
  return {
    name: "session-present",
    model: {
      ...topOf(screen, reader),
      heading: `${doc.title} · ${spanWords(doc.from, doc.until)}`,
      people: theirs.map(({ identity }) => ({ title: personLine(identity), value: identity.code })),
      present,
      data: { session: doc.id, shown: present },
    },
  };
};

export const presentSessionCancel = (
  screen: ScreenOf<"sessionCancel">,
  { session: { doc } }: SessionView,
  reader: Reader,
): Shown => ({
  name: "confirm",
  model: {
    ...topOf(screen, reader),
    title: words.cancel.title,
    people: [`${doc.title} · ${spanWords(doc.from, doc.until)}`],
    lines: [words.cancel.told(doc.codes.length), words.cancel.forGood],
    act: { title: words.cancel.act, verb: "session.cancel", data: { session: doc.id } },
    style: "destructive",
    back: { title: confirmWords.back, verb: "session.open", data: { session: doc.id } },
  },
});
