import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from "@fluentui/react-components";

/** Teams' themes by their names; one that we do not know is the light one. `glass` is a dark one. */
const THEMES: Readonly<Record<string, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  glass: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};
export const themeOf = (name: string): Theme => THEMES[name] ?? teamsLightTheme;

/** Outside Teams, what the system asks for. */
export const systemTheme = (): string => {
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default";
};
