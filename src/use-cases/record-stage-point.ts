import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import { AGREED_AT_MOST } from "../domain/participant/path-records.ts";
import { quarterOf, type StagePoint } from "../domain/participant/stage-point.ts";
import { cleanText, lengthOf } from "../domain/text.ts";
import { pathCommand } from "./parts/path-form.ts";
import { stagePointForm } from "./parts/stage-points.ts";

const agreedIn = (inputs: TypedInputs): { readonly ok: true; readonly value: string } | { readonly ok: false } => {
  const agreed = cleanText(inputs["agreed"] ?? "");
  return agreed === "" || lengthOf(agreed) > AGREED_AT_MOST ? { ok: false } : { ok: true, value: agreed };
};

/** *Point d'étape*: what the quarterly meeting agreed for this person, shown at the next one. */
export const recordStagePoint = pathCommand({
  act: "stagePoint.record",
  kind: stagePointForm,
  read: agreedIn,
  // An answer that was lost on its way is asked for again with the same words.
  stands: async (file, agreed, { store, clock }) => {
    const { items } = await store.list({ kind: "stagePoint", key: `case:${file.code}`, limit: 1, descending: true });
    const last = items[0]?.doc;
    return last?.parcours === file.parcours && last.on === clock.today() && last.agreed === agreed;
  },
  record: (file, agreed, { clock }, { memberId }) => {
    const { code, parcours, edition } = file;
    const on = clock.today();
    const quarter = quarterOf(on);
    const common = { kind: "stagePoint", schemaVersion: 1, code, parcours, edition } as const;
    const doc: StagePoint = { ...common, quarter, on, agreed, by: memberId, at: clock.now().toISOString() };
    return { head: file, writes: [{ op: "put", doc, expected: "new" }], details: { on, quarter } };
  },
});
