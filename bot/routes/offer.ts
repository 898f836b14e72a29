/** What exists on the territory, and what référents say of it. */
import type { CardData } from "../../cards/actions.ts";
import { domainId } from "../../src/domain/framework/schema.ts";
import { noteFrom } from "../../src/domain/offer/notes.ts";
import { noteService } from "../../src/use-cases/note-service.ts";
import { settleOfferNote, type SettledOfferNote } from "../../src/use-cases/settle-offer-note.ts";
import { domainNamed } from "../named-domain.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import { at, does, shows, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "services.open"
  | "services.page"
  | "services.search"
  | "services.note"
  | "offerNotes.open"
  | "offerNotes.confirm"
  | "offerNotes.dismiss"
  | "needs.open";

type Listed = Pick<ScreenOf<"services">, "domain" | "code" | "page">;
type Noted = Pick<ScreenOf<"services">, "service" | "what" | "weeks">;

/** What was chosen and typed of a note, as far as a reference carries it. */
const notedIn = (data: Partial<Record<keyof Noted, string | undefined>>): Noted => ({
  service: (data.service ?? "").slice(0, 200),
  what: (data.what ?? "").slice(0, 20),
  weeks: Array.from(data.weeks ?? "")
    .slice(0, 20)
    .join("")
    .slice(0, 20),
});
const NOTHING_NOTED: Noted = notedIn({});

const services = (listed: Listed, noted = NOTHING_NOTED): ScreenOf<"services"> => ({
  screen: "services",
  ...listed,
  ...noted,
  ...quiet,
});

const listedIn = ({ domain, code, page }: { domain: string; code: string | null; page: number }): Listed => ({
  domain: domainId.safeParse(domain).data ?? null,
  code,
  page,
});

/** What is typed after « services »: a domain that is not known is asked again, among those that are. */
export const servicesFor = (turn: BotTurn, query: string, code: string | null): Answer => {
  const domain = domainNamed(turn.services.frameworks.current, query);
  const screen = services({ domain: domain ?? null, code, page: 0 });
  return shows(domain === undefined ? { ...screen, ...at(turn, "noSuchDomain") } : screen);
};

const search = (turn: BotTurn, choice: string | undefined, code: string | null): Answer => {
  const domain = domainId.safeParse(choice).data ?? null;
  const screen = services({ domain, code, page: 0 });
  return shows(domain === null ? { ...screen, ...at(turn, "chooseFirst") } : screen);
};

const SAID = { sent: "noteSent", confirmed: "noteConfirmed", alreadySaid: "noteAlreadySent" } as const;

const note = (turn: BotTurn, data: CardData<"services.note">): Promise<Answer> => {
  const noted = notedIn(data);
  const listed = listedIn(data);
  const { said } = noteFrom(noted);
  if (said === null) return Promise.resolve(shows({ ...services(listed, noted), ...at(turn, "toMend") }));
  return does(
    turn,
    noteService,
    { ...said, code: data.code },
    ({ kind }) => ({ ...services(listed), ...at(turn, SAID[kind]) }),
    data.code,
  );
};

const settle = (turn: BotTurn, choice: string | undefined, to: SettledOfferNote["kind"]): Promise<Answer> => {
  const screen = { screen: "offerNotes", ...quiet } as const;
  if (choice === undefined || choice === "" || choice.length > 400)
    return Promise.resolve(shows({ ...screen, ...at(turn, "chooseFirst") }));
  const notice = to === "confirmed" ? "noteConfirmed" : "noteDismissed";
  return does(turn, settleOfferNote, { note: choice, to }, () => ({ ...screen, ...at(turn, notice) }), null);
};

export const offerRoutes: Pick<Routes, Verbs> = {
  "needs.open": () => Promise.resolve(shows({ screen: "needs", ...quiet })),
  "services.open": (_turn, { domain, code }) => Promise.resolve(shows(services(listedIn({ domain, code, page: 0 })))),
  "services.page": (_turn, data) => Promise.resolve(shows(services(listedIn(data), notedIn(data)))),
  "services.search": (turn, { choice, code }) => Promise.resolve(search(turn, choice, code)),
  "services.note": note,
  "offerNotes.open": () => Promise.resolve(shows({ screen: "offerNotes", ...quiet })),
  "offerNotes.confirm": (turn, { choice }) => settle(turn, choice, "confirmed"),
  "offerNotes.dismiss": (turn, { choice }) => settle(turn, choice, "dismissed"),
};
