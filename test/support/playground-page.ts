import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Browser, Locator, Page, Response } from "playwright-core";

/** What a person puts in a field: typed text (a date as 2026-12-08), the title of a choice, several titles, a tick. */
export type Entry = string | readonly string[] | boolean;

// The card of a message, not one that Action.ShowCard opened inside it.
const cards = ".ac-preview-panel > .ac-adaptiveCard";

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Spaces that keep « : » on its line are found as any other. */
const exactly = (text: string) => new RegExp(`^\\s*${literally(text).replaceAll(" ", "\\s")}\\s*\\*?\\s*$`);
/** A reminder comes by itself, at any minute of the day: a person goes on with the card that they were reading. */
const reminder = /^\s*(À faire aujourd.hui|En retard dans l.équipe)/;
const longDate = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** A person in front of the Agents Playground. Every wait is on what the page shows or on an answer of the bot. */
export class PlaygroundPage {
  readonly page: Page;
  readonly #patience: number;
  #seen: readonly string[] = [];

  private constructor(page: Page, patience: number) {
    this.page = page;
    this.#patience = patience;
  }

  static async open(browser: Browser, url: string, { width = 1280, height = 1600, patience = 10_000 } = {}) {
    const page = await browser.newPage({ viewport: { width, height }, locale: "fr-FR", timezoneId: "Europe/Paris" });
    page.setDefaultTimeout(patience);
    // The bot hears "installationUpdate", then "conversationUpdate", when a conversation is first shown.
    await page.goto(url, { waitUntil: "commit" });
    await page.locator("[data-lexical-editor=true]").waitFor({ timeout: 60_000 });
    return new PlaygroundPage(page, patience);
  }

  /** Shows a conversation by the name in the list at the left: "Personal Chat", "Cellule entrées"… */
  async goTo(conversation: string): Promise<void> {
    await this.page.getByRole("treeitem").filter({ hasText: conversation }).first().click();
    await this.#box.waitFor();
  }

  /** Types a message (in a channel: a new post), sends it, and returns once the bot has answered the request. */
  async say(text: string): Promise<void> {
    await this.#markSeen();
    await this.#box.click();
    await this.page.keyboard.insertText(text);
    const answered = this.#answered(/\/_conversation\/v1\/conversations\/.+\/messages/);
    const send = this.page.getByRole("button", { name: /^(Send Message|Post)$/ }).first();
    await Promise.all([answered, send.click()]);
  }

  /** The newest card of the conversation that answers. */
  get card(): Locator {
    return this.page.locator(cards).filter({ hasNotText: reminder }).last();
  }

  /** The newest card once it is one that came or changed since the last message or press, and says `text`. */
  async newCard(text = ""): Promise<string> {
    const isFresh = ([selector, seen, wanted, aside]: readonly [string, readonly string[], string, RegExp]) => {
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      const newest = all.filter(({ innerText }) => !aside.test(innerText)).at(-1);
      const drawing = newest?.querySelector("[id^=__ac-]")?.id ?? "";
      return drawing !== "" && !seen.includes(drawing) && newest?.innerText.includes(wanted);
    };
    try {
      await this.page.waitForFunction(isFresh, [cards, this.#seen, text, reminder] as const);
    } catch {
      throw new Error(`No new card saying "${text}". The page shows:\n${await this.conversation()}`);
    }
    return this.cardText();
  }

  cardText(): Promise<string> {
    return this.card.innerText();
  }

  /** Everything said in the conversation, as read on the screen. */
  conversation(): Promise<string> {
    return this.page.locator("body").innerText();
  }

  /** Titles of the newest card's buttons, in order. */
  buttons(): Promise<string[]> {
    return this.card.locator(".ac-actionSet button").allInnerTexts();
  }

  /** Presses a button of the newest card; returns once the bot has answered and the card was drawn again. */
  async press(title: string): Promise<string> {
    const response = await this.#click(title);
    if (!response.ok()) throw new Error(`The button "${title}" got ${response.status()}: ${await response.text()}`);
    const text = await this.newCard();
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return this.cardText().catch(() => text);
  }

  /** Presses a button while the bot is out of reach; returns what the Playground says of it. */
  async pressInVain(title: string): Promise<string> {
    const response = await this.#click(title);
    if (response.ok()) throw new Error(`The button "${title}" was answered: the bot is not out of reach.`);
    await this.page.getByText("Cannot connect to your app").last().waitFor();
    return this.conversation();
  }

  /** Fills a field of the newest card, found by its label. A choice among several in full words: the start of its title will do. */
  async fill(label: string, entry: Entry): Promise<void> {
    const field = await this.#field(label);
    if (typeof entry === "boolean") return field.setChecked(entry);
    if (typeof entry !== "string") return this.#chooseSeveral(field, entry);
    const kind = await field.evaluate((one) =>
      one.closest(".fui-DatePicker")
        ? "date"
        : one.closest(".fui-TimePicker, .fui-Combobox")
          ? "list"
          : one.getAttribute("role"),
    );
    if (kind === "date") return this.#typeDate(field, entry);
    if (kind === "radiogroup") return field.getByLabel(new RegExp(`^\\s*${literally(entry)}`)).check();
    if (kind === "list") return this.#chooseInList(field, [entry]);
    await field.fill(entry);
    if (kind === "spinbutton") await field.press("Tab");
  }

  /** What a field of the newest card holds, as the person reads it. */
  async value(label: string): Promise<string | boolean | string[]> {
    const field = await this.#field(label);
    return field.evaluate((one) => {
      if (one instanceof HTMLTextAreaElement) return one.value;
      if (one instanceof HTMLInputElement) return one.type === "checkbox" ? one.checked : one.value;
      const checked = [...one.querySelectorAll("input")].filter((input) => input.checked);
      const titles = checked.map((input) => input.parentElement?.querySelector("label")?.textContent ?? "");
      return one.getAttribute("role") === "radiogroup" ? (titles[0] ?? "") : titles;
    });
  }

  /** A picture of the newest card, or of the whole page. */
  async picture(path: string, what: "card" | "page" = "page"): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await (what === "card" ? this.card.screenshot({ path }) : this.page.screenshot({ path }));
  }

  close(): Promise<void> {
    return this.page.close();
  }

  get #box(): Locator {
    return this.page.locator("[data-lexical-editor=true]").first();
  }

  async #click(title: string): Promise<Response> {
    await this.#markSeen();
    const button = this.card
      .locator(".ac-actionSet button")
      .filter({ hasText: exactly(title) })
      .first();
    const answered = this.#answered(/\/_conversation\/v1\/(invoke|submit)/);
    const [response] = await Promise.all([answered, button.click()]);
    return response;
  }

  async #field(label: string): Promise<Locator> {
    const found = this.card.locator("label.ac-richTextBlock").filter({ hasText: exactly(label) });
    const id = await found.first().getAttribute("for");
    return this.card.locator(`[id="${id ?? ""}"]`);
  }

  async #typeDate(field: Locator, date: string): Promise<void> {
    await field.fill(date === "" ? "" : longDate.format(new Date(`${date}T00:00:00Z`)));
    await field.press("Tab");
  }

  async #chooseSeveral(field: Locator, titles: readonly string[]): Promise<void> {
    if (await field.evaluate((one) => one.closest(".fui-Combobox") !== null)) return this.#chooseInList(field, titles);
    for (const box of await field.getByRole("checkbox").all()) {
      const title = await box.evaluate((one) => one.parentElement?.querySelector("label")?.textContent ?? "");
      await box.setChecked(titles.includes(title));
    }
  }

  async #chooseInList(field: Locator, titles: readonly string[]): Promise<void> {
    await field.click();
    for (const title of titles) {
      const option = this.page.locator(".fui-Option:visible, [role=menuitemcheckbox]:visible, [role=option]:visible");
      await option
        .filter({ hasText: exactly(title) })
        .first()
        .click();
    }
    if ((await field.getAttribute("aria-expanded")) === "true") await field.press("Escape");
  }

  /** A card that is replaced keeps its elements and gives them new ids: the ids tell one drawing from the next. */
  async #markSeen(): Promise<void> {
    this.#seen = await this.page
      .locator(cards)
      .evaluateAll((all) => all.map((one) => one.querySelector("[id^=__ac-]")?.id ?? ""));
  }

  #answered(path: RegExp): Promise<Response> {
    const isIt = (response: Response) => response.request().method() === "POST" && path.test(response.url());
    return this.page.waitForResponse(isIt, { timeout: this.#patience });
  }
}
