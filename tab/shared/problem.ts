import { tabWords, type TabProblem } from "../../src/wording/tab.ts";
import { element } from "./dom.ts";

/** What happened and what to do, with a way to try again where trying again can help. */
export function problemPanel(code: TabProblem, retry: () => void): HTMLElement {
  const { title, whatToDo } = tabWords.problems[code];
  const again = element("button", { type: "button", onclick: retry }, tabWords.retry);
  const panel = element("section", { className: "problem" }, element("h1", {}, title), element("p", {}, whatToDo));
  panel.setAttribute("role", "alert");
  panel.append(code === "notFound" ? element("a", { href: "/tab", className: "button" }, tabWords.home) : again);
  return panel;
}
