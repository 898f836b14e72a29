import { exitNewsFromInputs } from "../domain/participant/path-from-inputs.ts";
import { pathCommand, type PathFormKind } from "./parts/path-form.ts";

export const exitNewsForm: PathFormKind = {
  name: "exitNews",
  closed: ({ afterExit, status }) => {
    if (status === "cancelled" || afterExit === null) return "caseClosed";
    return afterExit.doneOn === null ? null : "alreadyDone";
  },
  version: ({ afterExit, parcours }) => `${parcours}.${afterExit?.from ?? "-"}.${afterExit?.doneOn ?? "-"}`,
  inputs: (_file, today) => ({ on: today, still: "", proof: "" }),
};

/** *Six mois après la sortie*: whether the person is still in employment, and how it is known. */
export const recordExitNews = pathCommand({
  act: "exitNews.record",
  kind: exitNewsForm,
  read: (inputs, { afterExit }, today) =>
    afterExit === null ? undefined : exitNewsFromInputs(inputs, afterExit.from, today),
  record: (file, news, { clock }, { memberId }) => {
    const { code, parcours, afterExit } = file;
    const common = { kind: "exitNews", schemaVersion: 1, code, parcours } as const;
    return {
      head: { ...file, afterExit: afterExit === null ? null : { ...afterExit, doneOn: news.on } },
      writes: [
        { op: "put", doc: { ...common, ...news, by: memberId, at: clock.now().toISOString() }, expected: "new" },
      ],
      details: { on: news.on, still: news.still, proof: news.proof },
    };
  },
});
