/** Something could not be read inside a page: said where it is missing, with a way to try again. The rest of the page stays. */
import { Button } from "@fluentui/react-components";
import { tabWords, type TabProblem } from "../../src/wording/tab.ts";
import { Message } from "./message.tsx";

export const Trouble = ({ problem, again }: { readonly problem: TabProblem; readonly again: () => void }) => {
  const { title, whatToDo } = tabWords.problems[problem];
  return (
    <div role="alert">
      <Message intent="warning">
        {title}. {whatToDo}
      </Message>
      <p>
        <Button onClick={again}>{tabWords.retry}</Button>
      </p>
    </div>
  );
};
