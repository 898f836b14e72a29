/** How Teams saves the tab of a channel or of a meeting: it shows a page of ours, which is always the same one. */
import { FrameContexts, pages } from "@microsoft/teams-js";
import { tabAddress, type TabPage } from "../../src/contracts/tab-routes.ts";
import { tabConfigureWords } from "../../src/wording/tab-channel.ts";
import type { TeamsContext } from "./teams.ts";

/** Opened by Teams to add the tab, or to change it. */
export const isInSetUp = (teams: TeamsContext | undefined): teams is TeamsContext =>
  teams?.page.frameContext === FrameContexts.settings;

const pageFor = (teams: TeamsContext | undefined): TabPage => (teams?.channel === undefined ? "cellules" : "canal");

/** True once « Enregistrer » may be pressed. */
export const setUpTab = (teams: TeamsContext | undefined): boolean => {
  if (!pages.config.isSupported()) return false;
  const page = pageFor(teams);
  const address = location.origin + tabAddress(page);
  pages.config.registerOnSaveHandler((event) => {
    pages.config
      .setConfig({
        ...{ entityId: `repere-${page}`, suggestedDisplayName: tabConfigureWords.tabName },
        ...{ contentUrl: address, websiteUrl: address },
      })
      .then(
        () => event.notifySuccess(),
        () => event.notifyFailure(),
      );
  });
  pages.config.setValidityState(true);
  return true;
};

/** The tab is set up again while it is shown. */
export const whenSetUpAgain = (teams: TeamsContext | undefined, then: () => void): void => {
  if (teams !== undefined && pages.config.isSupported()) pages.config.registerChangeConfigHandler(then);
};
