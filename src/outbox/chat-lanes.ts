/** Chats served side by side, one thing at a time in each: a chat that hangs holds back nobody else. */

export type Work = () => Promise<void>;

export class ChatLanes {
  readonly #busy = new Map<string, Promise<void>>();
  readonly #find: () => Promise<ReadonlyMap<string, Work>>;
  #looking: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** `find` tells what is to be done next in each chat that has something. */
  constructor(find: () => Promise<ReadonlyMap<string, Work>>) {
    this.#find = find;
  }

  /** Works until nothing is left to do: in `chat`, or anywhere. */
  async run(chat?: string): Promise<void> {
    for (;;) {
      await this.#look();
      const going = [...this.#busy].flatMap(([name, work]) => (chat === undefined || name === chat ? [work] : []));
      if (going.length === 0) return;
      await Promise.race(going);
    }
  }

  /** Looks from now on: a look under way may have missed what was just written, so that another one follows it. */
  #look(): Promise<void> {
    if (this.#looking === undefined) return this.#start();
    this.#next ??= this.#looking.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  #start(): Promise<void> {
    this.#next = undefined;
    this.#looking = this.#lookOnce().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    for (const [chat, work] of await this.#find()) if (!this.#busy.has(chat)) this.#serve(chat, work);
  }

  #serve(chat: string, work: Work): void {
    const going = work().finally(() => this.#busy.delete(chat));
    going.catch(() => undefined);
    this.#busy.set(chat, going);
  }
}
