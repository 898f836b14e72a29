import { z } from "zod";
import { hasDied } from "../domain/participant/clock-facts.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode } from "./parts/on-case.ts";
import { handoverInput, loadHandover, readsHandover, type OnHandover } from "./parts/on-handover.ts";

const input = z.strictObject(handoverInput);

export interface HandoverSheetView extends OnHandover {
  readonly referent: string | null;
}

/** *Fiche de passage de relais*, to be read with the person first; nothing to print before it is written. */
export const printHandoverSheet = query<z.infer<typeof input>, OnHandover, HandoverSheetView>({
  act: "handover.print",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadHandover,
  allow: (actor, on) => readsHandover(actor, on) ?? (hasDied(on.dossier.file.doc) ? "personDied" : null),
  run: (services, _actor, on) =>
    on.handover.doc.sheet.asks === ""
      ? refused("nothingToSettle")
      : done({ ...on, referent: services.people.byObjectId(on.dossier.file.doc.referentId)?.name ?? null }),
});
