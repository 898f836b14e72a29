/** The cells in the tab: an open sitting, a meeting's side panel, the tab of a channel and how it is saved. */
import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { tabAddress } from "../../src/contracts/tab-routes.ts";
import { givesOpinion } from "../conversation/decision-steps.ts";
import { aLink } from "../support/a-link.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, STRANGER } from "../support/chat.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import { aMeeting } from "../support/a-sitting.ts";
import { aCase, anIdentity } from "../support/builders.ts";
import { TabBench, THEMES, WIDTHS } from "./support/tab-bench.ts";

const CHANNEL = "19:cellule-entrees@thread.tacv2";
const IN_CHANNEL = { channelId: CHANNEL, channelName: "Cellule entrées", teamId: "19:equipe@thread.tacv2" };
const LATE = "2026-099";
const QUESTION = "Jusqu'où aller quand une personne ne vient plus aux rendez-vous ?";

/** A case that is late, one of the référents' own meeting, and a sitting that is open. */
const prepare = async ({ services: { store, clock } }: TabBench): Promise<void> => {
  const now = clock.now().toISOString();
  const of = (code: string, review: string) => [
    aCase({ code, referentId: BASILE, review }),
    anIdentity({ code, referentId: BASILE, givenName: "Zéphirine", familyName: "Quatrepoint" }),
  ];
  const docs = [
    ...of("P-2026-0098", "2026-098"),
    ...of("P-2026-0099", LATE),
    aReview({ id: "2026-098", code: "P-2026-0098", cell: "gta", dueOn: null }),
    aSnapshot({ review: "2026-098", code: "P-2026-0098", cell: "gta", question: QUESTION }),
    aReview({ id: LATE, code: "P-2026-0099", dueOn: "2026-11-20" }),
    aSnapshot({ review: LATE, code: "P-2026-0099" }),
    aLink({ channelId: CHANNEL }),
    aMeeting({
      ...{ cell: "sortie", on: clock.today(), openedAt: now, secretaryId: null, present: [ALIX, EUGENIE] },
      ...{ order: ["2026-097"], current: "2026-097", currentSince: now },
    }),
    ...of("P-2026-0097", "2026-097"),
    aReview({ id: "2026-097", code: "P-2026-0097", cell: "sortie", state: "underReview" }),
    aSnapshot({ review: "2026-097", code: "P-2026-0097", cell: "sortie" }),
  ] as const;
  for (const doc of docs) await store.commit([{ op: "put", doc }]);
};

describe("The cells in the tab", function () {
  this.timeout(90_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
    await prepare(bench);
  });
  after(() => bench.stop());
  afterEach(() => bench.closePages());

  const lookAround = async (frame: Frame, name: string, widths: readonly (typeof WIDTHS)[number][] = WIDTHS) => {
    for (const width of widths) {
      await bench.resize(frame, width);
      await bench.lookAt(frame, name);
    }
  };
  const seen = (frame: Frame, words: string): Promise<void> => frame.getByText(words).first().waitFor();

  for (const theme of THEMES)
    it(`the tab of a channel, ${theme}: its cases, at every width`, async () => {
      const { frame } = await bench.open(tabAddress("canal"), { member: ALIX, theme, context: IN_CHANNEL });
      await frame.getByRole("heading", { name: "Cellule entrées" }).waitFor();
      await seen(frame, `Situation ${LATE}`);
      await lookAround(frame, "channel");
    });

  for (const theme of THEMES)
    it(`a cell whose sitting is open, ${theme}: the case under study, who is there, what follows`, async () => {
      const { frame } = await bench.open(tabAddress("cellules", "sortie"), { member: DORIAN, theme });
      await frame.getByRole("heading", { name: "En ce moment" }).waitFor();
      await frame.getByRole("listitem").filter({ hasText: "Eugénie" }).waitFor();
      await lookAround(frame, "cell-sitting");
    });

  it("in a meeting's side panel, what sits now comes first, in one column, with a way back from each level", async () => {
    const opening = { member: ALIX, theme: "dark", width: 320, frameContext: "sidePanel" } as const;
    const { frame } = await bench.open(tabAddress("cellules"), {
      ...opening,
      context: { chatId: "19:meeting@thread.v2" },
    });
    await frame.getByRole("heading", { name: "Cellule sorties" }).waitFor();
    await frame.getByRole("heading", { name: "En ce moment" }).waitFor();
    assert.equal(await frame.getByRole("navigation").count(), 0, "the panel holds the cells alone");
    assert.equal(
      await frame.getByRole("link", { name: "Situation 2026-097" }).count(),
      1,
      "the same case several times",
    );
    await seen(frame, "Pour vous : avis à donner");
    await bench.lookAt(frame, "side-panel");
    await frame.getByRole("link", { name: "Situation 2026-097" }).first().click();
    await frame.getByRole("heading", { name: "Situation 2026-097" }).waitFor();
    await bench.lookAt(frame, "side-panel-case");
    await frame.getByRole("link", { name: "Retour : Cellule sorties" }).click();
    await frame.getByRole("link", { name: "Retour : Toutes les cellules" }).click();
    await frame.getByRole("heading", { name: "Ce qui vous attend" }).waitFor();
    await bench.lookAt(frame, "side-panel-all");
  });

  it("the tab of a channel is saved as it is, and opens on the cases of that channel", async () => {
    const opening = { member: DORIAN, frameContext: "settings", context: IN_CHANNEL } as const;
    const { page, frame, host } = await bench.open(tabAddress("configurer"), opening);
    await seen(frame, "pressez « Enregistrer »");
    await host.save();
    await page.waitForFunction("window.host.received.some(({ func }) => func === 'settings.save.success')");
    assert.deepEqual(await host.settings(), {
      ...{ entityId: "repere-canal", suggestedDisplayName: "Repère" },
      ...{ contentUrl: `${bench.url}/tab/canal`, websiteUrl: `${bench.url}/tab/canal` },
    });
    assert.ok((await host.received("settings.setValidityState")).some(({ args }) => args[0] === true));
  });

  it("the tab of a channel that is linked meanwhile shows its cases as soon as it is set up again", async () => {
    const channelId = "19:cellule-sorties@thread.tacv2";
    const { frame, host } = await bench.open(tabAddress("canal"), { member: ALIX, context: { channelId } });
    await frame.getByRole("heading", { name: "Ce canal n'est relié à aucune cellule" }).waitFor();
    await bench.services.store.commit([{ op: "put", doc: aLink({ cell: "sortie", channelId }) }]);
    await host.changed();
    await frame.getByRole("heading", { name: "Cellule sorties" }).waitFor();
    await seen(frame, "Situation 2026-097");
  });

  it("in a meeting, the tab that is saved shows the cells", async () => {
    const context = { chatId: "19:meeting@thread.v2" };
    const { page, frame, host } = await bench.open(tabAddress("configurer"), {
      ...{ member: DORIAN, frameContext: "settings", context },
    });
    await seen(frame, "pressez « Enregistrer »");
    await host.save();
    await page.waitForFunction("window.host.received.some(({ func }) => func === 'settings.save.success')");
    assert.equal((await host.settings())["contentUrl"], `${bench.url}/tab/cellules`);
  });

  it("an opinion given in the conversation changes the count on the channel's tab within 5 s, without a reload", async () => {
    const { frame } = await bench.open(tabAddress("canal"), { member: ALIX, context: IN_CHANNEL });
    const line = frame.getByRole("row").filter({ hasText: `Situation ${LATE}` });
    await line.getByText("0 avis donné sur").waitFor();
    await frame.evaluate(() => void (document.body.dataset["kept"] = "yes"));
    await givesOpinion(bench.chat.person(DORIAN), { outcome: "stay", why: "Elle avance seule." }, LATE);
    await line.getByText("1 avis donné sur").waitFor({ timeout: 5_000 });
    assert.equal(await frame.evaluate(() => document.body.dataset["kept"]), "yes", "the page was loaded again");
  });

  it("every task is done by keyboard: from the cells to a case, and back", async () => {
    const { page, frame } = await bench.open(tabAddress("cellules"), { member: EUGENIE });
    await frame
      .getByRole("link", { name: `Situation ${LATE}` })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    const title = frame.getByRole("heading", { name: `Situation ${LATE}`, level: 1 });
    await title.waitFor();
    await seen(frame, "donner votre avis");
    assert.ok(await title.evaluate((heading) => heading === document.activeElement), "the title takes the focus");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await frame.getByRole("heading", { name: "Cellule entrées", level: 1 }).waitFor();
  });
});

describe("The set-up of a channel's tab, for somebody who is not of the team", function () {
  this.timeout(90_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start({ auth: "entra" });
  });
  after(() => bench.stop());

  it("says that they are not, and what the tab shows all the same; nothing can be saved", async () => {
    const { frame, host } = await bench.open(tabAddress("configurer"), {
      ...{ member: STRANGER, frameContext: "settings", context: IN_CHANNEL },
    });
    await frame.getByText("Vous n'êtes pas dans l'équipe").first().waitFor();
    await frame.getByText("Cet onglet montre les situations").waitFor();
    assert.deepEqual(await host.received("settings.setValidityState"), []);
  });
});
