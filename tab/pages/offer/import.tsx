/** Import of services with its report. Whatever fails, the file and what was typed stay where they are. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { importProblem, importReport, type ImportReport } from "../../../src/contracts/services.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import { NOTHING_CHANGED } from "../../../src/wording/import.ts";
import { importWords } from "../../../src/wording/tab-offer.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { RouteLink } from "../../app/router.tsx";
import { useAsk } from "../../app/use-ask.ts";
import type { Answer } from "../../app/server.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { importAddress, typeOf, type Importing } from "./import-request.ts";
import { ImportForm } from "./import-form.tsx";
import { Message } from "../../ui/message.tsx";
import { Report } from "./import-report.tsx";

const useStyles = makeStyles({ told: { marginBlock: "1rem", ":focus": { outlineStyle: "none" } } });

/** What came of the last sending. */
type Came =
  | { readonly kind: "nothing" }
  | { readonly kind: "sending" }
  | { readonly kind: "done"; readonly report: ImportReport }
  | {
      readonly kind: "refused";
      readonly words: string;
      readonly closes: boolean;
      readonly report: ImportReport | null;
    };

/** In local mode the door takes nothing but JSON, whoever sends it. */
const onlyJson = z.object({ code: z.literal("forbiddenLocal") });

const refusedBy = (answer: Extract<Answer<ImportReport>, { ok: false }>): Came => {
  const read = importProblem.safeParse(answer.detail);
  if (onlyJson.safeParse(answer.detail).success)
    return { kind: "refused", words: importWords.problems.localCsv, closes: false, report: null };
  if (!read.success) {
    const { title, whatToDo } = tabWords.problems[answer.problem];
    return { kind: "refused", words: `${title}. ${whatToDo}`, closes: false, report: null };
  }
  const { fault, title, report } = read.data;
  const closes = fault === "closesMost";
  const words = `${closes ? importWords.closesMost : title} ${NOTHING_CHANGED}`;
  return { kind: "refused", words, closes, report };
};

const cameOf = (answer: Answer<ImportReport>): Came =>
  answer.ok ? { kind: "done", report: answer.value } : refusedBy(answer);

const Told = ({ came }: { readonly came: Came }) => {
  if (came.kind === "nothing") return null;
  if (came.kind === "sending")
    return (
      <>
        <Loading />
        <p>{importWords.sending}</p>
      </>
    );
  const words =
    came.kind === "refused"
      ? came.words
      : importWords.done(
          came.report.directory?.moved ?? false,
          came.report.directory?.number ?? 0,
          came.report.rejected,
        );
  return <Message intent={came.kind === "done" ? "success" : "error"}>{words}</Message>;
};

export const Import = () => {
  const styles = useStyles();
  const ask = useAsk();
  const [came, setCame] = useState<Came>({ kind: "nothing" });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (came.kind === "done" || came.kind === "refused") told.current?.focus();
  }, [came]);
  const send = async (importing: Importing): Promise<void> => {
    setCame({ kind: "sending" });
    const { file } = importing;
    setCame(cameOf(await ask.upload(importAddress(importing), file, typeOf(file) ?? "", importReport)));
  };
  return (
    <Page title={importWords.title} actions={<RouteLink to={tabAddress("offre")}>{importWords.back}</RouteLink>}>
      <p>{importWords.about}</p>
      <ImportForm sending={came.kind === "sending"} closes={came.kind === "refused" && came.closes} send={send} />
      <div ref={told} tabIndex={-1} role="status" className={styles.told}>
        <Told came={came} />
      </div>
      {came.kind === "done" ? <Report title={importWords.report} report={came.report} /> : null}
      {came.kind === "refused" && came.report !== null && came.report.rejected > 0 ? (
        <Report title={importWords.refusedReport} report={came.report} />
      ) : null}
    </Page>
  );
};
