/** Who was erased since a backup was made: named by a newer backup, by the server's log, or by a list of codes. */
import { readHeader } from "../domain/records/dump.ts";
import { namedIn, type NamedErased } from "../domain/rights/erased-names.ts";
import type { Erased } from "../domain/rights/retention-records.ts";
import type { PlieStores } from "./backup-plie.ts";
import { proveBackup, type Lines, type RestoreFault } from "./restore-plie.ts";

export interface ErasedSince extends NamedErased {
  /** What a newer backup keeps of them; null where only their code is known. */
  readonly kept: Erased | null;
}

type ErasedFault =
  | RestoreFault
  /** That line is neither a code nor the log's. */
  | { readonly fault: "notAList"; readonly line: number }
  /** Nothing in that log says that it is this PLIE's, nor that it says who was erased. */
  | { readonly fault: "notThisLog" }
  | { readonly fault: "namesNobody" };
export type ErasedRead =
  { readonly ok: true; readonly named: readonly ErasedSince[] } | ({ readonly ok: false } & ErasedFault);

const firstLine = async (lines: Lines): Promise<string> => {
  for await (const line of lines()) return line;
  return "";
};

const inBackup = async (of: Pick<PlieStores, "plieId" | "ids">, lines: Lines): Promise<ErasedRead> => {
  const named: ErasedSince[] = [];
  const proved = await proveBackup(of, lines, ({ doc }) => {
    if (doc.kind === "erased") named.push({ code: doc.code, at: doc.at, kept: doc });
  });
  return proved.ok ? { ok: true, named } : proved;
};

/** The log says much more than erasures, and the server's own greetings stand between its lines. */
const inList = async (plieId: string, lines: Lines): Promise<ErasedRead> => {
  const named = new Map<string, ErasedSince>();
  let [number, other, isLog, started] = [0, 0, false, false];
  for await (const line of lines()) {
    number += 1;
    const read = namedIn(plieId, line);
    if (read === "damaged") return { ok: false, fault: "notAList", line: number };
    if (read === "other" && other === 0) other = number;
    started ||= read === "started";
    isLog ||= read === "started" || read === "log" || (typeof read !== "string" && read.at !== null);
    if (typeof read !== "string") named.set(read.code, { ...read, kept: null });
  }
  if (isLog) return started ? { ok: true, named: [...named.values()] } : { ok: false, fault: "notThisLog" };
  if (other > 0) return { ok: false, fault: "notAList", line: other };
  return named.size === 0 ? { ok: false, fault: "namesNobody" } : { ok: true, named: [...named.values()] };
};

export const readErased = async (of: Pick<PlieStores, "plieId" | "ids">, lines: Lines): Promise<ErasedRead> => {
  const header = readHeader(await firstLine(lines));
  return header.ok || header.fault === "newer" ? inBackup(of, lines) : inList(of.plieId, lines);
};
