import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { typedIn } from "../../bot/routes/route.ts";
import { cardActions } from "../../cards/actions.ts";
import { domainFields } from "../../cards/actions/diagnostic.ts";
import { identityFields } from "../../cards/actions/person.ts";
import { launchBrowser } from "../support/browser.ts";
import { openCardPage, type CardPage } from "../support/card-pages.ts";
import { sampleCard } from "./samples.ts";

const save = { name: "Enregistrer et continuer", exact: true };

describe("What comes back from a card that was filled in", function () {
  this.timeout(60_000);
  let browser: Browser;
  let screen: CardPage;
  before(async () => {
    browser = await launchBrowser();
    screen = await openCardPage(browser, "light", 640);
  });
  beforeEach(() => screen.show(sampleCard("domain").card));
  after(() => browser.close());
  const press = async () => {
    await screen.page.getByRole("button", save).click();
    return cardActions.saveDomain.data.parse((await screen.pressed()).data);
  };
  const field = (label: string) => screen.page.getByLabel(label, { exact: true });

  it("is everything that the card showed, when nothing was changed", async () => {
    const { strength, severity, situations, selfSeverity, priority, source, facts } = await press();
    assert.match(strength ?? "", /^Envoie des photos/);
    assert.match(facts ?? "", /^Utilise seule la messagerie/);
    assert.equal(situations?.split(",").length, 3);
    assert.deepEqual([severity, selfSeverity, priority, source], ["2", "1", "true", "dit"]);
  });

  it("is what was typed, also in what is folded away again", async () => {
    await field("Faits utiles").fill("Un fait\n${1+1} [x](javascript:alert(1))");
    await field("Ce qui aide déjà").fill("Sa fille l'aide");
    await screen.page.getByRole("button", { name: "Faits utiles et points urgents" }).click();
    assert.equal(await field("Faits utiles").isVisible(), false, "the facts are folded");
    const { facts, strength } = await press();
    assert.equal(facts, "Un fait\n${1+1} [x](javascript:alert(1))");
    assert.equal(strength, "Sa fille l'aide");
  });

  it("is empty where a text was erased or the last tick removed: it is not taken for « unchanged »", async () => {
    await field("Ce qui aide déjà").fill("");
    for (const box of await screen.page.locator("input[type=checkbox]").all()) await box.uncheck();
    const read = typedIn(Object.keys(domainFields), await press(), "priority");
    assert.deepEqual([read.strength, read.situations, read.priority], ["", "", "false"]);
    assert.match(read.facts ?? "", /^Utilise seule la messagerie/, "what is folded away is not erased");
  });

  it("is empty too on a form that shows no box to tick", async () => {
    await screen.show(sampleCard("identity").card);
    await field("Téléphone").fill("");
    await screen.page.getByRole("button", { name: "Enregistrer" }).click();
    const data = cardActions.saveIdentity.data.parse((await screen.pressed()).data);
    const read = typedIn(Object.keys(identityFields), data, "whole");
    assert.deepEqual([read.phone, read.commune], ["", "Chenove sur Ouche"]);
  });

  it("holds nothing of the search when one goes back home", async () => {
    await screen.show(sampleCard("participants").card);
    await screen.page.getByRole("button", { name: "Accueil" }).click();
    assert.deepEqual(await screen.pressed(), { verb: "home.open", data: {} });
  });
});
