/** A référent hears of the people whom an import brought to them: one message each, in their own chat, once. */
import type { ImportRun } from "../../domain/exchange/import-records.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { messageTo } from "./reminder-batch.ts";

const PAGE = 100;

/** Whom this import registered, as they are called now, page after page in the order of the file. */
export async function* createdIn({ store }: Services, run: string): AsyncGenerator<readonly Identity[]> {
  let cursor: string | undefined;
  do {
    const asked = { kind: "importLine", key: `end:${run}.created`, limit: PAGE } as const;
    const page = await store.list({ ...asked, ...(cursor === undefined ? {} : { cursor }) });
    const codes = page.items.flatMap(({ doc: { code } }) => code ?? []);
    const found = new Map((await store.getMany("identity", codes)).map(({ doc }) => [doc.code, doc]));
    yield codes.flatMap((code) => found.get(code) ?? []);
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Goes with the end of the import, in one batch. Whoever said to go on knows already. */
export const tellImported = async (services: Services, { id, startedBy }: ImportRun): Promise<readonly Write[]> => {
  const counts = new Map<MemberId, number>();
  for await (const people of createdIn(services, id))
    for (const { referentId } of people) counts.set(referentId, (counts.get(referentId) ?? 0) + 1);
  counts.delete(startedBy ?? "");
  const told = [...counts].map(([memberId, count]) =>
    messageTo(services, memberId, { screen: "imported", run: id, count, notice: null, at: null }),
  );
  return (await Promise.all(told)).flatMap((writes) => writes ?? []);
};
