import type { Locator, Response } from "playwright-core";
import type { PlaygroundPage } from "./playground-page.ts";

/** A channel of the Playground, in front of whoever sits at the page: the newest post is at the top, an answer under its post. */
export class PlaygroundChannel {
  constructor(
    readonly at: PlaygroundPage,
    readonly name: string,
  ) {}

  show(): Promise<void> {
    return this.at.goTo(this.name);
  }

  /** A new post that mentions the bot: only a mention chosen in the menu reaches it. Returns once the bot has answered the request. */
  async mention(text: string): Promise<void> {
    const { page } = this.at;
    await page.locator("[data-lexical-editor=true]").first().click();
    await page.keyboard.type("@");
    await page.locator("[role=menuitem]").filter({ hasText: "Repère" }).first().click();
    await page.keyboard.insertText(` ${text}`);
    const answered = page.waitForResponse(this.#isPost(/\/_conversation\/v1\/conversations\/.+\/messages/));
    await Promise.all([answered, page.getByRole("button", { name: "Post", exact: true }).click()]);
  }

  /** The card of this channel that says `words`. */
  card(words: string): Locator {
    const cards = this.at.page.locator(".ac-preview-panel > .ac-adaptiveCard").filter({ visible: true });
    return cards.filter({ hasText: words }).first();
  }

  /** What that card says, once it is there and says also `until`. */
  async reads(words: string, until = words): Promise<string> {
    const card = this.card(words);
    try {
      await card.filter({ hasText: until }).waitFor();
    } catch {
      throw new Error(
        `No card saying "${words}" and "${until}" in the channel. The page shows:\n${await this.at.conversation()}`,
      );
    }
    return (await card.innerText()).replace(/[\u00A0\u202F]/g, " ");
  }

  /** Presses a button of the card that says `words`; the bot's answer to the press: its type, and its card or words. */
  async press(words: string, title: string): Promise<{ readonly type: string; readonly value: unknown }> {
    const button = this.card(words).getByRole("button", { name: title });
    const answered = this.at.page.waitForResponse(this.#isPost(/\/_conversation\/v1\/(invoke|submit)/));
    const [response] = await Promise.all([answered, button.click()]);
    if (!response.ok()) throw new Error(`The button "${title}" got ${response.status()}: ${await response.text()}`);
    return (await response.json()) as { type: string; value: unknown };
  }

  #isPost(path: RegExp): (response: Response) => boolean {
    return (response) => response.request().method() === "POST" && path.test(response.url());
  }
}
