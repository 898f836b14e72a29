/**
 * The real product, and the tab as a person opens it: in headless Chromium, framed by a page of Teams' own origin that speaks to teams-js as Teams does.
 *
 *     const bench = await TabBench.start();
 *     const { frame, host } = await bench.open("/tab/participants", { member: BASILE, theme: "dark", width: 320 });
 *     await frame.getByRole("heading", { name: "Participants" }).waitFor();
 *     await bench.lookAt(frame, "participants");     // test/pictures/tab-participants-dark-320.png, axe, nothing sideways, large letters
 *     await bench.stop();
 */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { createProjector } from "../../../bot/projector.ts";
import { tabWords } from "../../../src/wording/tab.ts";
import { buildTab } from "../../../tab/build.ts";
import { launchBrowser } from "../../support/browser.ts";
import { ALIX, Chat, DEMO_SERVICES, VIGNETTES, type ChatOptions } from "../../support/chat.ts";
import { APP_ID, startEntraIssuer, TENANT, type EntraIssuer } from "../../support/entra-issuer.ts";
import { entraAuth } from "../../support/door-bench.ts";
import { FakeConnector } from "../../support/fake-connector.ts";
import { LocalIssuer } from "../../support/local-issuer.ts";
import { plieFileOf } from "./plie-file.ts";
import { HOST_ORIGIN, hostPage, type Json, type Received, type TokenAnswer } from "./host-page.ts";
import { assertAccessible, assertFits } from "./look.ts";

export const PICTURES = "test/pictures";
export const THEMES = ["default", "dark", "contrast"] as const;
export const WIDTHS = [320, 768, 1280] as const;
export type Theme = (typeof THEMES)[number];
export type Width = (typeof WIDTHS)[number];

export interface Opening {
  /** Object id of a member of the team file; Alix where it is not said. */
  readonly member?: string;
  readonly theme?: Theme;
  readonly width?: Width;
  /** False: the address alone in a browser, without Teams around it. */
  readonly hosted?: boolean;
  /** The page that a link of Teams names. */
  readonly subPageId?: string;
  readonly frameContext?: "content" | "settings" | "sidePanel";
  /** What else Teams says, flat: `channelId`, `chatId`, `meetingId`… */
  readonly context?: Json;
  /** What the channel's tab was saved with. */
  readonly settings?: Json;
  /** What Teams answers for the token; the member's own where it is not said. `asked`: once the person pressed the button. */
  readonly token?: { readonly silent: TokenAnswer; readonly asked?: TokenAnswer };
  /** The server to open, when something stands before the product. */
  readonly server?: string;
}

/** Teams, as the tests drive it. */
export interface Host {
  /** Every message that the tab sent, in order; those of one kind when it is named. */
  received(func?: string): Promise<readonly Received[]>;
  /** The person changes the theme of Teams. */
  theme(name: string): Promise<void>;
  /** The person presses « Enregistrer » in the window that sets a channel's tab up. */
  save(): Promise<void>;
  /** « Paramètres », in the menu of the tab that is shown. */
  changed(): Promise<void>;
  /** What the channel's tab is saved with now. */
  settings(): Promise<Json>;
  /** What Teams answers for the token from now on. */
  token(silent: TokenAnswer, asked?: TokenAnswer): Promise<void>;
}

export interface OpenTab {
  readonly page: Page;
  /** Where the tab is: everything is looked for here. */
  readonly frame: Frame;
  readonly host: Host;
  readonly close: () => Promise<void>;
}

/** Runs in the host page. */
interface HostWindow {
  host: {
    received: Received[];
    options: { settings: Json; token: { silent: TokenAnswer; asked: TokenAnswer } };
    theme(name: string): void;
    save(): void;
    changed(): void;
  };
}
declare const window: Window & HostWindow;

const hostOf = (page: Page): Host => ({
  received: async (func) =>
    (await page.evaluate(() => window.host.received)).filter((one) => func === undefined || one.func === func),
  theme: (name) => page.evaluate((value) => window.host.theme(value), name),
  save: () => page.evaluate(() => window.host.save()),
  changed: () => page.evaluate(() => window.host.changed()),
  settings: () => page.evaluate(() => window.host.options.settings),
  token: (silent, asked = silent) =>
    page.evaluate((answers) => void (window.host.options.token = answers), { silent, asked }),
});

export interface BenchOptions extends ChatOptions {
  /** How people sign in; `local` where it is not said. */
  readonly auth?: "local" | "entra";
}

const HEIGHT = 900;
/** A picture shows the whole page, as long as it stays a picture that one can look at. */
const TALLEST = 6000;

/** Laid out anew, and drawn: what follows a change of width comes with the next frames. */
const settled = (frame: Frame): Promise<void> =>
  frame.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );

const REST_MS = 300;
/** Every part of the page came, and nothing was added or taken away for a while: what still moves cannot be looked at. */
export const atRest = async (frame: Frame): Promise<void> => {
  await frame.getByText(tabWords.loading).first().waitFor({ state: "detached" });
  await frame.evaluate(
    (restMs) =>
      new Promise<void>((done) => {
        let rest = setTimeout(done, restMs);
        new MutationObserver(() => {
          clearTimeout(rest);
          rest = setTimeout(done, restMs);
        }).observe(document.body, { childList: true, subtree: true });
      }),
    REST_MS,
  );
};

export class TabBench {
  readonly #open = new Map<Frame, { page: Page; theme: Theme; width: number; member: string }>();

  private constructor(
    readonly chat: Chat,
    readonly browser: Browser,
    readonly issuer: EntraIssuer | undefined,
    readonly parts: readonly (() => Promise<unknown>)[],
  ) {}

  /** The demo's people unless other settings or another store are given; what is projected is there when it resolves. */
  static async start({ auth = "local", ...options }: BenchOptions = {}): Promise<TabBench> {
    const folder = await mkdtemp(join(tmpdir(), "repere-tab-"));
    const [browser] = await Promise.all([
      launchBrowser(),
      buildTab(join(folder, "tab")),
      mkdir(PICTURES, { recursive: true }),
    ]);
    const parts: (() => Promise<unknown>)[] = [() => browser.close(), () => rm(folder, { recursive: true })];
    const signed = auth === "entra" ? await signedSettings(folder, parts) : undefined;
    const { settings: changes, ...rest } = options;
    const chat = await Chat.start({
      tabFolder: join(folder, "tab"),
      servicesFile: DEMO_SERVICES,
      vignettesFolder: VIGNETTES,
      ...signed?.options,
      ...rest,
      settings: { demo: "on", ...signed?.options.settings, ...changes },
    });
    chat.product.rounds.start();
    const bench = new TabBench(chat, browser, signed?.issuer, parts);
    await bench.projected();
    return bench;
  }

  get url(): string {
    return `http://127.0.0.1:${this.chat.port}`;
  }

  get services() {
    return this.chat.product.services;
  }

  /** Resolves once what was done so far is in what the pages read. */
  async projected(): Promise<void> {
    const projector = createProjector(this.services);
    await projector.run();
    await projector.stop();
  }

  /** The tab as a person finds it; its script has started, what it shows is the test's to wait for. */
  async open(address: string, opening: Opening = {}): Promise<OpenTab> {
    const { theme = "default", width = 1280, hosted = true, member = ALIX, server = this.url } = opening;
    const context = await this.browser.newContext({
      locale: "fr-FR",
      viewport: { width, height: HEIGHT },
      colorScheme: theme === "default" ? "light" : "dark",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    this.#failOnComplaints(page);
    const frame = hosted ? await this.#frameIn(context, page, server + address, opening) : page.mainFrame();
    if (!hosted) await page.goto(server + address);
    if (this.issuer === undefined) await this.#choose(frame, member);
    this.#open.set(frame, { page, theme, width, member });
    const close = async () => {
      this.#open.delete(frame);
      await context.close();
    };
    return { page, frame, host: hostOf(page), close };
  }

  async #frameIn(context: BrowserContext, page: Page, address: string, opening: Opening): Promise<Frame> {
    const { theme = "default", member = ALIX, subPageId, frameContext = "content" } = opening;
    const token = opening.token ?? {
      silent: { token: (await this.issuer?.token(member, { claims: { aud: APP_ID } })) ?? "" },
    };
    const html = hostPage({
      address,
      frameContext,
      settings: opening.settings ?? {},
      token: { asked: token.silent, ...token },
      context: {
        ...{ theme, locale: "fr-fr", entityId: "repere", hostName: "Teams", hostClientType: "web", sessionId: "s" },
        ...(subPageId === undefined ? {} : { subEntityId: subPageId }),
        ...opening.context,
      },
    });
    await context.route(`${HOST_ORIGIN}/**`, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
    );
    await page.goto(`${HOST_ORIGIN}/v2/`);
    const frame = page.frame("tab");
    assert.ok(frame !== null, "Teams' page holds no frame");
    return frame;
  }

  /** In local mode one says who one is in the banner. */
  async #choose(frame: Frame, member: string): Promise<void> {
    const chosen = frame.getByLabel("Vous êtes", { exact: true });
    await chosen.waitFor();
    if ((await chosen.inputValue()) !== member) await chosen.selectOption(member);
  }

  /** An error in a script, or a refusal of the policy, fails the test: nobody would see it otherwise. */
  #failOnComplaints(page: Page): void {
    page.on("pageerror", (error) => assert.fail(`error in the page: ${error.message}`));
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) assert.fail(message.text());
    });
  }

  /** A picture of the whole page, then what `look.ts` asks of it. The theme and the width are in the picture's name. */
  async lookAt(frame: Frame, name: string): Promise<void> {
    const opened = this.#open.get(frame);
    assert.ok(opened !== undefined, "this frame was not opened here");
    const { page, theme, width } = opened;
    const what = `${name}-${theme}-${width}`;
    await page.setViewportSize({ width, height: HEIGHT });
    await settled(frame);
    const tall = await frame.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(Math.max(tall, HEIGHT), TALLEST) });
    await settled(frame);
    await page.screenshot({ path: `${PICTURES}/tab-${what}.png` });
    await assertAccessible(frame, what);
    await page.setViewportSize({ width, height: HEIGHT });
    await assertFits(frame, what);
  }

  /** The same page at another width, without opening it again. */
  async resize(frame: Frame, width: Width): Promise<void> {
    const opened = this.#open.get(frame);
    assert.ok(opened !== undefined, "this frame was not opened here");
    opened.width = width;
    await opened.page.setViewportSize({ width, height: HEIGHT });
  }

  /** Closes every page; the product goes on. */
  async closePages(): Promise<void> {
    const pages = [...this.#open.values()].map(({ page }) => page);
    this.#open.clear();
    await Promise.all(pages.map((page) => page.context().close()));
  }

  async stop(): Promise<void> {
    await this.closePages();
    await this.chat.stop();
    for (const end of this.parts) await end();
  }
}

/** A product that believes in the tokens of a local Entra, and in a local Teams for its bot. */
const signedSettings = async (folder: string, parts: (() => Promise<unknown>)[]) => {
  assert.ok(entraAuth.mode === "entra");
  const [issuer, botIssuer, teams] = await Promise.all([
    startEntraIssuer(),
    LocalIssuer.start(),
    FakeConnector.start(),
  ]);
  parts.push(
    () => issuer.stop(),
    () => botIssuer.stop(),
    () => teams.stop(),
  );
  const options: ChatOptions = {
    teams,
    plieFile: await plieFileOf(folder, { tenantId: TENANT }),
    endpoints: { ...botIssuer.endpoints(teams.host), authority: issuer.authority },
    headers: async () => ({ authorization: `Bearer ${await botIssuer.token(APP_ID, teams.serviceUrl)}` }),
    settings: { auth: { ...entraAuth, bot: { ...entraAuth.bot, id: APP_ID } } },
  };
  return { issuer, options };
};
