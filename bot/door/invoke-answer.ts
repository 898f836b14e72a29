/** What a button gets back. Teams shows "Unable to reach app" for anything but HTTP 200 with one of these bodies, and an empty text counts as a failure. */
export type InvokeAnswer =
  /** The card that replaces the one that was pressed. */
  | { readonly kind: "card"; readonly card: object }
  /** A sentence, shown for a moment. */
  | { readonly kind: "message"; readonly text: string }
  /** The whole body, for invokes other than a card's buttons. */
  | { readonly kind: "body"; readonly body: object };

export const SENTENCES = {
  slow: "Votre demande est en cours. Le message sera mis à jour dans un instant.",
  unknown: "Cette action n'est pas disponible ici. Écrivez « aide » pour voir ce qui est possible.",
  failed: (reference: string) =>
    `Un incident est survenu. Ce que vous avez saisi n'est pas perdu : réessayez dans un instant. Si cela continue, donnez ce numéro : ${reference}.`,
} as const;

/** The body for `answer`, as JSON; undefined when it is not one that Teams would accept. */
export function invokeBody(name: string | undefined, answer: InvokeAnswer): string | undefined {
  try {
    const body = bodyOf(name, answer);
    return body === undefined ? undefined : JSON.stringify(body);
  } catch {
    return undefined;
  }
}

function bodyOf(name: string | undefined, answer: InvokeAnswer): object | undefined {
  if (answer.kind === "body") return answer.body;
  if (answer.kind === "message") return answer.text.trim() === "" ? undefined : sentenceBody(name, answer.text);
  const isCard = "type" in answer.card && answer.card.type === "AdaptiveCard";
  return isCard ? { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: answer.card } : undefined;
}

/** A dialog has a shape of its own for the same sentence. */
const sentenceBody = (name: string | undefined, text: string): object =>
  name === "task/fetch" || name === "task/submit"
    ? { task: { type: "message", value: text } }
    : { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
