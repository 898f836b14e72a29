/** The ESF+ block of a document as a printer draws it: what is wrong with it, in the words of the rules; nothing when all is well. */
import type { Browser } from "playwright-core";

/** Of one block, in the browser: no function of its own, which the browser would not know. */
const faultsOf = (block: Element): readonly string[] => {
  const CENTIMETRE = 96 / 2.54;
  const rules: (readonly [isKept: boolean, fault: string])[] = [];
  const [emblem, mention] = [block.querySelector("svg.esf-emblem"), block.querySelector(".esf-mention")];
  if (emblem === null || mention === null) return ["no block"];
  const box = emblem.getBoundingClientRect();
  rules.push([box.height >= CENTIMETRE - 0.1, `the emblem is ${Math.round((box.height / CENTIMETRE) * 10)} mm high`]);
  rules.push([Math.abs(box.width / box.height - 1.5) < 0.01, "the emblem is not 3 by 2"]);
  rules.push([box.left >= 0 && box.right <= innerWidth, "the emblem leaves the page"]);
  const style = getComputedStyle(mention);
  rules.push([style.fontStyle === "normal", "the mention is in italics"]);
  rules.push([style.textDecorationLine === "none", "the mention is underlined"]);
  rules.push([style.textShadow === "none" && style.textTransform === "none", "the mention has an effect"]);
  rules.push([
    /^(Arial|Verdana|Tahoma|Trebuchet|Calibri|Garamond|Ubuntu)/.test(style.fontFamily),
    "the font of the mention",
  ]);
  rules.push([["rgb(0, 51, 153)", "rgb(0, 0, 0)"].includes(style.color), `the colour of the mention: ${style.color}`]);
  const said = document.createRange();
  said.selectNodeContents(mention);
  const words = said.getBoundingClientRect();
  rules.push([
    words.left > box.right && words.top < box.bottom && words.bottom > box.top,
    "the mention is not beside the emblem",
  ]);
  for (let one: Element | null = emblem; one !== null; one = one.parentElement) {
    const { filter, opacity, transform, visibility, display } = getComputedStyle(one);
    rules.push([filter === "none" && opacity === "1" && transform === "none", "the emblem has an effect"]);
    rules.push([visibility === "visible" && display !== "none", "the block is hidden"]);
  }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode() !== null) {
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const part of range.getClientRects()) {
      const over = part.left < box.right && part.right > box.left && part.top < box.bottom && part.bottom > box.top;
      rules.push([!over || part.width === 0, `over the emblem: ${walk.currentNode.textContent ?? ""}`]);
    }
  }
  for (const other of document.querySelectorAll("img, picture, canvas, svg:not(.esf-emblem)")) {
    const { width, height } = other.getBoundingClientRect();
    rules.push([width * height <= box.width * box.height, "another picture is larger than the emblem"]);
  }
  return rules.flatMap(([isKept, fault]) => (isKept ? [] : [fault]));
};

export const blockAsSeen = async (browser: Browser, html: string): Promise<readonly string[]> => {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 690, height: 1040 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: "print" });
  await page.setContent(html);
  const blocks = await page.locator(".esf").all();
  const faults =
    blocks.length === 0 ? ["no block"] : (await Promise.all(blocks.map((one) => one.evaluate(faultsOf)))).flat();
  await context.close();
  return faults;
};
