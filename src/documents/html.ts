/** French punctuation never starts a line alone, nor does a sign of « 3 × 3 = 9 ». */
const unbreakable = (line: string): string =>
  line
    .replace(/ (?=[:;?!»])/g, "\u00A0")
    .replace(/« /g, "«\u00A0")
    .replace(/(?<=\d) ([×=]) (?=\d)/g, "\u00A0$1\u00A0");

/** Text made safe inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  unbreakable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

export const list = (items: readonly string[]): string =>
  items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;

/** A heading with what stands under it; nothing where nothing does. */
export const section = (title: string, content: string): string =>
  content === "" ? "" : `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;

/**
 * A whole document: one self-contained HTML page without script, image or address.
 * `styles` are the contents of its `<style>` elements, so that whoever serves or shows it can allow them by hash
 * (Content-Security-Policy) and nothing else.
 */
export interface HtmlDocument {
  readonly title: string;
  readonly html: string;
  readonly styles: readonly string[];
}

export function htmlDocument(title: string, styles: readonly string[], body: string): HtmlDocument {
  const html = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="only light">
<title>${escapeHtml(title)}</title>
${styles.map((style) => `<style>${style}</style>`).join("\n")}
</head>
<body>
${body}
</body>
</html>
`;
  return { title, html, styles };
}
