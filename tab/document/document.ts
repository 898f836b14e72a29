/** The page /tab/document?kind=…: signs in, fetches the document with the person's own credentials, shows it, prints it. */
import { documentKind, EDITABLE_DOCUMENTS, type DocumentKind } from "../../src/contracts/documents.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { byId, element } from "../shared/dom.ts";
import { problemPanel } from "../shared/problem.ts";
import { askConfig, askDocument, askFile, type Answer } from "../shared/server.ts";
import { localBanner, teamsCredentials, type Credentials } from "./credentials.ts";
import { documentViewer } from "./viewer.ts";

const page = byId("page");
let asked = 0;

const show = (...content: readonly HTMLElement[]) => page.replaceChildren(...content);

/** Which document the address names: a kind and, for one person, their code. */
interface Asked {
  readonly kind: DocumentKind;
  readonly code: string | null;
}

async function fetchDocument({ kind, code }: Asked, credentials: Credentials): Promise<Answer<string>> {
  const signedIn = await credentials();
  return signedIn.ok ? askDocument(kind, code, signedIn.value) : signedIn;
}

const others = (what: Asked, credentials: Credentials): readonly HTMLElement[] =>
  EDITABLE_DOCUMENTS.includes(what.kind) ? [wordButton(what, credentials)] : [];

/** Fetched with the person's own credentials when it is asked for, then handed to the browser to keep. */
const wordButton = (what: Asked, credentials: Credentials): HTMLElement =>
  element("button", { type: "button", onclick: () => void saveForWord(what, credentials) }, tabWords.saveForWord);

async function saveForWord(what: Asked, credentials: Credentials): Promise<void> {
  const signedIn = await credentials();
  const file = signedIn.ok ? await askFile(what.kind, what.code, signedIn.value) : signedIn;
  if (!file.ok) return show(problemPanel(file.problem, () => void open(what, credentials)));
  const href = URL.createObjectURL(file.value);
  element("a", { href, download: `${[what.kind, what.code ?? ""].join("-").replaceAll(".", "-")}.docx` }).click();
  URL.revokeObjectURL(href);
}

async function open(what: Asked, credentials: Credentials): Promise<void> {
  const turn = ++asked;
  const { title } = tabWords.documentKinds[what.kind];
  document.title = `${title} – ${tabWords.product}`;
  show(element("p", { role: "status" }, tabWords.loading));
  const answer = await fetchDocument(what, credentials);
  if (turn !== asked) return;
  if (answer.ok) show(...documentViewer(title, `${what.kind}.html`, answer.value, others(what, credentials)));
  else show(problemPanel(answer.problem, () => void open(what, credentials)));
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const kind = documentKind.safeParse(query.get("kind"));
  const what = kind.success ? { kind: kind.data, code: query.get("code") } : undefined;
  const config = await askConfig();
  if (!config.ok) return show(problemPanel(config.problem, () => void start()));
  if (config.value.mode === "local") {
    const local = localBanner(config.value.members, () => void (what !== undefined && open(what, local.credentials)));
    byId("banner").replaceChildren(local.banner);
    return begin(what, { ok: true, value: local.credentials });
  }
  return begin(what, await teamsCredentials());
}

async function begin(what: Asked | undefined, credentials: Answer<Credentials>): Promise<void> {
  if (what === undefined) return show(problemPanel("notFound", () => void start()));
  if (!credentials.ok) return show(problemPanel(credentials.problem, () => void start()));
  return open(what, credentials.value);
}

void start();
