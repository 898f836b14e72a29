/** The addresses of the tab that a card opens. In Teams a link opens there; outside, in the browser. Codes only, never a name. */

/** The personal tab, as manifest/manifest.json names it. */
export const TAB_ENTITY = "repere";

export interface TabPlace {
  /** Address of the server, without a trailing slash. */
  readonly publicUrl: string;
  /** How Teams names our app; null: local mode, where no Teams is. */
  readonly appId: string | null;
}

/** `address` is one of ours: « /tab/participants/P-2026-0001 ». */
export const tabLink = ({ publicUrl, appId }: TabPlace, address: string): string => {
  const webUrl = publicUrl + address;
  if (appId === null) return webUrl;
  const subEntityId = address.replace(/^\/tab\/?/, "");
  const query = new URLSearchParams({
    webUrl,
    ...(subEntityId === "" ? {} : { context: JSON.stringify({ subEntityId }) }),
  });
  // Teams reads %20 where a form would write +.
  return `https://teams.microsoft.com/l/entity/${appId}/${TAB_ENTITY}?${query.toString().replaceAll("+", "%20")}`;
};
