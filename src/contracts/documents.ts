/** `GET /api/documents/{kind}/{code?}`: the kinds of document that exist, as they stand in an address. */
// The namespace, not the named export, which would bring every language of zod (360 kB) into the tab.
import * as z from "zod";

export const DOCUMENT_KINDS = ["feuille-entretien"] as const;
export const documentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKind>;
