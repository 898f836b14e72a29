/** Microsoft's rules on both icons: Teams takes a wrong one, then shows it wrong. */
import { readPng, type Pixels } from "./png.ts";

const REDRAW = "redessinez-la depuis son .svg avec « npm run icons »";
const SYMBOL = { from: 48, to: 144 };

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];
const pixelsOf = ({ rgba }: Pixels): readonly Pixel[] =>
  Array.from({ length: rgba.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at * 4, at * 4 + 4);
    return [red, green, blue, alpha];
  });

const measured = (name: string, pixels: Pixels, side: number): readonly string[] =>
  pixels.width === side && pixels.height === side
    ? []
    : [`${name} mesure ${pixels.width}×${pixels.height} : Teams demande ${side}×${side}, ${REDRAW}.`];

/** Nothing but the ground around the symbol: Teams cuts the corners itself. */
const coloured = (name: string, image: Pixels): readonly string[] => {
  const pixels = pixelsOf(image);
  const [ground] = pixels;
  if (pixels.some(([, , , alpha]) => alpha !== 255))
    return [`${name} a des pixels transparents : son fond doit remplir le carré, sans coins arrondis ; ${REDRAW}.`];
  const inSymbol = (at: number): boolean =>
    [at % image.width, Math.floor(at / image.width)].every((place) => place >= SYMBOL.from && place < SYMBOL.to);
  const strays = pixels.some((pixel, at) => !inSymbol(at) && pixel.join() !== ground?.join());
  return strays ? [`${name} dessine hors du carré central de 96×96 ; ${REDRAW}.`] : [];
};

const outlined = (name: string, image: Pixels): readonly string[] => {
  const pixels = pixelsOf(image);
  const white = ([red, green, blue]: Pixel): boolean => red === 255 && green === 255 && blue === 255;
  if (pixels.some((pixel) => pixel[3] > 0 && !white(pixel)))
    return [`${name} a des pixels qui ne sont pas blancs : seule la transparence peut y varier ; ${REDRAW}.`];
  if (pixels.every(([, , , alpha]) => alpha > 0)) return [`${name} n'a pas de fond transparent ; ${REDRAW}.`];
  return pixels.some(([, , , alpha]) => alpha === 255) ? [] : [`${name} est vide ; ${REDRAW}.`];
};

/** `file` undefined: it is not there. */
const iconProblems = (
  name: string,
  file: Buffer | undefined,
  side: number,
  drawn: (name: string, image: Pixels) => readonly string[],
): readonly string[] => {
  if (file === undefined) return [`${name} manque à côté de manifest.json : ${REDRAW}.`];
  const image = readPng(file);
  if (image === undefined) return [`${name} n'est pas un PNG à huit bits par couleur : ${REDRAW}.`];
  const size = measured(name, image, side);
  return size.length > 0 ? size : drawn(name, image);
};

export const colorProblems = (name: string, file: Buffer | undefined): readonly string[] =>
  iconProblems(name, file, 192, coloured);
export const outlineProblems = (name: string, file: Buffer | undefined): readonly string[] =>
  iconProblems(name, file, 32, outlined);
