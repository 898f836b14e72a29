/** What exists near a person, what référents say of it, the needs that nobody answers. */
import { z } from "zod";
import { action, code, nothing, typed, whole } from "./action.ts";

/** A page of the directory: `code` null when it is not for one person; `page` counts from 0. */
const serviceList = { domain: z.string().max(40), code: code.nullable(), page: z.number().int().min(0).max(1_000) };
const serviceNoteFields = { service: typed, what: typed, weeks: typed } as const;

export const offerActions = {
  openServices: action("services.open", z.object({ domain: z.string().max(40), code: code.nullable() })),
  // What is half said of a service goes along from page to page.
  pageServices: action("services.page", z.object({ ...serviceList, ...serviceNoteFields })),
  searchServices: action("services.search", z.object({ choice: typed, code: code.nullable() })),
  noteService: action("services.note", z.strictObject({ ...serviceList, ...serviceNoteFields, whole })),
  openOfferNotes: action("offerNotes.open", nothing),
  confirmOfferNote: action("offerNotes.confirm", z.strictObject({ choice: typed })),
  dismissOfferNote: action("offerNotes.dismiss", z.strictObject({ choice: typed })),
  openNeeds: action("needs.open", nothing),
} as const;
