/** What leaves towards the referring body, once somebody's path is decided: each value confirmed, and the person told. */
import { TOLD } from "../../../domain/exchange/transmission-from-inputs.ts";
import { confirmTransmission } from "../../confirm-transmission.ts";
import { loadTransmitting } from "../../parts/transmitting.ts";
import { carryOut, recorded } from "../doing.ts";
import type { Living, Step, Story } from "./story.ts";

const isTransmitted: Step = async (story, doing, { code }) => {
  const loaded = await loadTransmitting(doing.services, doing.actor, { code });
  if (!loaded.ok) return;
  const { form } = loaded.value;
  const inputs = { ...form.shown, told: TOLD };
  const input = { code, rev: form.rev, inputs, ...recorded };
  story.note("transmission", await carryOut(doing, "transmission", confirmTransmission, input));
};

/** One in three. */
export const transmitsTo = (story: Story, living: Living): void => {
  if (story.file.transmits()) story.on(story.in(2, 9, story.file.dice), living, isTransmitted);
};
