/** The cases that a cell will study, recorded through the product's own commands before anything is killed. */
import type { Actor } from "../../src/domain/people/actor.ts";
import type { Member } from "../../src/domain/people/member.ts";
import { enterParticipant, readEntryForm } from "../../src/use-cases/enter-participant.ts";
import type { Delivery } from "../../src/use-cases/frame/delivery.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { readDossier } from "../../src/use-cases/parts/dossier.ts";
import { readRegistration } from "../../src/use-cases/parts/registration.ts";
import { readRecommendationForm, recordRecommendation } from "../../src/use-cases/record-recommendation.ts";
import { registerParticipant } from "../../src/use-cases/register-participant.ts";
import { CHANNELS } from "../support/channel-place.ts";
import type { Chat } from "../support/chat.ts";
import { inRoster } from "../support/fake-rooms.ts";

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
  for (const member of members.filter(({ roles }) => roles.includes("referent")))
    for (let own = 0; own < each; own += 1) {
      count += 1;
      const code = await prepareOne(chat.product.services, member, count);
      codes.set(member.aadObjectId, [...(codes.get(member.aadObjectId) ?? []), code]);
    }
  return codes;
};

const recorded = { intent: "record", settles: null } as const;

const prepareOne = async (services: Services, member: Member, count: number): Promise<string> => {
  const { aadObjectId: memberId, name, roles } = member;
  const actor: Actor = { memberId, name, roles, playedBy: null, today: services.clock.today() };
  const step = (what: string): Delivery => ({ activityKey: `crash.${count}.${what}`, click: null, answerTo: null });
  const today = services.clock.today();
  const birthDate = `${1960 + (count % 39)}-03-${String((count % 27) + 1).padStart(2, "0")}`;
  const person = { givenName: "Amina", familyName: familyName(count), birthDate, orientationOn: today };
  const inputs = { ...person, rightToWork: "yes", willing: "yes" };
  const { rev } = await readRegistration(services, actor);
  const registered = await perform(
    ...([services, actor, registerParticipant, { rev, inputs, intent: "another" }, step("register")] as const),
    (outcome) => ({ code: outcome.kind === "registered" ? outcome.code : null }),
  );
  const code = registered.ok ? String(registered.value["code"]) : "";
  const dossier = async () => {
    const found = await readDossier(services, code);
    if (found === undefined) throw new Error(`the case ${count} could not be prepared`);
    return found;
  };
  const entry = { firstInterviewOn: today, noticeOn: today, language: "français", healthAgreement: "agreed" };
  const entered = { code, rev: (await readEntryForm(services, await dossier())).rev, inputs: entry, ...recorded };
  await perform(services, actor, enterParticipant, entered, step("enter"), () => ({}));
  const recommended = {
    ...{ code, rev: (await readRecommendationForm(services, await dossier())).rev, ...recorded },
    inputs: { choice: "stay", why: "Elle avance bien ainsi" },
  };
  await perform(services, actor, recordRecommendation, recommended, step("recommend"), () => ({}));
  return code;
};
