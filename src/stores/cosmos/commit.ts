/** A commit on Cosmos DB: a batch, made again while that is safe, and settled by reading back when its answer was lost. */
import { randomUUID } from "node:crypto";
import type { Container } from "@azure/cosmos";
import { StoreUnavailable } from "../../ports/store.ts";
import type { CommitResult, Version } from "../../ports/store.ts";
import type { PlannedWrite } from "../plan.ts";
import { sendBatch } from "./batch.ts";
import type { StoredItem } from "./item.ts";
import { Countdown } from "./patience.ts";
import type { Patience } from "./patience.ts";

export interface CommitContext {
  readonly container: Container;
  readonly plieId: string;
  readonly now: () => Date;
  readonly patience: Patience;
  /** The document as it stands, expired ones included. */
  readonly read: (kind: PlannedWrite["kind"], id: string, countdown: Countdown) => Promise<StoredItem | undefined>;
}

const isFree = (write: PlannedWrite): boolean => write.row === undefined && write.expected === undefined;

class Commit {
  readonly #context: CommitContext;
  readonly #mark = randomUUID();
  readonly #countdown: Countdown;
  readonly #expired = new Map<string, Version>();
  #plan: readonly PlannedWrite[];
  /** An earlier attempt may have been carried out. */
  #doubt = false;

  constructor(context: CommitContext, plan: readonly PlannedWrite[]) {
    this.#context = context;
    this.#plan = plan;
    this.#countdown = new Countdown(context.patience);
  }

  async run(): Promise<CommitResult> {
    await this.#leaveOutAbsent();
    for (;;) {
      if (this.#plan.length === 0) return { ok: true, versions: new Map() };
      const outcome = await sendBatch(this.#plan, this.#batch(), this.#countdown);
      if (outcome.is === "done") return { ok: true, versions: outcome.versions };
      if (outcome.is === "refused") {
        const answer = await this.#refused(outcome.write, outcome.status);
        if (answer !== undefined) return answer;
        continue;
      }
      this.#doubt ||= outcome.failure.doubtful;
      const settled = outcome.failure.doubtful ? await this.#readBack() : undefined;
      if (settled !== undefined) return settled;
      await this.#countdown.next(outcome.failure, outcome.cause);
    }
  }

  #batch() {
    const { container, plieId, now } = this.#context;
    return { container, plieId, now: now(), mark: this.#mark, expired: this.#expired };
  }

  #read({ kind, id }: Pick<PlannedWrite, "kind" | "id">): Promise<StoredItem | undefined> {
    return this.#context.read(kind, id, this.#countdown);
  }

  /** A batch that deletes what is not there fails whole: an unguarded deletion is left out where there is nothing. */
  async #leaveOutAbsent(): Promise<void> {
    const kept = this.#plan.map(async (write) =>
      isFree(write) && (await this.#read(write)) === undefined ? [] : [write],
    );
    this.#plan = (await Promise.all(kept)).flat();
  }

  /** The answer, or undefined when the batch is to be sent again. */
  async #refused(write: PlannedWrite, status: number): Promise<CommitResult | undefined> {
    if (this.#doubt) {
      const settled = await this.#readBack();
      if (settled !== undefined) return settled;
    }
    if (isFree(write)) {
      await this.#leaveOutAbsent();
      return undefined;
    }
    if (write.expected === "new" && status === 409 && (await this.#mayReplaceExpired(write))) return undefined;
    // Written by us, then by someone else? Only a created document still tells.
    if (this.#doubt && !this.#plan.some(({ expected }) => expected === "new"))
      throw new StoreUnavailable("COSMOS_AMBIGUOUS");
    return { ok: false, conflict: { kind: write.kind, id: write.id } };
  }

  async #mayReplaceExpired({ kind, id, key }: PlannedWrite): Promise<boolean> {
    if (this.#expired.has(key)) return false;
    const there = await this.#read({ kind, id });
    if (there === undefined || there.expiresAt > this.#context.now().getTime()) return false;
    this.#expired.set(key, there.version);
    return true;
  }

  /** The success of an earlier attempt, if one document bears our mark: a batch is carried out whole or not at all. */
  async #readBack(): Promise<CommitResult | undefined> {
    const written = this.#plan.filter(({ row }) => row !== undefined);
    const found = await Promise.all(
      written.map(async ({ kind, id, key }) => ({ key, item: await this.#read({ kind, id }) })),
    );
    if (!found.some(({ item }) => item?.mark === this.#mark)) return undefined;
    // Written again since by someone else: a version that will never be the expected one.
    const versions = found.map(
      ({ key, item }) => [key, item?.mark === this.#mark ? item.version : `past.${this.#mark}`] as const,
    );
    return { ok: true, versions: new Map(versions) };
  }
}

export const commitTo = (context: CommitContext, plan: readonly PlannedWrite[]): Promise<CommitResult> =>
  new Commit(context, plan).run();
