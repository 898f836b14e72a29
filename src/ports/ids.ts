/** What must be unique, unpredictable or hard to forge. */
export interface Ids {
  /** A new id, sortable by time. */
  next(): string;
  /** A short reference that a person can read out over the phone. */
  reference(): string;
  /** From 0 (included) to 1 (excluded), to spread retries. */
  random(): number;
  /** SHA-256 in hexadecimal. */
  digest(text: string): string;
}
