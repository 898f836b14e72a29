import { maySeeTerritory } from "../../src/domain/people/actor.ts";
import { maySayOfOffer } from "../../src/domain/people/actor.ts";
import { COUNTED_AT_MOST, type DueRow } from "../../src/use-cases/list-milestones.ts";
import type { HomeView } from "../../src/use-cases/see-home.ts";
import { reviewsWords } from "../../src/wording/agenda.ts";
import { dueInWords } from "../../src/wording/dates.ts";
import { helpWords } from "../../src/wording/help.ts";
import { homeWords } from "../../src/wording/lists-of-people.ts";
import { enumerated, upperFirst } from "../../src/wording/lists.ts";
import { firstNameOf, personLine, shortName } from "../../src/wording/people.ts";
import { rolesInWords } from "../../src/wording/roles.ts";
import { piecesWords } from "../../src/wording/pieces.ts";
import { sendingWords } from "../../src/wording/sending.ts";
import { offerHomeWords } from "../../src/wording/services.ts";
import { milestoneWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { labelOf, readable, topOf } from "./top.ts";

/** Beyond what is counted, « plus de ». */
export const countWords = (count: number): string =>
  count >= COUNTED_AT_MOST ? homeWords.moreThan(COUNTED_AT_MOST) : String(count);

const nextOf = ({ identity, summary }: DueRow, today: string) =>
  summary.due.slice(0, 1).map(({ milestone, on }) => ({
    when: dueInWords(on, today),
    what: `${milestoneWords[milestone]} · ${personLine(identity)}`,
  }));

const LONGEST_NEWS_NAME = 120;

/** Health is not named here: this card is about no one person, and nothing would take it away with the agreement. */
const newsOf = ({ told, more }: HomeView["news"], reader: Reader) => {
  if (told.length === 0) return null;
  const lines = told.map(({ news, identity, offer }) =>
    news.domain === "sante"
      ? offerHomeWords.newsUnsaid(personLine(identity), identity.code)
      : offerHomeWords.news(
          personLine(identity),
          labelOf(reader.framework, news.domain),
          readable(offer.name, LONGEST_NEWS_NAME),
          readable(offer.structure, LONGEST_NEWS_NAME),
        ),
  );
  const first = told.find(({ news }) => news.domain !== "sante");
  return {
    lines: [...lines, ...(more === 0 ? [] : [offerHomeWords.more(more)])],
    link:
      first === undefined
        ? null
        : {
            title: offerHomeWords.servicesFor(shortName(first.identity)),
            data: { domain: first.news.domain, code: first.news.code },
          },
  };
};

const waitingOf = ({ waiting, toStudy, toConfirm, toVerify, incomplete }: HomeView) => [
  ...(waiting === null || Object.values(waiting).every((count) => count === 0)
    ? []
    : [
        { label: homeWords.toReceive, count: countWords(waiting.toReceive) },
        { label: homeWords.diagnostics, count: countWords(waiting.diagnostics) },
        { label: homeWords.late, count: countWords(waiting.late) },
      ]),
  ...(toStudy === 0 ? [] : [{ label: reviewsWords.home, count: countWords(toStudy) }]),
  ...(toConfirm === 0 ? [] : [{ label: offerHomeWords.toConfirm, count: countWords(toConfirm) }]),
  ...(toVerify === 0 ? [] : [{ label: sendingWords.waiting, count: countWords(toVerify) }]),
  ...(incomplete === 0 ? [] : [{ label: piecesWords.title, count: piecesWords.people(incomplete) }]),
];

/** *Accueil*. */
export const presentHome = (screen: ScreenOf<"home">, view: HomeView, reader: Reader): Shown => {
  const next = view.next.flatMap((row) => nextOf(row, reader.today)).slice(0, 5);
  const told = newsOf(view.news, reader);
  const verifies = view.toVerify > 0;
  const studies = view.toStudy > 0;
  const confirmsOffer = view.toConfirm > 0;
  const waits = [verifies, studies, confirmsOffer].filter(Boolean).length;
  // A card holds six buttons, three of which always stand: what waits comes before what can be written.
  const seesTerritory = maySeeTerritory(view.actor) && waits < 3;
  const others = waits + (seesTerritory ? 1 : 0);
  const news = told !== null && others === 3 ? { ...told, link: null } : told;
  const asked = others + (news?.link ? 1 : 0);
  return {
    name: "home",
    model: {
      ...topOf(screen, reader),
      greeting: homeWords.greeting(firstNameOf(view.actor.name)),
      identity: `${upperFirst(rolesInWords(view.actor.roles))} · ${view.plieName}`,
      waiting: waitingOf(view),
      next,
      nextEmpty: next.length > 0 ? null : view.waiting === null ? homeWords.noList : homeWords.nothingDue,
      news,
      studies,
      confirmsOffer,
      verifies,
      seesTerritory,
      helps: asked < 3,
      tabUrl: asked < 2 ? reader.tabUrl : null,
      hint: maySayOfOffer(view.actor) ? offerHomeWords.hintForPerson : offerHomeWords.hint,
    },
  };
};

/** *Aide*. */
export const presentHelp = (screen: ScreenOf<"help">, reader: Reader): Shown => ({
  name: "help",
  model: {
    ...topOf(screen, reader),
    intro: helpWords.intro,
    commands: [...helpWords.commands, ...(reader.playedByName === null ? [] : [helpWords.localCommand])],
    contact: reader.contacts.length === 0 ? null : helpWords.contact(enumerated(reader.contacts, "ou")),
  },
});
