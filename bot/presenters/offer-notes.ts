import type { OfferNotesView } from "../../src/use-cases/list-offer-notes.ts";
import { dayOfInstant, shortDay } from "../../src/wording/dates.ts";
import { offerNoteWords, saidWords } from "../../src/wording/services.ts";
import type { ScreenOf } from "../screens.ts";
import { nameOf } from "./services.ts";
import type { Reader, Shown } from "./shown.ts";
import { readable, topOf } from "./top.ts";

const LONGEST_SERVICE = 150;

/** *Offre à confirmer*. */
export const presentOfferNotes = (screen: ScreenOf<"offerNotes">, view: OfferNotesView, reader: Reader): Shown => ({
  name: "offer-notes",
  model: {
    ...topOf(screen, reader),
    count: view.waiting === 0 ? offerNoteWords.none : offerNoteWords.count(view.waiting, view.notes.length),
    items: view.notes.map(({ note, structure }) => ({
      title: offerNoteWords.line(
        saidWords(note.what, note.weeks),
        readable(nameOf(note.name, structure !== null), LONGEST_SERVICE),
        structure === null ? null : readable(structure, LONGEST_SERVICE),
        reader.member(note.by)?.name ?? offerNoteWords.someone,
        shortDay(dayOfInstant(note.at, reader.timeZone), reader.today),
      ),
      value: note.id,
    })),
    toServices: { domain: "", code: null },
  },
});
