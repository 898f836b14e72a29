/** The sheets of an action and of a collective action, from what was read to what is printed. */
import { sheetsOfAction as sheets, type ToPrint } from "../documents/action-sheet.ts";
import type { HtmlDocument } from "../documents/html.ts";
import { attendanceSheet } from "../documents/attendance-sheet.ts";
import { preparedFor } from "../domain/activation/preparation.ts";
import { ask } from "../use-cases/frame/use-case.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { printActionSheet, type ActionSheetView } from "../use-cases/print-action-sheet.ts";
import { printAttendance } from "../use-cases/print-attendance.ts";
import { problemOf } from "./refusals.ts";
import { documentReply, problemReply } from "./reply.ts";
import type { DocumentRoute } from "./route.ts";

const toPrint = ({ plie, frameworks }: Services, view: ActionSheetView): ToPrint => ({
  action: view.action.doc,
  preparedFor: preparedFor(view.action.doc),
  host: view.host,
  session: view.session,
  rules: view.framework.activation,
  kind: view.framework.activation.kinds.find(({ id }) => id === view.action.doc.what)?.label ?? null,
  identity: view.identity,
  referent: view.referent,
  plie: plie.name,
  again: frameworks.current.milestones.t1WorkingDays,
});

const sheetRoute =
  (sheet: (about: ToPrint) => HtmlDocument, immersionsOnly = false): DocumentRoute =>
  async (services, actor, code) => {
    if (code === undefined) return problemReply("notFound");
    const answer = await ask(services, actor, printActionSheet, { action: code.slice(0, 80) });
    if (!answer.ok) return problemReply(problemOf[answer.refusal]);
    return immersionsOnly && answer.value.action.doc.pmsmp === null
      ? problemReply("notFound")
      : documentReply(sheet(toPrint(services, answer.value)));
  };

const attendanceRoute: DocumentRoute = async (services, actor, code) => {
  if (code === undefined) return problemReply("notFound");
  const answer = await ask(services, actor, printAttendance, { session: code.slice(0, 80) });
  if (!answer.ok) return problemReply(problemOf[answer.refusal]);
  const { session, days, people } = answer.value;
  const kinds = services.frameworks.current.activation.kinds;
  const kind = kinds.find(({ id }) => id === session.what)?.label ?? session.what;
  return documentReply(attendanceSheet({ session, kind, plie: services.plie.name, days, people }));
};

export const actionSheetRoutes = {
  "preparation-referent": sheetRoute(sheets.referent),
  "preparation-personne": sheetRoute(sheets.person),
  "preparation-structure": sheetRoute(sheets.host),
  "carte-accident": sheetRoute(sheets.accident, true),
  emargement: attendanceRoute,
} satisfies Readonly<Record<string, DocumentRoute>>;
