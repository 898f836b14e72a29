/** The tab starts here. Styles are written under the number of this answer, which its policy allows. */
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { configIn } from "./sign-in.ts";

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id} in this page`);
  return found;
};

const { nonce } = byId("script");
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

createRoot(byId("tab")).render(
  <RendererProvider renderer={renderer}>
    <App config={configIn(document)} />
  </RendererProvider>,
);
