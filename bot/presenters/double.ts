/** A real file scored a second time, by its code alone. */
import { frameworkDomain } from "../../src/domain/diagnostic/findings.ts";
import type { DomainId, FrameworkDomain } from "../../src/domain/framework/schema.ts";
import type { Noted } from "../../src/use-cases/parts/double-scoring.ts";
import type { DoubleView } from "../../src/use-cases/score-double.ts";
import { doubleWords } from "../../src/wording/calibration.ts";
import { dayInWords } from "../../src/wording/dates.ts";
import { sourceWords } from "../../src/wording/situation.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { bannerOf, buttons, noticeText, readable, topOfDraft } from "./top.ts";
import { scoringChoices, scoringFamilies, scoringProblems } from "./vignettes.ts";

/** Characters of a card of 40 kB, less what a notice and escaped signs may add; what it holds besides notes and anchors, in all and by domain. */
const ROOM = 19_000;
const FIXED = 1_800;
const BY_DOMAIN = 620;
/** Where there is too much to show, each text is cut at the longest of these that fits. */
const CUTS: readonly number[] = [600, 450, 300, 200, 120];

const notesOf = (noted: Noted, domain: FrameworkDomain, cut: number): string => {
  const labels = domain.situations.filter(({ id }) => noted.situations.includes(id)).map(({ label }) => label);
  const said = [
    ...(noted.strength === "" ? [] : [doubleWords.helps(readable(noted.strength, cut))]),
    ...(labels.length === 0 ? [] : [readable(doubleWords.situations(labels), cut)]),
    ...(noted.facts === "" ? [] : [doubleWords.facts(readable(noted.facts, cut))]),
  ];
  const source =
    noted.source === null ? [] : [doubleWords.source(sourceWords[noted.source.kind], dayInWords(noted.source.on))];
  return [...(said.length === 0 ? [doubleWords.nothingNoted] : said), ...source].join("\n");
};

type Notes = ReadonlyMap<DomainId, string>;
const lengthOf = (notes: Notes): number => [...notes.values()].join("").length;

/** What was noted of each domain, as far as the card has room. */
const allNotes = ({ noted, framework }: DoubleView, room: number): Notes => {
  const cutAt = (cut: number): Notes =>
    new Map([...noted].map(([domain, one]) => [domain, notesOf(one, frameworkDomain(framework, domain), cut)]));
  return CUTS.map(cutAt).find((notes) => lengthOf(notes) <= room) ?? cutAt(60);
};

export const presentDouble = (screen: ScreenOf<"double">, view: DoubleView, reader: Reader): Shown => {
  const { framework, form } = view;
  const domains = [...view.noted.keys()];
  const room = ROOM - FIXED - BY_DOMAIN * domains.length;
  const notes = allNotes(view, room);
  const withAnchors = scoringFamilies(framework, domains, form.shown, true);
  const fits = lengthOf(notes) + withAnchors.flatMap(({ anchors }) => anchors).join("").length <= room;
  const families = fits ? withAnchors : scoringFamilies(framework, domains, form.shown, false);
  return {
    name: "double",
    model: {
      ...topOfDraft(screen, form.draft, reader),
      code: screen.code,
      rev: form.rev,
      title: doubleWords.title(screen.code),
      until: doubleWords.until(dayInWords(view.until)),
      about: fits ? doubleWords.about : `${doubleWords.about} ${doubleWords.anchorsElsewhere}`,
      nothing: domains.length === 0 ? doubleWords.nothing : null,
      families: families.map((family) => ({
        ...family,
        lines: family.lines.map((line) => ({ ...line, notes: notes.get(line.domain) ?? "" })),
      })),
      choices: scoringChoices(framework),
      problems: scoringProblems(screen.check, form.shown, domains),
    },
  };
};

/** Told to the second référent in their chat: the code, and the button that opens. */
export const presentDoubleOffered = (
  screen: ScreenOf<"doubleOffered">,
  { until }: { readonly until: string },
  reader: Reader,
): Shown => {
  const text = noticeText(screen, reader);
  return {
    name: "sentence",
    model: {
      banner: bannerOf(reader),
      notice: text === null ? null : { text, tone: "good" },
      title: doubleWords.offeredTitle,
      text: doubleWords.offered(screen.code, dayInWords(until)),
      suggestions: [],
      reference: null,
      buttons: [
        { title: doubleWords.open, verb: "double.open", data: { code: screen.code } },
        { title: doubleWords.vignettes, verb: "vignettes.open", data: {} },
        buttons.home,
      ],
    },
  };
};
