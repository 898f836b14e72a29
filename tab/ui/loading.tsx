/** Something is coming: seen, and said. */
import { Spinner } from "@fluentui/react-components";
import { tabWords } from "../../src/wording/tab.ts";

export const Loading = () => (
  <div role="status">
    <Spinner label={tabWords.loading} />
  </div>
);
