import { app, authentication } from "@microsoft/teams-js";

/** Teams' own theme wins over the system's; "default" is its light one. */
const applyTheme = (theme: string) => {
  document.documentElement.dataset["theme"] = theme;
};

/** Joins the Teams client that frames this page; false when there is none. */
export async function joinTeams(): Promise<boolean> {
  try {
    await app.initialize();
    await app.notifySuccess();
    applyTheme((await app.getContext()).app.theme);
    app.registerOnThemeChangeHandler(applyTheme);
    return true;
  } catch {
    return false;
  }
}

/** A fresh token each time: Teams keeps it, we never do. Undefined when Teams or the person refuses. */
export async function teamsToken(): Promise<string | undefined> {
  try {
    return await authentication.getAuthToken();
  } catch {
    return undefined;
  }
}
