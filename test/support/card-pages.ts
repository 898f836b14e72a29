import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { markdownToHtml } from "./markdown.ts";
import { teamsHostConfig, type TeamsTheme } from "./teams-host-config.ts";

const dist = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");

const style = ({ page }: ReturnType<typeof teamsHostConfig>, theme: TeamsTheme) => `
  :root { color-scheme: ${theme}; }
  body { margin: 0; padding: 12px; background: ${page.background}; color: ${page.text}; font: 14px/20px 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
  h1 { position: absolute; clip-path: inset(50%); }
  main > div { border-radius: 6px; overflow: hidden; }
  input.ac-input, textarea.ac-input, select.ac-input { box-sizing: border-box; width: 100%; padding: 5px 8px; font: inherit; color: ${page.text}; background: ${page.background}; border: 1px solid ${page.text}88; border-radius: 4px; }
  .ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div { padding: 3px 0; }
  textarea.ac-input { min-height: 64px; }
  input[type="radio"], input[type="checkbox"] { width: 16px; height: 16px; flex: none; }
  .ac-pushButton { font: inherit; font-weight: 600; padding: 5px 12px; color: ${page.text}; background: ${page.card}; border: 1px solid ${page.text}66; border-radius: 4px; }
  .ac-pushButton.style-positive { color: ${page.card}; background: ${page.accent}; border-color: ${page.accent}; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-actionSet > div:not(.ac-pushButton):not([role]) { width: 8px; }
  table { border-collapse: collapse; width: 100%; }
`;

/** What came back with a button: as the renderer sends it. */
export interface PressedAction {
  readonly verb?: string;
  readonly data?: Record<string, unknown>;
}

/** A page that shows cards as Teams would, one after the other, `width` pixels wide. The caller closes it. */
export async function openCardPage(browser: Browser, theme: TeamsTheme, width: number) {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width, height: 900 } });
  const page = await context.newPage();
  const look = teamsHostConfig(theme);
  await page.setContent(
    `<!doctype html><html lang="fr"><head><title>Repère</title><style>${style(look, theme)}</style></head><body><main></main></body></html>`,
  );
  await page.addScriptTag({ content: readFileSync(dist, "utf8") });
  // The renderer is a script of the page: only the page can name it.
  await page.addScriptTag({
    content: `{
      const { AdaptiveCard, GlobalSettings, HostConfig } = globalThis.AdaptiveCards;
      GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
      AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = (${markdownToHtml})(text); result.didProcess = true; };
      globalThis.showCard = (json) => {
        const card = new AdaptiveCard();
        card.hostConfig = new HostConfig(${JSON.stringify(look.hostConfig)});
        card.parse(json);
        card.onExecuteAction = ({ verb, data }) => { globalThis.pressed = { verb, data }; };
        const title = document.createElement("h1");
        title.textContent = "Repère";
        document.querySelector("main").replaceChildren(title, card.render());
      };
    }`,
  });
  return {
    page,
    show: (card: unknown) =>
      page.evaluate((json) => (globalThis as unknown as { showCard: (json: unknown) => void }).showCard(json), card),
    pressed: () => page.evaluate(() => (globalThis as { pressed?: PressedAction }).pressed ?? {}),
    close: () => context.close(),
  };
}
export type CardPage = Awaited<ReturnType<typeof openCardPage>>;
