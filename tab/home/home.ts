/** The page /tab: what is here today, and nothing that is not. */
import { DOCUMENT_KINDS, PERSONAL_DOCUMENTS } from "../../src/contracts/documents.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { byId, element } from "../shared/dom.ts";
import { joinTeams } from "../shared/teams.ts";

const documents = DOCUMENT_KINDS.filter((kind) => !PERSONAL_DOCUMENTS.includes(kind)).map((kind) => {
  const { title, about } = tabWords.documentKinds[kind];
  return element("li", {}, element("a", { href: `/tab/document?kind=${kind}` }, title), element("p", {}, about));
});

byId("page").replaceChildren(
  element("h1", {}, tabWords.product),
  element("p", {}, tabWords.homeIntro),
  element("h2", {}, tabWords.documents),
  element("ul", { className: "documents" }, ...documents),
);
void joinTeams();
