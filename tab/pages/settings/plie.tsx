import type { SettingsOut } from "../../../src/contracts/settings.ts";
import { dayInWords, dayOfInstant } from "../../../src/wording/dates.ts";
import { settingsWords } from "../../../src/wording/tab-settings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";

interface Fact {
  readonly what: string;
  readonly count: string;
  readonly which: string;
}

const factsOf = ({ plie, directory, timeZone }: SettingsOut): readonly Fact[] => [
  {
    what: settingsWords.communes,
    count: settingsWords.communesIn(plie.communes, plie.groups.length),
    which: plie.groups.join(" ; "),
  },
  {
    what: settingsWords.prescribers,
    count: settingsWords.prescriberCount(plie.prescribers.length),
    which: plie.prescribers.join(" ; "),
  },
  {
    what: settingsWords.entryDates,
    count: settingsWords.dateCount(plie.entryCellDates.length),
    which: plie.entryCellDates.map(dayInWords).join(" ; "),
  },
  {
    what: settingsWords.directory,
    count: directory === null ? settingsWords.noDirectory : settingsWords.serviceCount(directory.services),
    which:
      directory === null
        ? ""
        : settingsWords.directoryIs(directory.number, dayInWords(dayOfInstant(directory.at, timeZone))),
  },
];

/** What the PLIE's own file says of the territory. */
export const Plie = ({ settings }: { readonly settings: SettingsOut }) => (
  <Section title={settings.plie.name}>
    <DataTable
      caption={settings.plie.name}
      captionHidden
      rows={factsOf(settings)}
      rowId={({ what }) => what}
      columns={[
        { id: "what", title: settingsWords.what, cell: ({ what }) => what },
        {
          id: "which",
          title: settingsWords.which,
          cell: ({ count, which }) => (which === "" ? count : settingsWords.listed(count, which)),
        },
      ]}
    />
  </Section>
);
