/** Teams as the tab sees it: a page of Teams' own origin that frames the tab and answers teams-js as Teams does, message for message. */

export const HOST_ORIGIN = "https://teams.microsoft.com";

export type Json = Readonly<Record<string, unknown>>;
/** What Teams answers when the tab asks for the person's token: the token, or the words of its refusal. */
export type TokenAnswer = { readonly token: string } | { readonly refused: string };

export interface HostOptions {
  /** The tab's whole address. */
  readonly address: string;
  /** As Teams gives it, flat: `theme`, `entityId`, `subEntityId`, `channelId`… */
  readonly context: Json;
  readonly frameContext: string;
  readonly token: { readonly silent: TokenAnswer; readonly asked: TokenAnswer };
  /** What the tab was saved with, as its configuration page reads it. */
  readonly settings: Json;
}

/** One message that the tab sent to Teams. */
export interface Received {
  readonly func: string;
  readonly args: readonly unknown[];
}

/** What a Teams client can do, as it says at the handshake. */
const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} }, dialog: { url: {} } },
};

/** Runs in the page: plain script, which the tests drive through `window.host`. */
const SCRIPT = `
  const tab = document.getElementById("tab");
  const origin = new URL(options.address).origin;
  const received = [];
  // Once the person agreed, Teams gives the token in silence.
  const tokenFor = (token, wantsSilence) => {
    const answer = wantsSilence === true ? token.silent : token.asked;
    if (wantsSilence !== true) token.silent = answer;
    return "token" in answer ? [true, answer.token] : [false, answer.refused];
  };
  const answers = {
    initialize: () => [options.frameContext, "web", JSON.stringify(runtime), "2.0.1"],
    getContext: () => [{ ...options.context, frameContext: options.frameContext }],
    "authentication.getAuthToken": ([, , silent]) => tokenFor(options.token, silent),
    "settings.getSettings": () => [options.settings],
    "settings.setSettings": ([settings]) => { options.settings = settings; return [true]; },
    "pages.navigateToApp": () => [true],
    executeDeepLink: () => [true],
    navigateBack: () => [true],
  };
  const say = (func, args) => tab.contentWindow.postMessage({ func, args }, origin);
  window.host = {
    received,
    options,
    theme(name) { options.context = { ...options.context, theme: name }; say("themeChange", [name]); },
    save() { say("settings.save", [{}]); },
    changed() { say("changeSettings", []); },
  };
  addEventListener("message", ({ data, source, origin: from }) => {
    if (source !== tab.contentWindow || from !== origin || typeof data?.func !== "string") return;
    received.push({ func: data.func, args: data.args });
    const answer = answers[data.func];
    if (answer === undefined) return;
    const args = answer(data.args ?? []);
    source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
  });
  tab.src = options.address;
`;

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

export const hostPage = (options: HostOptions): string => `<!doctype html>
<html lang="fr"><head><title>Teams</title><style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100%}</style></head>
<body><iframe id="tab" name="tab" title="Repère"></iframe>
<script>{ const options = ${inScript(options)}; const runtime = ${inScript(RUNTIME)}; ${SCRIPT} }</script></body></html>`;
