/** *Extraction mensuelle*: a month in one click, and what each column says. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { EXTRACTION_FILES, extractionsPage, type ExtractionsPage } from "../../../src/contracts/extractions.ts";
import { columnFormatWords, extractionWords as words } from "../../../src/wording/tab-extraction.ts";
import { filesViewWords } from "../../../src/wording/tab-files.ts";
import { LiveView } from "../../app/live-view.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { useLive } from "../../app/use-live.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { keepFile } from "../../ui/keep-file.ts";
import { Announce, Section } from "../../ui/page.tsx";

const PATH = "/api/extractions";
type Format = (typeof EXTRACTION_FILES)[number];

interface Row {
  readonly month: string;
  readonly state: string;
  readonly rows: number | null;
  readonly provisional: boolean;
}

const rowsOf = ({ months, provisional }: ExtractionsPage): readonly Row[] => [
  ...provisional.map(({ month, freezesOn }) => ({
    ...{ month, state: words.toFreeze(freezesOn), rows: null, provisional: true },
  })),
  ...months.map(({ month, on, rows }) => ({ month, state: words.frozen(on), rows, provisional: false })),
];

const useStyles = makeStyles({ files: { display: "flex", flexWrap: "wrap", gap: "0.5rem" } });

type Standing = "idle" | "preparing" | "ready" | "failed";
const SAID: Readonly<Record<Standing, string>> = {
  ...{ idle: "", preparing: words.preparing, ready: words.ready, failed: words.failed },
};

const Months = ({ page }: { readonly page: ExtractionsPage }) => {
  const styles = useStyles();
  const ask = useAsk();
  const [standing, setStanding] = useState<Standing>("idle");
  const take = async ({ month, provisional }: Row, format: Format) => {
    setStanding("preparing");
    const answer = await ask.file(`${PATH}/${month}?format=${format}`);
    if (answer.ok) keepFile(answer.value, `extraction-${month}${provisional ? "-provisoire" : ""}.${format}`);
    setStanding(answer.ok ? "ready" : "failed");
  };
  return (
    <>
      <DataTable
        caption={words.months}
        columns={[
          { id: "month", title: words.monthColumn, cell: ({ month }) => words.month(month) },
          { id: "state", title: words.state, cell: ({ state }) => state },
          { id: "people", title: words.people, number: true, cell: ({ rows }) => rows ?? "" },
          {
            ...{ id: "files", title: words.files },
            cell: (row) => (
              <div className={styles.files}>
                {EXTRACTION_FILES.map((format) => (
                  <Button
                    key={format}
                    disabledFocusable={standing === "preparing"}
                    aria-label={words.takeOf(format, row.month)}
                    onClick={() => void take(row, format)}
                  >
                    {words.take[format]}
                  </Button>
                ))}
              </div>
            ),
          },
        ]}
        rows={rowsOf(page)}
        rowId={({ month }) => month}
      />
      <Announce>{SAID[standing]}</Announce>
      <p>{SAID[standing]}</p>
    </>
  );
};

const Columns = ({ page }: { readonly page: ExtractionsPage }) => (
  <Section title={words.columns}>
    <p>{words.version(page.version)}</p>
    <details>
      <summary>{words.showColumns(page.columns.length)}</summary>
      <DataTable
        captionHidden
        caption={words.columns}
        columns={[
          { id: "title", title: words.column.title, cell: ({ title }) => title },
          { id: "meaning", title: words.column.meaning, cell: ({ meaning }) => meaning },
          { id: "format", title: words.column.format, cell: ({ format }) => columnFormatWords[format] },
          { id: "source", title: words.column.source, cell: ({ source }) => source },
        ]}
        rows={page.columns}
        rowId={({ id }) => id}
      />
    </details>
  </Section>
);

const Extraction = () => (
  <Section title={filesViewWords.extraction}>
    <p>{words.about}</p>
    <LiveView live={useLive(PATH, extractionsPage)}>
      {(page) => (
        <>
          <Months page={page} />
          <Columns page={page} />
        </>
      )}
    </LiveView>
  </Section>
);
export default Extraction;
