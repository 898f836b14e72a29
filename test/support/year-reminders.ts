/** Each morning of the year, what is due is compared with what was told: by the summaries alone, without the product's own rules of gathering. */
import assert from "node:assert/strict";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import { addDays } from "../../src/domain/participant/days.ts";
import { wallTime } from "../../src/domain/reminders/when.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";

export interface RemindersWatch {
  /** Everything due is remembered as told to whoever carries the case, and nothing twice. */
  readonly afterReminders: (services: Services) => Promise<void>;
  /** A message left for Teams. */
  readonly left: (entry: OutboxEntry, at: Date) => void;
  /** How many items were told, and on how many cards. */
  readonly told: () => { readonly items: number; readonly cards: number };
}

const AHEAD_DAYS = 3;

export const createRemindersWatch = ({ plie, calendar }: Services): RemindersWatch => {
  const toldOn = new Map<string, string>();
  const cards = new Set<string>();
  let waiting = new Set<string>();

  const carriers = async (services: Services, codes: readonly string[]) => {
    const today = services.clock.today();
    const heads = codes.length === 0 ? [] : await services.store.getMany("case", codes);
    return new Map(
      heads.map(({ doc: { code, referentId, substitute } }) => {
        const stands = substitute !== null && substitute.from <= today && today <= substitute.until;
        return [code, stands ? substitute.memberId : referentId];
      }),
    );
  };

  const dueNow = async (services: Services): Promise<ReadonlyMap<string, string>> => {
    const today = services.clock.today();
    const summaries = [];
    const query = { kind: "summary", key: "due", to: addDays(today, AHEAD_DAYS + 1) } as const;
    for await (const { doc } of everyDocument(services.store, query)) summaries.push(doc);
    const who = await carriers(
      services,
      summaries.map(({ code }) => code),
    );
    return new Map(
      summaries.flatMap(({ code, parcours, due }) =>
        due
          .filter(({ on }) => on <= addDays(today, AHEAD_DAYS))
          .map(({ milestone, on }) => {
            const member = who.get(code) ?? "";
            const when = on < today ? "late" : "due";
            return [`${member}.own.${code}.${parcours}.${milestone}.${on}.${when}`, member] as const;
          }),
      ),
    );
  };

  return {
    afterReminders: async (services) => {
      const today = services.clock.today();
      if (!calendar.isWorkingDay(today)) return;
      const ids = [...(await dueNow(services)).keys()].filter((id) => !toldOn.has(id));
      const found = await Promise.all(ids.map((id) => services.store.get("reminded", id)));
      const more = await Promise.all(
        services.people.members().map(async ({ aadObjectId }) => {
          const day = await services.store.get("reminderDay", `${aadObjectId}.own.${today}`);
          return day?.doc.more ?? 0;
        }),
      );
      const untold = new Set(ids.filter((_, at) => found[at] === undefined));
      assert.ok(
        untold.size <= more.reduce((sum, one) => sum + one, 0),
        `${today}: due and told to nobody: ${[...untold].join(", ")}`,
      );
      for (const [at, id] of ids.entries()) if (found[at] !== undefined) toldOn.set(id, today);
      waiting = untold;
    },
    left: ({ screen, conversationId }, at) => {
      if (screen["screen"] !== "reminder") return;
      const wall = wallTime(at, plie.timeZone);
      assert.ok(
        calendar.isWorkingDay(wall.day) && wall.minute >= 420 && wall.minute < 1200,
        `a card of reminders left on a quiet hour: ${wall.day} ${wall.minute}`,
      );
      const card = `${String(screen["card"])} ${String(screen["member"])} ${String(screen["on"])}`;
      assert.ok(!cards.has(card), `the same card left twice: ${card}`);
      assert.equal(conversationId, `a:${String(screen["member"])}`, "a card of reminders went to somebody else");
      cards.add(card);
    },
    told: () => {
      assert.equal(waiting.size, 0, "what did not fit in a card was never told");
      return { items: toldOn.size, cards: cards.size };
    },
  };
};
