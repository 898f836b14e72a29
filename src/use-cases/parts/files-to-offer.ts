/** Files drawn to be scored twice: a share of those whose first evaluation is met, by their digest, never by hand. */
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { isDrawn } from "../../domain/calibration/draw.ts";
import type { Versioned } from "../../ports/store.ts";
import { mayBeScored, SCORED_ROUND } from "./double-scoring.ts";
import { roundIdOf } from "./dossier.ts";
import type { Services } from "../frame/services.ts";

/** As many as a list shows; the next ones come when these are offered. */
const OFFERED_AT_ONCE = 10;
const PAGE = 200;

const drawn = (services: Services, file: CaseFile): boolean =>
  file.round !== null &&
  mayBeScored(file, file.parcours) &&
  isDrawn(
    services.ids.digest(`double ${roundIdOf(file, SCORED_ROUND)}`),
    services.frameworks.current.suggestion.doubleScoredPercent,
  );

export interface ToOffer {
  readonly file: Versioned<CaseFile>;
  readonly metOn: string;
}

/** Of these files, those that were drawn, whose first evaluation is met, and that were not offered yet. */
const offerable = async (services: Services, files: readonly Versioned<CaseFile>[]): Promise<readonly ToOffer[]> => {
  const picked = files.filter(({ doc }) => drawn(services, doc));
  const ids = picked.map(({ doc }) => roundIdOf(doc, SCORED_ROUND));
  if (ids.length === 0) return [];
  const [rounds, scorings] = await Promise.all([
    services.store.getMany("round", ids),
    services.store.getMany("doubleScoring", ids),
  ]);
  const metOn = new Map(rounds.map(({ doc }) => [`${doc.code}.${doc.parcours}`, doc.metOn]));
  const offered = new Set(scorings.map(({ doc }) => `${doc.code}.${doc.parcours}`));
  return picked.flatMap((file) => {
    const key = `${file.doc.code}.${file.doc.parcours}`;
    const met = metOn.get(key) ?? null;
    return met === null || offered.has(key) ? [] : [{ file, metOn: met }];
  });
};

export const filesToOffer = async (services: Services): Promise<readonly ToOffer[]> => {
  const found: ToOffer[] = [];
  let cursor: string | undefined;
  do {
    const page = await services.store.list({
      kind: "case",
      key: "all",
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...(await offerable(services, page.items)));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < OFFERED_AT_ONCE);
  return found.slice(0, OFFERED_AT_ONCE);
};

/** One file, if it may be offered now. */
export const fileToOffer = async (services: Services, code: string): Promise<ToOffer | undefined> => {
  const file = await services.store.get("case", code);
  return file === undefined ? undefined : (await offerable(services, [file]))[0];
};
