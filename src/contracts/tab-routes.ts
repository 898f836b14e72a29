/** The addresses of the tab's pages, under /tab: the server gives the page for each, the browser shows what it names. Codes only, never a name. */

/** Every page, with what its address may hold after it. */
export const TAB_PAGES = {
  "tableau-de-bord": [],
  participants: ["code"],
  dossiers: [],
  cellules: ["cell"],
  offre: [],
  reglages: [],
  /** What a channel's own tab shows. */
  canal: [],
  /** Where a channel's tab is set up. */
  configurer: [],
  document: [],
} as const;
export type TabPage = keyof typeof TAB_PAGES;

const PAGE_NAMES: ReadonlySet<string> = new Set(Object.keys(TAB_PAGES));
const isTabPage = (name: string): name is TabPage => PAGE_NAMES.has(name);

/** Every address, as a router declares it. */
export const TAB_ADDRESSES: readonly string[] = [
  "/tab",
  "/tab/",
  ...Object.entries(TAB_PAGES).flatMap(([page, parameters]) => [
    `/tab/${page}`,
    ...parameters.map((name) => `/tab/${page}/:${name}`),
  ]),
];

/** Where a page stands: its name, the code that follows, and what narrows it. */
export interface TabPlace {
  readonly page: TabPage | null;
  readonly code: string | null;
  readonly query: URLSearchParams;
}

/** The page of an address, as a router declares it or as it stands in a browser; null: none. */
export const tabPageOf = (pathname: string): TabPage | null => {
  const name = pathname.split("/")[2] ?? "";
  return isTabPage(name) ? name : null;
};

/** Null: what no address holds. */
const partsOf = (pathname: string): readonly string[] | null => {
  if (!/^\/tab(?:\/|$)/.test(pathname)) return null;
  try {
    return pathname
      .replace(/^\/tab\/?/, "")
      .split("/")
      .map(decodeURIComponent);
  } catch {
    return null;
  }
};

/** Null: no page of the tab. The page is null at /tab itself. */
export const readTabAddress = (pathname: string, search: string): TabPlace | null => {
  const parts = partsOf(pathname);
  if (parts === null) return null;
  const [name = "", code = null, ...more] = parts;
  const query = new URLSearchParams(search);
  if (name === "") return { page: null, code: null, query };
  if (!isTabPage(name) || more.length > 0) return null;
  return code !== null && TAB_PAGES[name].length === 0 ? null : { page: name, code, query };
};

/** `tabAddress("participants", "P-2026-0001")` → `/tab/participants/P-2026-0001`. */
export const tabAddress = (
  page: TabPage,
  code: string | null = null,
  query: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams(query).toString();
  const path = ["/tab", page, ...(code === null ? [] : [encodeURIComponent(code)])].join("/");
  return search === "" ? path : `${path}?${search}`;
};
