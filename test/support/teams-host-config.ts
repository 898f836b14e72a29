/** Host configurations close to those of Teams: what a card looks like there, as far as an open renderer can say. */

interface Palette {
  readonly background: string;
  readonly emphasis: string;
  readonly text: string;
  readonly subtle: string;
  readonly good: readonly [text: string, background: string];
  readonly warning: readonly [text: string, background: string];
  readonly attention: readonly [text: string, background: string];
  readonly accent: string;
}

const palettes: Readonly<Record<TeamsTheme, Palette>> = {
  light: {
    background: "#FFFFFF",
    emphasis: "#F0F0F0",
    text: "#242424",
    subtle: "#616161",
    good: ["#0E700E", "#E7F2DA"],
    warning: ["#8A3707", "#FBF6D9"],
    attention: ["#A4262C", "#FCF4F6"],
    accent: "#4F52B2",
  },
  dark: {
    background: "#292929",
    emphasis: "#1F1F1F",
    text: "#FFFFFF",
    subtle: "#C8C8C8",
    good: ["#92C353", "#1E3314"],
    warning: ["#F8D22A", "#40330A"],
    attention: ["#F9B0B8", "#3E1F25"],
    accent: "#A6A7DC",
  },
};

export const teamsThemes = ["light", "dark"] as const;
export type TeamsTheme = (typeof teamsThemes)[number];

const shades = (color: string, subtle: string) => ({ default: color, subtle });

function foreground(palette: Palette) {
  return {
    default: shades(palette.text, palette.subtle),
    accent: shades(palette.accent, palette.accent),
    good: shades(palette.good[0], palette.good[0]),
    warning: shades(palette.warning[0], palette.warning[0]),
    attention: shades(palette.attention[0], palette.attention[0]),
    dark: shades(palette.text, palette.subtle),
    light: shades(palette.text, palette.subtle),
  };
}

/** The host configuration of one theme, and the colours of the page around the card. */
export function teamsHostConfig(theme: TeamsTheme) {
  const palette = palettes[theme];
  const foregroundColors = foreground(palette);
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    page: { background: palette.emphasis, text: palette.text, card: palette.background, accent: palette.accent },
    hostConfig: {
      fontFamily: "'Segoe UI', 'Liberation Sans', Arial, sans-serif",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
      spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
      separator: { lineThickness: 1, lineColor: theme === "light" ? "#E0E0E0" : "#4A4A4A" },
      containerStyles: {
        default: style(palette.background),
        emphasis: style(palette.emphasis),
        good: style(palette.good[1]),
        warning: style(palette.warning[1]),
        attention: style(palette.attention[1]),
        accent: style(palette.emphasis),
      },
      actions: {
        maxActions: 6,
        spacing: "default",
        buttonSpacing: 8,
        showCard: { actionMode: "inline", inlineTopMargin: 16 },
        actionsOrientation: "horizontal",
        actionAlignment: "left",
      },
      inputs: { label: { requiredInputs: { weight: "bolder" }, optionalInputs: { weight: "bolder" } } },
      textStyles: { heading: { weight: "bolder", size: "large" } },
      textBlock: { headingLevel: 2 },
      factSet: {
        title: { weight: "bolder", wrap: true, maxWidth: 180 },
        value: { wrap: true },
        spacing: 16,
      },
    },
  };
}
