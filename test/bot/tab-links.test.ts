/** Where the buttons of cards lead: to a page of our own tab that exists, inside Teams where there is one. */
import assert from "node:assert/strict";
import { readerOf } from "../../bot/reader.ts";
import { TAB_ENTITY, tabLink } from "../../bot/tab-links.ts";
import { readTabAddress } from "../../src/contracts/tab-routes.ts";
import { anActor } from "../support/builders.ts";
import { tabServices } from "../support/tab-services.ts";

const APP = "12345678-1234-4234-8234-123456789012";
const inTeams = { publicUrl: "https://repere.plie.example", appId: APP };
const here = { publicUrl: "http://localhost:3978", appId: null };

/** Everything that a card may open. */
const linksOf = (place: typeof inTeams | typeof here): readonly string[] => {
  const reader = readerOf(tabServices([]).services, { ...place, timeZone: "Europe/Paris" }, anActor());
  const { leadDocumentUrl, letterUrl, minutesUrl, interviewSheetUrl, tabUrl, personUrl } = reader;
  const about = [leadDocumentUrl("P-2026-0001"), personUrl("P-2026-0001"), letterUrl("2026-001")];
  return [...about, minutesUrl("entree.2026-12-08"), interviewSheetUrl, tabUrl];
};
const subEntityOf = (link: URL): string => {
  const context = link.searchParams.get("context");
  return context === null ? "" : (JSON.parse(context) as { subEntityId: string }).subEntityId;
};

describe("The addresses that cards open", () => {
  it("stay on this machine in local mode", () => {
    for (const link of linksOf(here)) assert.ok(link.startsWith("http://localhost:3978/tab"), link);
  });

  it("open inside Teams, in our own tab, on the very page that a browser would open", () => {
    for (const link of linksOf(inTeams)) {
      const url = new URL(link);
      assert.equal(url.origin + url.pathname, `https://teams.microsoft.com/l/entity/${APP}/${TAB_ENTITY}`);
      const web = new URL(url.searchParams.get("webUrl") ?? "");
      assert.equal(web.origin, inTeams.publicUrl);
      // As the tab opens what Teams names.
      const named = subEntityOf(url);
      assert.equal(named === "" ? "/tab" : `/tab/${named}`, web.pathname + web.search);
    }
  });

  it("name pages that exist", () => {
    for (const link of linksOf(here)) {
      const { pathname, search } = new URL(link);
      assert.notEqual(readTabAddress(pathname, search), null, `${link} leads nowhere`);
    }
  });

  it("write a space as Teams reads it", () => {
    assert.doesNotMatch(tabLink(inTeams, "/tab/offre?q=a b"), /\+/);
  });
});
