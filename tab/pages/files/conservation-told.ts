/** What a press did, said at the top of the view. */
export interface Told {
  readonly words: string;
  readonly well: boolean;
}
