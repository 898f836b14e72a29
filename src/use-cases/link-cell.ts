import { z } from "zod";
import { mayLeadReviews } from "../domain/review/members.ts";
import { cellId } from "../domain/review/codes.ts";
import type { CellLink } from "../domain/review/records.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { afterLooking, linksOf, lookInto } from "./parts/linking.ts";
import { readLink } from "./parts/post-of.ts";
import { tellLeads } from "./parts/tell-leads.ts";

const input = z.strictObject({
  cell: cellId,
  channelId: z.string(),
  teamId: z.string().nullable(),
  tenantId: z.string(),
  serviceUrl: z.string(),
  /** `file`: the channel that the PLIE's file names, met for the first time; nobody has to ask. */
  as: z.enum(["asked", "file"]),
});
export type LinkInput = z.infer<typeof input>;

interface Loaded {
  readonly known: Versioned<CellLink> | undefined;
  /** The channel that the PLIE's file gives; undefined: this PLIE does not hold the cell. */
  readonly initial: string | null | undefined;
}

/** What a link starts from: what was accepted of a channel stays accepted when it is linked again. */
const started = (services: Services, actor: Actor, { known }: Loaded, place: LinkInput): CellLink => {
  const same = known?.doc.channelId === place.channelId ? known.doc : undefined;
  const { cell, channelId, teamId, tenantId, serviceUrl } = place;
  return {
    ...{ kind: "cellLink", schemaVersion: 1, cell, channelId, teamId, tenantId, serviceUrl },
    linkedBy: actor.memberId,
    linkedAt: services.clock.now().toISOString(),
    state: "toConfirm",
    outsiders: same?.outsiders ?? [],
    accepted: same?.accepted ?? null,
    roster: same?.roster ?? [],
    checkedOn: null,
  };
};

/**
 * *relier entrées*: the channel becomes the cell's. Who is in it and not in the team is told to each chargé de projet, and nothing is posted until
 * one of them says that it is well so.
 */
export const linkCell = command<LinkInput, Loaded, { readonly state: CellLink["state"] }>({
  act: "cell.link",
  input,
  queue: (_actor, { cell }) => `cell ${cell}`,
  load: async (services, _actor, { cell }) =>
    done({ known: await readLink(services, cell), initial: services.plie.cells[cell]?.channel }),
  allow: (actor, { known, initial }, { as, channelId }) => {
    if (as === "file") return known === undefined && initial === channelId ? null : "alreadyDone";
    if (!mayLeadReviews(actor)) return "roleMayNot";
    return initial === undefined ? "noSuchCell" : null;
  },
  decide: async (services, actor, loaded, place) => {
    const looked = await lookInto(services, place);
    const before = started(services, actor, loaded, place);
    const link = looked.kind === "read" ? afterLooking(services, before, looked) : before;
    const { cell } = place;
    const toTell = looked.kind === "read" && link.state === "toConfirm";
    const asked = place.as === "asked" ? (actor.playedBy ?? actor.memberId) : null;
    const told = toTell
      ? await tellLeads(services, { screen: "rosterCheck", cell, notice: null, at: null }, { also: asked })
      : [];
    return done({
      outcome: { state: link.state },
      head: null,
      writes: [{ op: "put", doc: link, expected: loaded.known?.version ?? "new" }, ...told],
      audit: { act: "cell.link", code: null, details: { cell, state: link.state, outsiders: link.outsiders.length } },
    });
  },
});

/** The cells whose channel this is, or was told to be by the PLIE's file. */
export const cellsOfChannel = async (
  services: Services,
  channelId: string,
): Promise<{ readonly linked: readonly CellLink[]; readonly configured: readonly CellLink["cell"][] }> => {
  const links = await linksOf(services, { channel: channelId });
  const named = cellId.options.filter((cell) => services.plie.cells[cell]?.channel === channelId);
  const known = await services.store.getMany("cellLink", named);
  return {
    linked: links.map(({ doc }) => doc),
    configured: named.filter((cell) => !known.some(({ doc }) => doc.cell === cell)),
  };
};

/** A channel of the file that was never linked, where Teams says who is there: an empty one is none that we are in. */
const initialOf = async (services: Services, cell: CellLink["cell"], serviceUrl: string): Promise<InitialChannel[]> => {
  const channelId = services.plie.cells[cell]?.channel ?? null;
  if (channelId === null) return [];
  const looked = await lookInto(services, { channelId, serviceUrl });
  const there = looked.kind === "read" && looked.roster.length > 0;
  return there ? [{ cell, channelId, teamId: null, tenantId: services.plie.tenantId, serviceUrl }] : [];
};

export type InitialChannel = Omit<LinkInput, "as">;

/** The channels that the PLIE's file names for cells that were never linked, by the address of any chat that is known. */
export const findInitialChannels = async (services: Services): Promise<readonly InitialChannel[]> => {
  const named = cellId.options.filter((cell) => (services.plie.cells[cell]?.channel ?? null) !== null);
  const known = await services.store.getMany("cellLink", named);
  const unmet = named.filter((cell) => !known.some(({ doc }) => doc.cell === cell));
  if (unmet.length === 0) return [];
  const { items } = await services.store.list({ kind: "conversation", key: "all", limit: 1 });
  const [chat] = items;
  if (chat === undefined) return [];
  return (await Promise.all(unmet.map((cell) => initialOf(services, cell, chat.doc.serviceUrl)))).flat();
};
