/** A whole day, from the chat to the tab: what somebody does in the conversation or in the channel is on the page that a colleague has open, without a reload. */
import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { emptyDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, EUGENIE } from "../support/chat.ts";
import {
  enter,
  lines,
  link,
  openDomain,
  peopleOf,
  register,
  TEAM,
  movableClock,
  ALL_BUT_HEALTH_AND_WORK,
} from "../conversation/steps.ts";
import { CODE, givesOpinion, goes, LIGHT, REVIEW, reviewOf, submitted } from "../conversation/decision-steps.ts";
import { TabBench } from "./support/tab-bench.ts";

/** What the product promises between an act and the page that shows it. */
const SOON_MS = 5000;

/** The page was never loaded again: what it was marked with is still there. */
const mark = (frame: Frame) => frame.evaluate(() => void (document.documentElement.dataset["day"] = "one"));
const isSamePage = async (frame: Frame) =>
  (await frame.evaluate(() => document.documentElement.dataset["day"])) === "one";

describe("A whole day", function () {
  this.timeout(120_000);
  let bench: TabBench;
  const disk = emptyDisk();
  before(async () => {
    bench = await TabBench.start({ disk, people: peopleOf(TEAM), clock: movableClock(), settings: { demo: "off" } });
  });
  after(() => bench.stop());

  it("goes from the person who is received to the decision that is counted, on pages that nobody loads again", async () => {
    const basile = bench.chat.person(BASILE);
    const list = await bench.open("/tab/participants", { member: BASILE });
    await list.frame.getByRole("heading", { level: 1, name: "Participants" }).waitFor();
    const dashboard = await bench.open("/tab/tableau-de-bord", { member: EUGENIE });
    await dashboard.frame.getByRole("heading", { level: 1, name: "Tableau de bord" }).waitFor();
    await mark(list.frame);
    await mark(dashboard.frame);

    await register(basile);
    await list.frame.getByRole("link", { name: /Amina Benali/ }).waitFor({ timeout: SOON_MS });

    await enter(basile);
    const file = await bench.open(`/tab/participants/${CODE}`, { member: BASILE });
    await file.frame.getByRole("heading", { level: 1, name: /Amina Benali/ }).waitFor();
    await mark(file.frame);
    await basile.press(
      "Enregistrer et continuer",
      lines("nothing", ...[...ALL_BUT_HEALTH_AND_WORK, "sante"].filter((domain) => !(domain in LIGHT))),
    );
    await goes(basile, "overview.open", { code: CODE });
    await openDomain(basile, "recherche");
    await basile.press("Enregistrer et continuer", LIGHT["recherche"] ?? {});
    await file.frame
      .getByText(/Difficulté réelle/)
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: SOON_MS });

    await goes(basile, "situation.open", { code: CODE });
    await basile.press("Enregistrer", { seeksWork: "yes" });
    await goes(basile, "personView.open", { code: CODE });
    await basile.press("Enregistrer", { agreement: "agrees", words: "" });
    await goes(basile, "recommendation.open", { code: CODE });
    await basile.press("Enregistrer", { choice: "reorient:franceTravail", why: "Elle cherche déjà bien." });
    const cell = await bench.open("/tab/cellules", { member: DORIAN });
    await cell.frame.getByRole("heading", { level: 1, name: "Cellules" }).waitFor();
    const channel = await link(bench.chat, "entree");
    await submitted(basile);
    await cell.frame.getByText(`Situation ${REVIEW}`).filter({ visible: true }).first().waitFor({ timeout: SOON_MS });

    const why = {
      outcome: "reorient",
      to: "franceTravail",
      why: "La piste est la bonne.",
      next: "Basile l'y accompagne.",
    };
    await bench.chat.settled();
    for (const member of [ALIX, DORIAN, EUGENIE]) await givesOpinion(bench.chat.person(member), why);
    const dorian = bench.chat.person(DORIAN);
    await channel.press(DORIAN, REVIEW, "Révéler les avis");
    await bench.chat.settled();
    await channel.press(DORIAN, REVIEW, "Enregistrer la décision");
    await goes(dorian, "decision.open", { review: REVIEW });
    await dorian.press("Confirmer la décision", {
      outcome: "reorient",
      to: "franceTravail",
      reasons: "Une recherche d'emploi accompagnée par France Travail lui convient mieux.",
    });
    assert.equal(reviewOf(disk)["state"], "decided", "the decision was not recorded");
    await dashboard.frame
      .getByRole("listitem")
      .filter({ hasText: "Réorientation : France Travail" })
      .getByRole("link", { name: "1" })
      .waitFor({ timeout: SOON_MS });
    for (const { frame } of [list, dashboard, file]) assert.ok(await isSamePage(frame), "a page was loaded again");
  });
});
