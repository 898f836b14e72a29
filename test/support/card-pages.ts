import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { teamsHostConfig, type TeamsTheme } from "./teams-host-config.ts";

const dist = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.min.js");

const style = ({ page }: ReturnType<typeof teamsHostConfig>) => `
  body { margin: 0; padding: 12px; background: ${page.background}; color: ${page.text}; font: 14px/20px 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
  h1 { position: absolute; clip-path: inset(50%); }
  main > div { border-radius: 6px; overflow: hidden; }
  .ac-input { box-sizing: border-box; width: 100%; padding: 5px 8px; font: inherit; color: ${page.text}; background: ${page.background}; border: 1px solid ${page.text}88; border-radius: 4px; }
  .ac-input .ac-input { border: 0; background: none; padding: 0; }
  .ac-multichoiceInput, .ac-choiceSetInput-expanded, .ac-toggleInput { border: 0 !important; background: none !important; }
  textarea.ac-input { min-height: 64px; }
  input[type="radio"], input[type="checkbox"] { width: 16px; height: 16px; flex: none; }
  .ac-pushButton { font: inherit; font-weight: 600; padding: 5px 12px; color: ${page.text}; background: ${page.card}; border: 1px solid ${page.text}66; border-radius: 4px; }
  .ac-pushButton.style-positive { color: ${page.card}; background: ${page.accent}; border-color: ${page.accent}; }
  table { border-collapse: collapse; width: 100%; }
`;

/** A few Markdown rules, as clients have them: what a person typed must not start any of them. */
const markdown = `(text) => {
  const escaped = [];
  const put = (s) => "\\u0001" + (escaped.push(s) - 1) + "\\u0002";
  const html = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const inline = (s) => html(s.replace(/\\\\([!-\\/:-@[-\`{-~])/g, (_, c) => put(c)))
    .replace(/\\[([^\\]]*)\\]\\(([^)]*)\\)/g, '<a href="$2">$1</a>')
    .replace(/(https?:\\/\\/\\S+|www\\.[a-z]\\S+)/gi, '<a href="$1">$1</a>')
    .replace(/\\*\\*(.+?)\\*\\*/g, "<strong>$1</strong>").replace(/__(.+?)__/g, "<strong>$1</strong>")
    .replace(/\\*(.+?)\\*/g, "<em>$1</em>").replace(/_(.+?)_/g, "<em>$1</em>")
    .replace(/\\u0001(\\d+)\\u0002/g, (_, i) => html(escaped[i]));
  return text.split(/\\n\\n+/).map((p) => /^[-+*] /.test(p) ? "<ul><li>" + inline(p.slice(2)) + "</li></ul>"
    : /^\\d+[.)] /.test(p) ? "<ol><li>" + inline(p.replace(/^\\d+[.)] /, "")) + "</li></ol>"
    : "<p>" + inline(p) + "</p>").join("");
}`;

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
    `<!doctype html><html lang="fr"><head><title>Repère</title><style>${style(look)}</style></head><body><main></main></body></html>`,
  );
  await page.addScriptTag({ content: readFileSync(dist, "utf8") });
  // The renderer is a script of the page: only the page can name it.
  await page.addScriptTag({
    content: `{
      const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards;
      AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = (${markdown})(text); result.didProcess = true; };
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
