/** The Teams client that frames the tab: its theme, the person's token, where it was opened. */
import { app, authentication, FrameContexts, type app as teamsApp } from "@microsoft/teams-js";

export type TeamsContext = teamsApp.Context;

/** Joins the client that frames this page; undefined when there is none. */
export async function joinTeams(onTheme: (theme: string) => void): Promise<TeamsContext | undefined> {
  if (window.parent === window && !("nativeInterface" in window)) return undefined;
  try {
    await app.initialize();
    const context = await app.getContext();
    onTheme(context.app.theme);
    app.registerOnThemeChangeHandler(onTheme);
    await app.notifySuccess();
    return context;
  } catch {
    return undefined;
  }
}

export type TokenAnswer =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly problem: "consentNeeded" | "signInRefused" };

/** Teams' own words for « this person, or their organisation, has not agreed yet ». */
const CONSENT = /consent|interaction_?required|invalid_grant/i;

/** A fresh token each time: Teams keeps it, we never do. `asking`: Teams may show the person what to agree to. */
export async function teamsToken(asking = false): Promise<TokenAnswer> {
  try {
    return { ok: true, token: await authentication.getAuthToken({ silent: !asking }) };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, problem: CONSENT.test(said) ? "consentNeeded" : "signInRefused" };
  }
}

/** In a meeting: beside the people who talk, in a narrow panel, or on the shared stage. */
export const isInMeeting = (teams: TeamsContext | undefined): boolean =>
  teams?.page.frameContext === FrameContexts.sidePanel || teams?.page.frameContext === FrameContexts.meetingStage;
