import { z } from "zod";
import { mayRegister } from "../domain/people/actor.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { dropTyped } from "./parts/form.ts";
import { newCase, newIdentity, nextCode } from "./parts/new-case.ts";
import { summaryWrite } from "./parts/on-case.ts";
import {
  keepRegistration,
  possibleDuplicates,
  readPerson,
  readTypedPerson,
  type Registration,
} from "./parts/registration.ts";
import { done } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  rev: z.string(),
  inputs: typedInputs,
  /** `record`: *Enregistrer*; `another`: *C'est une autre personne*, said after the possible duplicates were shown; `keep`: any other button. */
  intent: z.enum(["record", "another", "keep"]),
});
type Input = z.infer<typeof input>;

export type Registered =
  | { readonly kind: "registered"; readonly code: string }
  /** Someone already known may be this person: nothing is created. */
  | { readonly kind: "maybeKnown"; readonly rev: string }
  | { readonly kind: "toMend"; readonly rev: string }
  | { readonly kind: "kept"; readonly rev: string };

/**
 * *Nouvelle personne orientée*: everyone oriented is received. What is missing is to be completed; a possible duplicate is shown before
 * anything is created. Whoever registers becomes the référent of the case.
 */
export const registerParticipant = command<Input, Registration, Registered>({
  act: "participant.register",
  input,
  queue: () => "register",
  load: async (services, actor, request) => done(await readTypedPerson(services, actor, request.rev, request.inputs)),
  allow: (actor) => (mayRegister(actor) ? null : "roleMayNot"),
  decide: async (services, actor, form, { intent }) => {
    const rev = `${form.id}~`;
    const typed = readPerson(services, form.inputs);
    const keep = (kind: "kept" | "toMend" | "maybeKnown") =>
      done({
        outcome: { kind, rev },
        head: null,
        writes: [keepRegistration(services, actor, form)],
        audit: { act: `participant.${kind}`, code: null, details: {} },
      });
    if (intent === "keep") return keep("kept");
    if (!typed.ok) return keep("toMend");
    if (intent === "record" && (await possibleDuplicates(services, typed.person)).length > 0) return keep("maybeKnown");
    const { code, write } = await nextCode(services);
    const head = newCase(code, actor, 1, typed.orientation);
    return done({
      outcome: { kind: "registered", code },
      head: { next: head, version: "new" },
      writes: [
        write,
        { op: "put", doc: newIdentity(code, actor.memberId, typed.person), expected: "new" },
        ...dropTyped(form),
        summaryWrite(services, { head, round: undefined, findings: new Map() }),
      ],
      audit: {
        act: "participant.registered",
        code,
        details: { orientedOn: head.orientedOn, another: intent === "another" },
      },
    });
  },
});
