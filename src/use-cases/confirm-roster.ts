import { z } from "zod";
import { mayLeadReviews } from "../domain/review/members.ts";
import { cellId } from "../domain/review/codes.ts";
import type { CellLink } from "../domain/review/records.ts";
import { outsidersText } from "../domain/review/roster.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, query } from "./frame/use-case.ts";
import { readLink } from "./parts/post-of.ts";

const ofCell = z.strictObject({ cell: cellId });

export interface RosterView {
  readonly link: CellLink;
  /** The people who are shown: a confirmation is of them, and of no one who came since. */
  readonly rev: string;
}

/** Who is in the channel of a cell and not in the team. */
export const seeRoster = query<z.infer<typeof ofCell>, Versioned<CellLink> | undefined, RosterView>({
  act: "roster of a channel seen",
  input: ofCell,
  load: async (services, _actor, { cell }) => done(await readLink(services, cell)),
  allow: (actor) => (mayLeadReviews(actor) ? null : "roleMayNot"),
  run: (services, _actor, link) =>
    link === undefined
      ? refused("nothingToSettle")
      : done({ link: link.doc, rev: services.ids.digest(outsidersText(link.doc.outsiders)) }),
});

/** *C'est bien ainsi*: the outsiders that are shown are accepted, and what waits is posted. */
export const confirmRoster = command<
  { readonly cell: CellLink["cell"]; readonly rev: string },
  Versioned<CellLink> | undefined,
  { readonly cell: CellLink["cell"] }
>({
  act: "cell.confirm",
  input: z.strictObject({ cell: cellId, rev: z.string() }),
  queue: (_actor, { cell }) => `cell ${cell}`,
  load: async (services, _actor, { cell }) => done(await readLink(services, cell)),
  allow: (actor) => (mayLeadReviews(actor) ? null : "roleMayNot"),
  decide: (services: Services, _actor, known, { cell, rev }) => {
    if (known === undefined || known.doc.state !== "toConfirm" || known.doc.checkedOn === null)
      return refused("nothingToSettle");
    const accepted = services.ids.digest(outsidersText(known.doc.outsiders));
    if (accepted !== rev) return refused("changedMeanwhile");
    const link: CellLink = { ...known.doc, state: "linked", accepted };
    return done({
      outcome: { cell },
      head: null,
      writes: [{ op: "put", doc: link, expected: known.version }],
      audit: { act: "cell.confirm", code: null, details: { cell, outsiders: link.outsiders.length } },
    });
  },
});
