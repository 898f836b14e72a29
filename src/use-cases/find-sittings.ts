import { z } from "zod";
import { hasRole } from "../domain/people/actor.ts";
import { mayLeadReviews, takesPart } from "../domain/review/members.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readAgenda, type Agenda } from "./parts/agenda.ts";
import { cellsFor } from "./parts/on-sitting.ts";

const input = z.strictObject({});

export interface SittingsView {
  /** The agendas that this member may read, cell by cell. */
  readonly agendas: readonly Agenda[];
  /** Open sittings that they lead or follow. */
  readonly open: readonly Agenda[];
  readonly leads: boolean;
}

/** Which cells this member works in, and which sittings are open to them: « ordre du jour » and « séance » lead there. */
export const findSittings = query<z.infer<typeof input>, true, SittingsView>({
  act: "sittings.find",
  input,
  load: () => Promise.resolve(done(true)),
  allow: (actor) => (takesPart(actor) || hasRole(actor, "assistante") ? null : "roleMayNot"),
  run: async (services, actor) => {
    const leads = mayLeadReviews(actor);
    const agendas = await Promise.all(cellsFor(services, actor).map((cell) => readAgenda(services, cell)));
    const follows = ({ sitting }: Agenda): boolean =>
      sitting !== undefined && (leads || sitting.doc.secretaryId === actor.memberId);
    return done({ agendas, open: agendas.filter(follows), leads });
  },
});
