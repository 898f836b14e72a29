import type { FrameLocator, Page } from "playwright-core";

interface FakeTeamsOptions {
  readonly theme: string;
  /** What `getAuthToken` gives; undefined: Teams refuses. */
  readonly token: string | undefined;
}

/** Answers of the host, in the order of arguments that teams-js expects; other calls get an empty answer. */
const hostPage = (address: string, { theme, token }: FakeTeamsOptions) => `<!doctype html>
<html lang="fr"><head><title>Teams</title><style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%}</style></head><body>
<iframe id="tab" title="Repère"></iframe>
<script>
const context = { theme: ${JSON.stringify(theme)}, locale: "fr-fr", sessionId: "s", entityId: "documents", hostName: "Teams" };
const answers = {
  initialize: () => ["content", "web", JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), "2.58.0"],
  getContext: () => [context],
  "authentication.getAuthToken": () => ${token === undefined ? `[false, "consent_required"]` : JSON.stringify([true, token])},
};
addEventListener("message", ({ data, source }) => {
  if (typeof data !== "object" || data === null || typeof data.func !== "string") return;
  const answer = answers[data.func];
  source.postMessage({ id: data.id, uuid: data.uuid, args: answer === undefined ? [] : answer() }, "*");
});
document.getElementById("tab").src = ${JSON.stringify(address)};
</script></body></html>`;

/**
 * Teams as a page sees it: a host that frames the tab and answers the messages of teams-js. Same origin as the tab, which teams-js
 * accepts; what it cannot prove is Teams' own origin list and sign-in window.
 */
export async function fakeTeams(
  page: Page,
  origin: string,
  path: string,
  options: FakeTeamsOptions,
): Promise<FrameLocator> {
  await page.route(`${origin}/fake-teams`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: hostPage(origin + path, options) }),
  );
  await page.goto(`${origin}/fake-teams`);
  return page.frameLocator("#tab");
}
