/** One transactional batch, and what its answer means. */
import { BulkOperationType } from "@azure/cosmos";
import type { Container, OperationInput } from "@azure/cosmos";
import type { Version } from "../../ports/store.ts";
import type { PlannedWrite } from "../plan.ts";
import { itemId, toItem } from "./item.ts";
import { failureFrom, failureOf } from "./patience.ts";
import type { Countdown, Failure } from "./patience.ts";

export interface BatchContext {
  readonly container: Container;
  readonly plieId: string;
  readonly mark: string;
  readonly now: Date;
  /** Present versions of documents that have outlived their time, by key: to be replaced where a new one is to be created. */
  readonly expired: ReadonlyMap<string, Version>;
}

export type BatchOutcome =
  | { readonly is: "done"; readonly versions: ReadonlyMap<string, Version> }
  | { readonly is: "refused"; readonly write: PlannedWrite; readonly status: number }
  | { readonly is: "failed"; readonly failure: Failure; readonly cause: unknown };

const operation = (write: PlannedWrite, context: BatchContext): OperationInput => {
  const { plieId, expired, mark, now } = context;
  const resourceBody = toItem(write, plieId, mark, now);
  const id = itemId(write.kind, write.id);
  const expected = write.expected === "new" ? expired.get(write.key) : write.expected;
  const match = expected === undefined ? {} : { ifMatch: expected };
  if (resourceBody === undefined)
    return { operationType: BulkOperationType.Delete, id, partitionKey: plieId, ...match };
  if (expected !== undefined)
    return { operationType: BulkOperationType.Replace, id, partitionKey: plieId, resourceBody, ...match };
  if (write.expected === "new") return { operationType: BulkOperationType.Create, resourceBody };
  return { operationType: BulkOperationType.Upsert, partitionKey: plieId, resourceBody };
};

const REFUSALS = new Set([404, 409, 412]);
const FAILED_DEPENDENCY = 424;
const isDone = (status: number): boolean => status >= 200 && status < 300;

interface Answer {
  readonly code: number | undefined;
  readonly results: readonly { readonly statusCode: number; readonly eTag?: string }[];
}

const readAnswer = (plan: readonly PlannedWrite[], { code, results }: Answer): BatchOutcome => {
  const at = results.findIndex(({ statusCode }) => !isDone(statusCode) && statusCode !== FAILED_DEPENDENCY);
  const write = plan[at];
  const status = results[at]?.statusCode;
  if (write !== undefined && status !== undefined) {
    if (REFUSALS.has(status)) return { is: "refused", write, status };
    return { is: "failed", failure: failureOf(String(status)), cause: undefined };
  }
  const whole = results.length === plan.length && results.every(({ statusCode }) => isDone(statusCode));
  if (!whole || (code !== undefined && !isDone(code)))
    return { is: "failed", failure: failureOf(String(code ?? "UNREADABLE")), cause: undefined };
  const versions = plan.flatMap(({ key, row }, index) =>
    row === undefined ? [] : [[key, results[index]?.eTag ?? ""] as const],
  );
  return { is: "done", versions: new Map(versions) };
};

export const sendBatch = async (
  plan: readonly PlannedWrite[],
  context: BatchContext,
  countdown: Countdown,
): Promise<BatchOutcome> => {
  const operations = plan.map((write) => operation(write, context));
  try {
    const { code, result } = await countdown.request((abortSignal) =>
      context.container.items.batch(operations, context.plieId, { abortSignal, contentResponseOnWriteEnabled: false }),
    );
    return readAnswer(plan, { code, results: result ?? [] });
  } catch (cause) {
    return { is: "failed", failure: failureFrom(cause), cause };
  }
};
