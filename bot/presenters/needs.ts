import type { NeedsLine, NeedsTable } from "../../src/domain/dashboard/needs-table.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/domains.ts";
import type { TerritoryNeeds } from "../../src/use-cases/see-needs.ts";
import { momentInWords } from "../../src/wording/dates.ts";
import { levelWords } from "../../src/wording/figures.ts";
import { territoryNeedsWords as words } from "../../src/wording/territory-needs.ts";
import { themeInWords } from "../../src/wording/themes.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { labelOf, topOf } from "./top.ts";

const LINES_AT_MOST = 12;

const themeOf = (theme: string, { framework }: Reader): string => {
  const domain = DOMAIN_IDS.find((id) => id === theme);
  return domain === undefined ? themeInWords(theme) : words.noTheme(labelOf(framework, domain));
};

const lineOf = ({ theme, total, groups }: NeedsLine, reader: Reader) => ({
  what: `${themeOf(theme, reader)} · ${words.total(total)}`,
  where: groups
    .filter(({ people }) => people.kind !== "count" || people.count > 0)
    .map(({ group, people }) => words.inGroup(group === "" ? words.groupNotKnown : group, people))
    .join(" · "),
});

const sectionOf = (title: string, about: string | null, none: string, table: NeedsTable, reader: Reader) => ({
  title,
  about: table.length === 0 ? none : about,
  lines: table.slice(0, LINES_AT_MOST).map((line) => lineOf(line, reader)),
  more: table.length > LINES_AT_MOST ? words.more(table.length - LINES_AT_MOST) : null,
});

/** *Besoins sans réponse sur le territoire*. */
export const presentNeeds = (screen: ScreenOf<"needs">, view: TerritoryNeeds, reader: Reader): Shown => {
  const { unmet, saturated, upTo, readingAgain } = view;
  const base = topOf(screen, reader);
  if (upTo === null) return { name: "needs", model: { ...base, standing: [words.notYet], sections: [], how: [] } };
  const moment = momentInWords(upTo, reader.today, reader.timeZone);
  return {
    name: "needs",
    model: {
      ...base,
      standing: [words.upTo(moment), ...(readingAgain ? [words.readingAgain] : [])],
      sections: [
        sectionOf(words.unmet, null, words.noUnmet, unmet, reader),
        sectionOf(words.saturated, words.aboutSaturated, words.noSaturated, saturated, reader),
      ],
      how: [
        words.how(levelWords(reader.framework, reader.framework.thresholds.needFromSeverity)),
        ...(unmet.length + saturated.length === 0 ? [] : [words.masked]),
      ],
    },
  };
};
