/** A référent hears of the people whom an import brought to them: one message each, in their own chat, once. */
import type { ImportRun } from "../../domain/exchange/import-records.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { MemberId } from "../../domain/participant/codes.ts";
import { substituteOn } from "../../domain/people/actor.ts";
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

/** Of each, whoever stands in today for their référent; null: nobody does. */
const standingIn = async (
  { store, clock }: Services,
  people: readonly Identity[],
): Promise<readonly (MemberId | null)[]> => {
  const heads = await store.getMany(
    "case",
    people.map(({ code }) => code),
  );
  const today = clock.today();
  return people.map(({ code }) => {
    const head = heads.find(({ doc }) => doc.code === code);
    return head === undefined ? null : substituteOn(head.doc, today);
  });
};

interface News {
  readonly memberId: MemberId;
  /** Whom they stand in for; null: the people are theirs. */
  readonly standsFor: MemberId | null;
  readonly count: number;
}

class Counts {
  readonly #news = new Map<string, News>();
  add(memberId: MemberId, standsFor: MemberId | null): void {
    const key = `${memberId} ${standsFor ?? ""}`;
    this.#news.set(key, { memberId, standsFor, count: (this.#news.get(key)?.count ?? 0) + 1 });
  }
  /** Whoever said to go on knows already. */
  but(member: MemberId | null): readonly News[] {
    return [...this.#news.values()].filter(({ memberId }) => memberId !== member);
  }
}

/** Goes with the end of the import, in one batch: to the référent, and to whoever stands in for them. */
export const tellImported = async (services: Services, { id, startedBy }: ImportRun): Promise<readonly Write[]> => {
  const counts = new Counts();
  for await (const people of createdIn(services, id)) {
    const substitutes = await standingIn(services, people);
    for (const [index, { referentId }] of people.entries()) {
      counts.add(referentId, null);
      const substitute = substitutes[index] ?? null;
      if (substitute !== null) counts.add(substitute, referentId);
    }
  }
  const told = counts
    .but(startedBy)
    .map(({ memberId, standsFor, count }) =>
      messageTo(services, memberId, { screen: "imported", run: id, count, standsFor, notice: null, at: null }),
    );
  return (await Promise.all(told)).flatMap((writes) => writes ?? []);
};
