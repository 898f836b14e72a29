/** A document to read and print: fetched with the person's own credentials, shown in a frame that runs no script. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { documentKind, EDITABLE_DOCUMENTS, type DocumentKind } from "../../../src/contracts/documents.ts";
import { tabWords, type TabProblem } from "../../../src/wording/tab.ts";
import { ProblemPage } from "../../app/problem-page.tsx";
import { usePlace } from "../../app/router.tsx";
import type { Answer } from "../../app/server.ts";
import { useAsk } from "../../app/use-ask.ts";
import { Loading } from "../../ui/loading.tsx";
import { keepFile } from "../../ui/keep-file.ts";
import { Page } from "../../ui/page.tsx";

const useStyles = makeStyles({
  frame: {
    display: "block",
    width: "100%",
    height: "80vh",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: "#ffffff",
  },
});

/** Which document the address names: a kind and, for one person, review or sitting, its code. */
interface Asked {
  readonly kind: DocumentKind;
  readonly code: string | null;
}

const useAsked = (): Asked | undefined => {
  const query = usePlace()?.query;
  const kind = documentKind.safeParse(query?.get("kind"));
  return kind.success ? { kind: kind.data, code: query?.get("code") ?? null } : undefined;
};

const addressOf = ({ kind, code }: Asked): string =>
  `/api/documents/${[kind, ...(code === null ? [] : [code])].map(encodeURIComponent).join("/")}`;

/** The notice is read by people who read with difficulty. */
const inLetters = (address: string, larger: boolean): string => (larger ? `${address}?format=grand` : address);

const fileNameOf = ({ kind, code }: Asked, format: string): string =>
  `${[kind, ...(code === null ? [] : [code])].join("-").replaceAll(".", "-")}.${format}`;

const BORDERS = 2;

/**
 * `allow-same-origin` lets this page measure and print the frame, `allow-modals` lets it open the print dialog; without `allow-scripts` neither
 * gives the document any power.
 */
const Frame = ({
  title,
  html,
  onFrame,
}: {
  title: string;
  html: string;
  onFrame: (frame: HTMLIFrameElement) => void;
}) => {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const fit = useCallback(() => {
    const height = frame.current?.contentDocument?.body.getBoundingClientRect().height;
    if (frame.current !== null && height !== undefined) frame.current.style.height = `${Math.ceil(height) + BORDERS}px`;
  }, []);
  useEffect(() => {
    window.addEventListener("resize", fit);
    return () => window.removeEventListener("resize", fit);
  }, [fit]);
  return (
    <iframe
      ref={frame}
      title={title}
      className={mergeClasses("document", styles.frame)}
      sandbox="allow-same-origin allow-modals"
      srcDoc={html}
      onLoad={() => {
        fit();
        if (frame.current !== null) onFrame(frame.current);
      }}
    />
  );
};

type Read =
  | { readonly state: "loading" }
  | { readonly state: "problem"; readonly problem: TabProblem }
  | { readonly state: "read"; readonly html: string };

const readOf = (answer: Answer<string>): Read =>
  answer.ok ? { state: "read", html: answer.value } : { state: "problem", problem: answer.problem };

const Shown = ({ asked }: { readonly asked: Asked }) => {
  const ask = useAsk();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Read>({ state: "loading" });
  const [frame, setFrame] = useState<HTMLIFrameElement>();
  const [larger, setLarger] = useState(false);
  const address = inLetters(addressOf(asked), larger);
  const again = () => setTurn((count) => count + 1);
  useEffect(() => {
    let left = false;
    setRead({ state: "loading" });
    void ask.text(address).then((answer) => {
      if (!left) setRead(readOf(answer));
    });
    return () => void (left = true);
  }, [ask, address, turn]);
  if (read.state === "loading") return <Loading />;
  if (read.state === "problem") return <ProblemPage problem={read.problem} again={again} />;
  const title = tabWords.documentTitles[asked.kind];
  const forWord = async () => {
    const file = await ask.file(`${address}?format=docx`);
    if (file.ok) keepFile(file.value, fileNameOf(asked, "docx"));
    else setRead({ state: "problem", problem: file.problem });
  };
  const actions = (
    <>
      <Button appearance="primary" onClick={() => frame?.contentWindow?.print()}>
        {tabWords.print}
      </Button>
      <Button onClick={() => keepFile(new Blob([read.html], { type: "text/html" }), fileNameOf(asked, "html"))}>
        {tabWords.save}
      </Button>
      {asked.kind === "notice" ? (
        <Button onClick={() => setLarger(!larger)}>{larger ? tabWords.usualLetters : tabWords.largerLetters}</Button>
      ) : null}
      {EDITABLE_DOCUMENTS.includes(asked.kind) ? (
        <Button onClick={() => void forWord()}>{tabWords.saveForWord}</Button>
      ) : null}
    </>
  );
  return (
    <Page title={title} actions={actions}>
      <Frame title={title} html={read.html} onFrame={setFrame} />
    </Page>
  );
};

const Document = () => {
  const asked = useAsked();
  if (asked === undefined) return <ProblemPage problem="notFound" again={() => location.reload()} />;
  return <Shown asked={asked} />;
};
export default Document;
