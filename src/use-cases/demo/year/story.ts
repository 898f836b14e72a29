/** Who lives the year, and what is to be done on each of its days: a step may leave others for later. */
import type { CaseFile } from "../../../domain/participant/case-file.ts";
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays, nextWorkingDay } from "../../../domain/participant/days.ts";
import type { Member } from "../../../domain/people/member.ts";
import type { Services } from "../../frame/services.ts";
import { actorOf, type Doing } from "../doing.ts";
import type { YearPlan } from "./calendar.ts";
import type { Decks } from "./decks.ts";
import type { Dice } from "./dice.ts";
import type { FileDecks } from "./file-decks.ts";
import type { YearPerson } from "./who.ts";

export interface Living {
  readonly at: number;
  readonly plan: YearPlan;
  readonly person: YearPerson;
  readonly referent: Member;
  /** Empty until they are registered. */
  code: string;
  review?: string;
}
export type Step = (story: Story, doing: Doing, living: Living) => Promise<void>;
export type TeamStep = (story: Story, name: string) => Promise<void>;

const CLOSED: ReadonlySet<CaseFile["status"]> = new Set(["cancelled", "left", "reoriented"]);

export class Story {
  readonly #days = new Map<Day, ((name: string) => Promise<void>)[]>();
  readonly #happened = new Map<string, number>();
  #steps = 0;

  constructor(
    readonly services: Services,
    readonly dice: Dice,
    readonly decks: Decks,
    /** Of what becomes of files, dealt apart: what people live does not depend on it. */
    readonly file: FileDecks,
  ) {}

  get today(): Day {
    return this.services.clock.today();
  }

  /** What came of each thing that was done. */
  get happened(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#happened].sort());
  }

  /** Nobody works today and nothing is to be done; or nobody has come yet. */
  get isIdle(): boolean {
    const isOff = this.#steps === 0 || !this.services.calendar.isWorkingDay(this.today);
    return isOff && !this.#days.has(this.today);
  }

  note(what: string, came: string): void {
    const key = `${what}: ${came}`;
    this.#happened.set(key, (this.#happened.get(key) ?? 0) + 1);
  }

  worked(day: Day): Day {
    return nextWorkingDay(day, (one) => this.services.calendar.isWorkingDay(one));
  }

  /** A day worked, so many days from today. */
  in(least: number, most = least, dice = this.dice): Day {
    return this.worked(addDays(this.today, least + dice.roll(most - least + 1)));
  }

  forTeam(day: Day, step: TeamStep): void {
    this.#days.set(day, [...(this.#days.get(day) ?? []), (name) => step(this, name)]);
  }

  /** Left aside once the parcours has ended, unless it comes `after`; and once the file is archived or erased. */
  on(day: Day, living: Living, step: Step, after = false): void {
    this.forTeam(day, async (story, name) => {
      const head = (await story.services.store.get("case", living.code))?.doc;
      if (head !== undefined && (head.retired !== null || (CLOSED.has(head.status) && !after))) return;
      await step(story, { services: story.services, actor: story.#carrier(living, head), step: name }, living);
    });
  }

  /** Whoever carries the case today. */
  #carrier({ referent }: Living, head: CaseFile | undefined) {
    const stands = head?.substitute ?? null;
    const id =
      stands !== null && stands.from <= this.today && this.today <= stands.until ? stands.memberId : head?.referentId;
    return actorOf(this.services, this.services.people.byObjectId(id ?? "") ?? referent);
  }

  /** Everything of today, and what today adds to itself. */
  async live(): Promise<void> {
    for (let at = 0; at < (this.#days.get(this.today)?.length ?? 0); at += 1) {
      this.#steps += 1;
      await this.#days.get(this.today)?.[at]?.(`y${this.#steps}`);
    }
    this.#days.delete(this.today);
  }
}
