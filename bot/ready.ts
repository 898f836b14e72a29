import type { Store } from "../src/ports/store.ts";
import type { Services } from "../src/use-cases/frame/services.ts";

const answers = async (store: Store): Promise<boolean> => {
  try {
    await store.ping();
    return true;
  } catch {
    return false;
  }
};

/** Names of what does not answer, as `/readyz` says them; none: the product can serve. */
export const whatIsNotReady = async ({ store, directory }: Pick<Services, "store" | "directory">) => {
  const asked = [
    { name: "stockage", ready: answers(store) },
    { name: "répertoire des services", ready: answers(directory) },
  ];
  const missing = await Promise.all(asked.map(async ({ name, ready }) => ((await ready) ? [] : [name])));
  return missing.flat();
};
