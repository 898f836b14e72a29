import type { OutboxEntry } from "../../domain/records/bookkeeping.ts";
import type { CellId } from "../../domain/review/codes.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { troubleWrites } from "./send-trouble.ts";
import { tellLeadsOnceADay } from "./tell-leads.ts";

/** Teams said no: it stays in « Envois à vérifier », and each chargé de projet hears of it, once a day at most for one place. */
export const refusalWrites = async (
  services: Services,
  entry: OutboxEntry,
  cell: CellId | null,
): Promise<readonly Write[]> => [
  ...(await troubleWrites(services, entry, cell)),
  ...(await tellLeadsOnceADay(services, `sendRefused.${services.ids.digest(entry.conversationId)}`, {
    ...{ screen: "sendings", notice: null, at: null },
  })),
];
