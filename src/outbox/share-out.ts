/** How instances share what the tenant allows: each holds tokens, and gives before another takes. Pure. */

export interface Part {
  readonly instance: string;
  readonly tokens: number;
  /** It has more to send than it holds tokens for. */
  readonly wants: boolean;
}

/** What an instance keeps while it has little to send: enough to answer someone at once. */
const KEPT = 3;

/** What each of these instances is to hold in the end. */
export const fairPart = (total: number, parts: readonly Part[], instance: string): number => {
  const kept = Math.max(1, Math.min(KEPT, Math.floor(total / parts.length)));
  const wanting = parts
    .filter(({ wants }) => wants)
    .map((part) => part.instance)
    .sort();
  const rank = wanting.indexOf(instance);
  if (rank === -1) return kept;
  const left = total - kept * (parts.length - wanting.length);
  return Math.floor(left / wanting.length) + (rank < left % wanting.length ? 1 : 0);
};

export interface Holding {
  /** What it holds: nobody else uses these. */
  readonly held: number;
  /** How many of them it may use from now on: the others are given back once they have rested. */
  readonly used: number;
  /** What it is to hold in the end. */
  readonly fair: number;
}

/** What one of them may hold now: it gives back what it does not use any more, and takes only what nobody holds. */
export const nextHolding = (total: number, others: readonly Part[], mine: Part, inUse: number): Holding => {
  const fair = fairPart(total, [...others, mine], mine.instance);
  if (fair <= mine.tokens) return { held: Math.max(fair, Math.min(inUse, mine.tokens)), used: fair, fair };
  const taken = others.reduce((sum, { tokens }) => sum + tokens, mine.tokens);
  const held = Math.min(fair, mine.tokens + Math.max(0, total - taken));
  return { held, used: held, fair };
};
