import { tabWords } from "../../src/wording/tab.ts";
import { element } from "../shared/dom.ts";

const BORDERS = 2;

/**
 * A document in a frame that runs no script (sandbox). `allow-same-origin` lets this page measure and print it, `allow-modals` lets it open the
 * print dialog; without `allow-scripts` neither gives the document any power.
 */
function documentFrame(title: string, html: string): HTMLIFrameElement {
  const frame = element("iframe", { title, className: "document" });
  frame.sandbox.add("allow-same-origin", "allow-modals");
  const fit = () => {
    const height = frame.contentDocument?.body.getBoundingClientRect().height;
    if (height !== undefined) frame.style.setProperty("--height", `${Math.ceil(height) + BORDERS}px`);
  };
  frame.addEventListener("load", fit);
  window.addEventListener("resize", fit);
  frame.srcdoc = html;
  return frame;
}

/** The document with its title and two ways to paper: print it, or keep the file where a client cannot print. */
export function documentViewer(
  title: string,
  fileName: string,
  html: string,
  others: readonly HTMLElement[] = [],
): readonly HTMLElement[] {
  const frame = documentFrame(title, html);
  const print = element(
    "button",
    { type: "button", className: "primary", onclick: () => frame.contentWindow?.print() },
    tabWords.print,
  );
  const file = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  const save = element("a", { href: file, download: fileName, className: "button" }, tabWords.save);
  return [
    element(
      "header",
      { className: "bar" },
      element("h1", {}, title),
      element("div", { className: "actions" }, print, save, ...others),
    ),
    frame,
  ];
}
