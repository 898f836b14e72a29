/** The least that a page of Fluent in Teams can be: a provider, a title, a button, the handshake. What our pages are measured beside. */
import { Button, FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { app } from "@microsoft/teams-js";
import { createRoot } from "react-dom/client";

const Minimal = () => (
  <FluentProvider theme={teamsLightTheme}>
    <main>
      <h1>Repère</h1>
      <Button appearance="primary">Commencer</Button>
    </main>
  </FluentProvider>
);

await app.initialize();
const root = document.getElementById("tab");
if (root !== null) createRoot(root).render(<Minimal />);
