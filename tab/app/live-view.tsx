/** What is read live, whatever its state: coming, refused, or shown, with a word when the server does not answer any more. */
import type { ReactNode } from "react";
import { tabWords } from "../../src/wording/tab.ts";
import { Loading } from "../ui/loading.tsx";
import { Message } from "../ui/message.tsx";
import { Announce } from "../ui/page.tsx";
import { ProblemPage } from "./problem-page.tsx";
import type { Live } from "./use-live.ts";

export const LiveView = <T,>({
  live,
  children,
}: {
  readonly live: Live<T>;
  readonly children: (value: T) => ReactNode;
}) => {
  if (live.state === "loading") return <Loading />;
  if (live.state === "problem") return <ProblemPage problem={live.problem} again={live.again} />;
  return (
    <>
      <Announce>{live.stale ? tabWords.stale : ""}</Announce>
      {live.stale ? <Message intent="warning">{tabWords.stale}</Message> : null}
      {children(live.value)}
    </>
  );
};
