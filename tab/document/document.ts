/** The page /tab/document?kind=…: signs in, fetches the document with the person's own credentials, shows it, prints it. */
import { documentKind, type DocumentKind } from "../../src/contracts/documents.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { byId, element } from "../shared/dom.ts";
import { problemPanel } from "../shared/problem.ts";
import { askConfig, askDocument, type Answer } from "../shared/server.ts";
import { localBanner, teamsCredentials, type Credentials } from "./credentials.ts";
import { documentViewer } from "./viewer.ts";

const page = byId("page");
let asked = 0;

const show = (...content: readonly HTMLElement[]) => page.replaceChildren(...content);

async function fetchDocument(kind: DocumentKind, credentials: Credentials): Promise<Answer<string>> {
  const signedIn = await credentials();
  return signedIn.ok ? askDocument(kind, signedIn.value) : signedIn;
}

async function open(kind: DocumentKind, credentials: Credentials): Promise<void> {
  const turn = ++asked;
  const { title } = tabWords.documentKinds[kind];
  document.title = `${title} – ${tabWords.product}`;
  show(element("p", { role: "status" }, tabWords.loading));
  const answer = await fetchDocument(kind, credentials);
  if (turn !== asked) return;
  if (answer.ok) show(...documentViewer(title, `${kind}.html`, answer.value));
  else show(problemPanel(answer.problem, () => void open(kind, credentials)));
}

async function start(): Promise<void> {
  const kind = documentKind.safeParse(new URLSearchParams(location.search).get("kind"));
  const config = await askConfig();
  if (!config.ok) return show(problemPanel(config.problem, () => void start()));
  if (config.value.mode === "local") {
    const local = localBanner(config.value.members, () => void (kind.success && open(kind.data, local.credentials)));
    byId("banner").replaceChildren(local.banner);
    return begin(kind.data, { ok: true, value: local.credentials });
  }
  return begin(kind.data, await teamsCredentials());
}

async function begin(kind: DocumentKind | undefined, credentials: Answer<Credentials>): Promise<void> {
  if (kind === undefined) return show(problemPanel("notFound", () => void start()));
  if (!credentials.ok) return show(problemPanel(credentials.problem, () => void start()));
  return open(kind, credentials.value);
}

void start();
