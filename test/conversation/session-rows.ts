/** Who may do what with collective actions and with what is prepared; those that exist are in `collective-actions.test.ts`. */
import type { Json } from "../support/chat.ts";

type Cell = readonly [row: string, data: Json];

const READS_SESSIONS = "+++++rs";
const ORGANISES = "++++rrs";
/** No session stands here. */
const NO_SESSION = "cccccrs";

export const sessionRowsOf = (code: string, { nobody }: { readonly nobody: string }) => {
  const session = { session: "none", code };
  const preparation = { code, action: "none", rev: "new~new", whole: "true", learn: "Forgé" };
  return {
    "preparation.open": [nobody, { code, action: "none" }],
    "preparation.save": [nobody, preparation],
    "preparation.leave": [nobody, preparation],
    "session.list": [READS_SESSIONS, { code }],
    "session.pick": [READS_SESSIONS, { code, choice: "" }],
    "session.open": [NO_SESSION, session],
    "session.new": [ORGANISES, {}],
    "session.save": [ORGANISES, { rev: "new", whole: "true", title: "Forgé" }],
    "session.leave": [ORGANISES, { rev: "new", whole: "true", title: "Forgé" }],
    "session.enrol": [NO_SESSION, { ...session, person: code }],
    "session.withdraw": [NO_SESSION, { ...session, choice: code }],
    "session.bilan": [NO_SESSION, { ...session, choice: code }],
    "session.presentOpen": [NO_SESSION, session],
    "session.present": [NO_SESSION, { session: "none", shown: "", whole: "true", present: code }],
    "session.cancelAsk": [NO_SESSION, session],
    "session.cancel": [NO_SESSION, session],
  } as const satisfies Readonly<Record<string, Cell>>;
};
