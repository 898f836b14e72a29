/** The HTTP API of the tab: who calls, are they of the team, may they, then the use case. */
import type { Request, Server } from "restify";
import { z } from "zod";
import { documentKind, type DocumentKind } from "../contracts/documents.ts";
import type { Me } from "../contracts/me.ts";
import type { HtmlDocument } from "../documents/html.ts";
import { interviewSheet, interviewSheetModel } from "../documents/interview-sheet.ts";
import type { Member } from "../domain/people/member.ts";
import type { PrintInterviewSheet } from "../use-cases/print-interview-sheet.ts";
import type { Identify } from "./identify.ts";
import { jsonReply, mountGet, nothingAllowed, problemReply, styleHash, type Reporting, type Reply } from "./reply.ts";

export interface ApiDeps extends Reporting {
  readonly identify: Identify;
  readonly findMember: (aadObjectId: string) => Member | undefined;
  readonly plie: { readonly id: string; readonly name: string };
  readonly printInterviewSheet: PrintInterviewSheet;
}

function documentReply({ html, styles }: HtmlDocument): Reply {
  const policy = nothingAllowed.replace(
    "default-src 'none'",
    `default-src 'none'; style-src ${styles.map(styleHash).join(" ")}`,
  );
  return {
    status: 200,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
    body: html,
  };
}

const documentPath = z.object({ kind: z.string(), code: z.string().optional() });
type DocumentRoute = (member: Member, code: string | undefined) => Reply;

const interviewSheetRoute =
  ({ printInterviewSheet }: ApiDeps): DocumentRoute =>
  (member, code) => {
    if (!printInterviewSheet.allow(member)) return problemReply("roleMayNot");
    if (code !== undefined) return problemReply("notFound");
    return documentReply(interviewSheet(interviewSheetModel(printInterviewSheet.run())));
  };

async function asMember(deps: ApiDeps, request: Request, answer: (member: Member) => Reply): Promise<Reply> {
  const identified = await deps.identify(request);
  if (!identified.ok) return problemReply(identified.code);
  const member = deps.findMember(identified.objectId);
  return member === undefined ? problemReply("notAMember") : answer(member);
}

/** Mounts `GET /api/me` and `GET /api/documents/{kind}/{code?}`. */
export function mountApi(server: Server, deps: ApiDeps): void {
  const documents: Readonly<Record<DocumentKind, DocumentRoute>> = { "feuille-entretien": interviewSheetRoute(deps) };

  mountGet(server, "/api/me", deps, (request) =>
    asMember(deps, request, ({ name, roles }) => jsonReply(200, { name, roles, plie: deps.plie } satisfies Me)),
  );

  const documentOf = (request: Request) => {
    const parameters = documentPath.parse(request.params);
    const kind = documentKind.safeParse(parameters.kind);
    return asMember(deps, request, (member) =>
      kind.success ? documents[kind.data](member, parameters.code) : problemReply("notFound"),
    );
  };
  mountGet(server, "/api/documents/:kind", deps, documentOf);
  mountGet(server, "/api/documents/:kind/:code", deps, documentOf);
}
