import { z } from "zod";
import { meetingId } from "../domain/review/codes.ts";
import { closedSitting } from "../domain/review/sitting.ts";
import type { Write } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { readWholeAgenda } from "./parts/agenda.ts";
import { drawMinutes } from "./parts/draw-minutes.ts";
import { leadsSitting, loadSitting, queueOfSitting, type Sitting } from "./parts/on-sitting.ts";

const input = z.strictObject({ meeting: meetingId, rev: z.string() });

/** Closes the sitting, freezes its minutes, and confirms what was opened in a passage urgent. What was not decided waits for the next one, opinions kept. */
export const closeSitting = command<z.infer<typeof input>, Sitting, { readonly kind: "closed" | "overtaken" }>({
  act: "sitting.close",
  input,
  queue: queueOfSitting,
  load: loadSitting,
  allow: (actor) => leadsSitting(actor),
  decide: async (services, actor, { meeting }, { meeting: id, rev }) => {
    const audit = { act: "sitting.close", code: null, details: { meeting: id } };
    if (meeting.doc.state === "closed") return refused("sittingClosed");
    if (rev !== meeting.version) return done({ outcome: { kind: "overtaken" }, writes: [], head: null, audit });
    const at = services.clock.now().toISOString();
    const closed = closedSitting(meeting.doc, actor.memberId, at);
    const { model, told } = await drawMinutes(services, closed, at);
    const { toConfirm } = await readWholeAgenda(services, closed.cell);
    const writes: readonly Write[] = [
      { op: "put", doc: closed, expected: meeting.version },
      {
        op: "put",
        doc: {
          ...{ kind: "minutes", schemaVersion: 1, meeting: id },
          ...{ model: JSON.stringify(model), by: actor.memberId, at },
        },
        expected: "new",
      },
      ...told.map(({ doc, version }): Write => ({ op: "put", doc: { ...doc, toldIn: id }, expected: version })),
      ...toConfirm.map(({ doc, version }): Write => ({
        ...{ op: "put", expected: version },
        doc: { ...doc, confirmedIn: id },
      })),
    ];
    return done({ outcome: { kind: "closed" }, writes, head: null, audit });
  },
});
