/**
 * The ESF+ co-financing block, in one place: every support that goes out shows it (a test fails where one does not).
 *
 * Rules followed, and where they come from:
 * - Emblem: rectangle of 3 by 2; twelve golden five-pointed stars, upright (one point up), set like the hours of a clock; each star
 *   is inscribed in an invisible circle whose radius is 1/18 of the height; their centres lie on a circle, centred in the rectangle, whose radius is
 *   1/3 of the height. Pantone Reflex Blue = RGB 0/51/153, Pantone Yellow = RGB 255/204/0.
 *   Source: Interinstitutional style guide of the European Union, annex A1 (graphics guide to the European emblem).
 * - Mention "Cofinancé par l'Union européenne", never shortened, beside the emblem; Arial, Auto, Calibri, Garamond, Trebuchet, Tahoma,
 *   Verdana or Ubuntu; no italic, underline or effect; Reflex Blue, black or white; the text never overlaps the emblem in any way;
 *   the emblem is at least 1 cm high, keeps its proportions and is at least as large as any other logo.
 *   Source: Regulation (EU) 2021/1060, article 47 and annex IX; "The use of the EU emblem in the context of EU programmes 2021-2027".
 */

const HEIGHT = 18;
const WIDTH = (HEIGHT * 3) / 2;
const CIRCLE = HEIGHT / 3;
const STAR = HEIGHT / 18;
/** Ratio between the inner and the outer points of a regular five-pointed star. */
const INNER = Math.sin(Math.PI / 10) / Math.sin((3 * Math.PI) / 10);

const BLUE = [0, 51, 153] as const;
const GOLD = [255, 204, 0] as const;
const REFLEX_BLUE = `rgb(${BLUE.join(",")})`;
const YELLOW = `rgb(${GOLD.join(",")})`;

/** The mention that stands beside the emblem. */
export const ESF_MENTION = "Cofinancé par l'Union européenne";

const decimals = (value: number) => String(Number(value.toFixed(4)));

/** A point at `radius` of a centre; the angle is counted clockwise from twelve o'clock. */
const around = (x: number, y: number, radius: number, turn: number): readonly [number, number] => [
  x + radius * Math.sin(2 * Math.PI * turn),
  y - radius * Math.cos(2 * Math.PI * turn),
];

const star = (hour: number): (readonly [number, number])[] => {
  const [x, y] = around(WIDTH / 2, HEIGHT / 2, CIRCLE, hour / 12);
  return Array.from({ length: 10 }, (_, index) => around(x, y, index % 2 === 0 ? STAR : STAR * INNER, index / 10));
};
const stars = Array.from({ length: 12 }, (_, hour) => star(hour));

/** The emblem as figures, for whoever draws it another way. */
export const ESF_EMBLEM = { width: WIDTH, height: HEIGHT, ground: BLUE, star: GOLD, stars } as const;

const shapes = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${REFLEX_BLUE}"/>
${stars.map((points) => `<polygon fill="${YELLOW}" points="${points.map((point) => point.map(decimals).join(",")).join(" ")}"/>`).join("\n")}`;

/** What someone who does not see it is told. */
export const ESF_EMBLEM_LABEL = "Drapeau de l'Union européenne";

const emblem = `<svg class="esf-emblem" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${ESF_EMBLEM_LABEL}">
${shapes}
</svg>`;

/** The emblem as a file of its own. */
export const esfEmblemFile = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="15mm" height="10mm" viewBox="0 0 ${WIDTH} ${HEIGHT}">\n${shapes}\n</svg>`;

/** Style of the block, to be put in a `<style>` of the page that shows it. The white ground keeps it legible on a dark page. */
export const esfBlockStyle = `
.esf { display: inline-flex; align-items: center; gap: 4mm; padding: 1mm; background: #fff; forced-color-adjust: none; break-inside: avoid; }
.esf-emblem { flex: none; display: block; width: 15mm; height: 10mm; }
.esf-mention { margin: 0; color: ${REFLEX_BLUE}; font: normal 400 12pt/1.2 Arial, Verdana, Tahoma; text-decoration: none; }
`;

/** The block itself: no script, no inline style, nothing fetched. */
export const esfBlock = (): string =>
  `<div class="esf">${emblem}<p class="esf-mention">${ESF_MENTION.replace("'", "&#39;")}</p></div>`;
