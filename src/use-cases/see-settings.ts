import { z } from "zod";
import type { Framework } from "../domain/framework/schema.ts";
import type { DirectoryHead } from "../domain/offer/records.ts";
import { maySeeSettings } from "../domain/people/actor.ts";
import type { Member } from "../domain/people/member.ts";
import { cellId, type CellId } from "../domain/review/codes.ts";
import { membersOfCell, type CellRules } from "../domain/review/members.ts";
import type { CellLink } from "../domain/review/records.ts";
import { readHead } from "./parts/directory.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({});

interface CellSettings {
  readonly cell: CellId;
  readonly rules: CellRules;
  readonly members: readonly Member[];
  /** Null: no channel was ever linked. */
  readonly link: CellLink | null;
}
export interface SettingsView {
  readonly team: readonly Member[];
  /** Why the last version of the team's file was not taken; empty: it was. */
  readonly teamRefused: readonly string[];
  readonly cells: readonly CellSettings[];
  readonly directory: DirectoryHead | null;
  readonly framework: Framework;
}

const readCells = async ({ store, plie, people }: Services): Promise<readonly CellSettings[]> => {
  const held = cellId.options.flatMap((cell) => {
    const rules = plie.cells[cell];
    return rules === undefined ? [] : [{ cell, rules }];
  });
  const links = await store.getMany(
    "cellLink",
    held.map(({ cell }) => cell),
  );
  const linkOf = new Map(links.map(({ doc }) => [doc.cell, doc]));
  const team = people.members();
  return held.map(({ cell, rules }) => ({
    ...{ cell, rules },
    members: membersOfCell(rules, team),
    link: linkOf.get(cell) ?? null,
  }));
};

/** *Réglages*: what the PLIE's files say and how its channels stand; everything is changed in the files and in Teams. */
export const seeSettings = query<z.infer<typeof input>, null, SettingsView>({
  act: "settings.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (maySeeSettings(actor) ? null : "roleMayNot"),
  run: async (services) => {
    const { people, frameworks } = services;
    const [cells, directory] = await Promise.all([readCells(services), readHead(services)]);
    return done({
      team: people.members(),
      teamRefused: people.refused?.() ?? [],
      cells,
      directory: directory ?? null,
      framework: frameworks.current,
    });
  },
});
