/** The cases that a cell will study, prepared through the product itself before anything is killed. */
import { CHANNELS } from "../support/channel-place.ts";
import type { Chat } from "../support/chat.ts";
import { inRoster } from "../support/fake-rooms.ts";
import { ALL_BUT_HEALTH_AND_WORK, enter, lines, register } from "../conversation/steps.ts";
import type { Member } from "../../src/domain/people/member.ts";

const familyName = (count: number): string => {
  const letters = String(count).replace(/\d/g, (digit) => "bcdfghjklm"[Number(digit)] ?? "");
  return `v${letters}${letters}${letters}${letters}a`;
};

/** Everyone says hello, the channel is linked, and each référent has so many cases ready to be presented; their codes, by référent. */
export const prepareCases = async (
  chat: Chat,
  members: readonly Member[],
  each: number,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const roster = members.map(({ aadObjectId, name }) => inRoster(aadObjectId, name));
  const place = chat.channel(CHANNELS.entree);
  chat.teams.roster(place.channelId, roster);
  for (const { aadObjectId } of members) await chat.person(aadObjectId).say("bonjour");
  const lead = members.find(({ roles }) => roles.includes("chargeDeProjet"));
  await place.say(lead?.aadObjectId ?? "", "relier entrées");
  const codes = new Map<string, string[]>();
  let count = 0;
  for (const { aadObjectId, roles } of members.filter((member) => member.roles.includes("referent")))
    for (let own = 0; own < each && roles.length > 0; own += 1) {
      count += 1;
      const code = await prepareOne(chat, aadObjectId, count);
      codes.set(aadObjectId, [...(codes.get(aadObjectId) ?? []), code]);
    }
  return codes;
};

const prepareOne = async (chat: Chat, referentId: string, count: number): Promise<string> => {
  const person = chat.person(referentId);
  const day = String((count % 27) + 1).padStart(2, "0");
  await register(person, {
    Prénom: "Amina",
    Nom: familyName(count),
    "Date de naissance": `${day}/03/19${60 + (count % 39)}`,
  });
  const code = /P-\d{4}-\d{4,}/.exec(person.text)?.[0] ?? "";
  await enter(person, "agreed", todayOf());
  await person.press("Reprendre plus tard", lines("nothing", ...ALL_BUT_HEALTH_AND_WORK));
  await person.say(`synthèse ${code}`);
  await person.press("Ma préconisation");
  await person.press("Enregistrer", { choice: "stay", why: "Elle avance bien ainsi" });
  return code;
};

const todayOf = (): Readonly<Record<string, string>> => {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
  return { firstInterviewOn: today, noticeOn: today };
};
