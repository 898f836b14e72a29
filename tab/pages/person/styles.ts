/** What the parts of the page of a person share. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useShared = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: "1.25rem" },
  plain: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "0.5rem" },
  words: { margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere" },
  line: { margin: "0 0 0.25rem" },
  title: {
    margin: "0 0 0.5rem",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1.3,
  },
  badges: { display: "flex", flexWrap: "wrap", gap: "0.25rem 0.5rem", alignItems: "center" },
  columns: {
    display: "grid",
    gap: "1rem",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 20rem), 1fr))",
    alignItems: "start",
  },
  stack: { display: "grid", gap: "0.75rem" },
  more: { marginTop: "0.5rem" },
  summary: { cursor: "pointer", paddingBlock: "0.25rem", color: tokens.colorBrandForegroundLink },
  facts: { display: "grid", gridTemplateColumns: "minmax(8rem, 14rem) 1fr", gap: "0.25rem 1rem", margin: 0 },
  narrow: { "@media (max-width: 30rem)": { gridTemplateColumns: "1fr", gap: 0 } },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere", "@media (max-width: 30rem)": { marginBottom: "0.5rem" } },
});
