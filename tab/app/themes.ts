import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from "@fluentui/react-components";

const PIXELS_OF_A_REM = 16;
const inRem = (pixels: string): string => `${Number.parseFloat(pixels) / PIXELS_OF_A_REM}rem`;

/** Letters follow the size that a person sets in their browser: Fluent's are in pixels. */
const withLetters = (theme: Theme): Theme => {
  const letters = Object.entries(theme).filter(([name]) => /^(?:fontSize|lineHeight)/.test(name));
  return { ...theme, ...Object.fromEntries(letters.map(([name, value]) => [name, inRem(String(value))])) };
};

/** Teams' themes by their names; one that we do not know is the light one. `glass` is a dark one. */
const THEMES = new Map<string, Theme>([
  ["default", teamsLightTheme],
  ["dark", teamsDarkTheme],
  ["glass", teamsDarkTheme],
  ["contrast", teamsHighContrastTheme],
]);
const made = new Map<string, Theme>();
export const themeOf = (name: string): Theme => {
  const theme = made.get(name) ?? withLetters(THEMES.get(name) ?? teamsLightTheme);
  made.set(name, theme);
  return theme;
};

/** Outside Teams, what the system asks for. */
export const systemTheme = (): string => {
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default";
};
