/** The theme that is shown: Teams' own, the system's outside Teams, and the light one on paper. */
import type { Theme } from "@fluentui/react-components";
import { useEffect, useState, useSyncExternalStore } from "react";
import { systemTheme, themeOf } from "./themes.ts";

const paper = matchMedia("print");
const onPaper = (tell: () => void) => {
  paper.addEventListener("change", tell);
  return () => paper.removeEventListener("change", tell);
};

export const useTheme = (): { readonly theme: Theme; readonly setTheme: (name: string) => void } => {
  const [chosen, setTheme] = useState(systemTheme);
  const printed = useSyncExternalStore(onPaper, () => paper.matches);
  const name = printed ? "default" : chosen;
  useEffect(() => {
    document.documentElement.dataset["theme"] = name;
  }, [name]);
  return { theme: themeOf(name), setTheme };
};
