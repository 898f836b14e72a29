import type { TabConfig } from "../../src/contracts/tab-config.ts";
import { tabWords } from "../../src/wording/tab.ts";
import { element } from "../shared/dom.ts";
import type { Answer } from "../shared/server.ts";
import { joinTeams, teamsToken } from "../shared/teams.ts";

/** The headers that say who asks; asked again for each request, since a token lives for an hour. */
export type Credentials = () => Promise<Answer<Record<string, string>>>;

/** In Teams: the token that Teams gives for the person signed in to it. */
export async function teamsCredentials(): Promise<Answer<Credentials>> {
  if (!(await joinTeams())) return { ok: false, problem: "outsideTeams" };
  return {
    ok: true,
    value: async () => {
      const token = await teamsToken();
      return token === undefined
        ? { ok: false, problem: "signInRefused" }
        : { ok: true, value: { Authorization: `Bearer ${token}` } };
    },
  };
}

type Members = Extract<TabConfig, { mode: "local" }>["members"];

/** In local mode: a banner that says so, where one chooses a member; `changed` is called when the choice changes. */
export function localBanner(members: Members, changed: () => void) {
  const choice = element(
    "select",
    { id: "member", onchange: changed },
    ...members.map(({ aadObjectId, name }) => element("option", { value: aadObjectId }, name)),
  );
  const banner = element(
    "aside",
    { className: "local", ariaLabel: tabWords.localMode },
    element("p", {}, element("strong", {}, tabWords.localMode), ` ${tabWords.localModeSays}`),
    element("label", { htmlFor: "member" }, tabWords.localMember, " "),
    choice,
  );
  const credentials: Credentials = () => Promise.resolve({ ok: true, value: { "X-Local-Member": choice.value } });
  return { banner, credentials };
}
