/** From an address opened in a browser to a member whom the server knows. */
import { me } from "../../src/contracts/me.ts";
import { tabConfig, type TabConfig } from "../../src/contracts/tab-config.ts";
import { readAs, send, type Answer, type Credentials } from "./server.ts";
import type { Session } from "./session.tsx";
import { teamsToken, type TeamsContext } from "./teams.ts";

/** How to sign in here, as the page itself says it. */
export const configIn = (page: Document): TabConfig => {
  const said: unknown = JSON.parse(page.getElementById("config")?.textContent ?? "null");
  return tabConfig.parse(said);
};

/** `asking`: the person just pressed the button that lets Teams ask them to agree. */
const teamsCredentials =
  (asking: boolean): Credentials =>
  async () => {
    const answer = await teamsToken(asking);
    return answer.ok
      ? { ok: true, value: { Authorization: `Bearer ${answer.token}` } }
      : { ok: false, problem: answer.problem };
  };

const localCredentials =
  (aadObjectId: string): Credentials =>
  () =>
    Promise.resolve({ ok: true, value: { "X-Local-Member": aadObjectId } });

const whoIs = async (
  asking: Credentials,
  credentials: Credentials,
  teams: TeamsContext | undefined,
): Promise<Answer<Session>> => {
  const who = await asking();
  if (!who.ok) return who;
  const answer = await send("/api/me", { headers: who.value });
  if (!answer.ok) return answer;
  const read = await readAs(answer.value, me);
  return read.ok ? { ok: true, value: { me: read.value, credentials, teams } } : read;
};

export const signInWithTeams = (teams: TeamsContext | undefined, asking: boolean): Promise<Answer<Session>> =>
  teams === undefined
    ? Promise.resolve({ ok: false, problem: "outsideTeams" })
    : whoIs(teamsCredentials(asking), teamsCredentials(false), teams);

export const signInLocally = (aadObjectId: string, teams: TeamsContext | undefined): Promise<Answer<Session>> => {
  const credentials = localCredentials(aadObjectId);
  return whoIs(credentials, credentials, teams);
};
