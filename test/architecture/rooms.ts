/** Who may import what, room by room: the table of the house. `types`: only with `import type`, so that nothing of it runs here. */
export interface RoomRule {
  readonly may: readonly string[];
  readonly types?: readonly string[];
  /** Packages, or `node:` for what Node itself gives. */
  readonly packages: readonly string[];
  readonly why: string;
}

/** The verbs, and what a door takes along with them. */
const USE_CASES = ["src/use-cases", "src/use-cases/frame", "src/use-cases/parts"];

export const ROOMS: Readonly<Record<string, RoomRule>> = {
  cards: {
    may: [],
    packages: ["zod", "adaptivecards-templating", "adaptive-expressions"],
    why: "a card is drawn from its model alone, so that it can be looked at, checked and tested without the product",
  },
  "src/domain": { may: [], packages: ["zod"], why: "the trade is pure: same input, same answer, on any machine" },
  "src/ports": {
    may: ["src/domain"],
    packages: [],
    why: "a port is an interface; what stands behind it is unknown here",
  },
  "src/use-cases": {
    may: ["src/use-cases/parts", "src/use-cases/frame", "src/domain", "src/ports"],
    packages: ["zod"],
    why: "a use case reads the same in the chat, in the tab and in a test, on any store",
  },
  "src/use-cases/parts": {
    may: ["src/use-cases/frame", "src/domain", "src/ports"],
    packages: ["zod"],
    why: "what several verbs share stands under them, and leans on none",
  },
  "src/use-cases/frame": {
    may: ["src/domain", "src/ports"],
    packages: ["zod"],
    why: "how a verb runs does not depend on which one",
  },
  "src/use-cases/demo": {
    may: [...USE_CASES, "src/domain", "src/ports"],
    packages: [],
    why: "fictional people live through the same verbs as real ones, and no verb knows them",
  },
  "src/stores": { may: ["src/domain", "src/ports"], packages: [], why: "what the stores do alike is pure" },
  "src/stores/memory": {
    may: ["src/stores", "src/ports", "src/domain"],
    packages: [],
    why: "a store never leans on another",
  },
  "src/stores/sqlite": {
    may: ["src/stores", "src/ports", "src/domain"],
    packages: ["zod", "libsql", "node:"],
    why: "a store never leans on another",
  },
  "src/stores/cosmos": {
    may: ["src/stores", "src/ports", "src/domain"],
    packages: ["zod", "@azure/cosmos", "node:"],
    why: "a store never leans on another",
  },
  "src/system": {
    may: ["src/ports", "src/domain"],
    packages: ["pino", "date-holidays", "node:"],
    why: "it implements ports",
  },
  "src/contracts": {
    may: [],
    types: ["src/domain"],
    packages: ["zod"],
    why: "the browser reads the contracts too: nothing of Node, nothing of the server",
  },
  "src/wording": {
    may: [],
    types: ["src/domain"],
    packages: ["zod"],
    why: "the browser reads the words too: nothing of Node, nothing of the server",
  },
  "src/outbox": {
    may: ["src/use-cases", "src/use-cases/parts", "src/use-cases/frame", "src/ports", "src/domain"],
    packages: [],
    why: "it sends through the messenger's port and keeps through the store's",
  },
  "src/config": {
    may: ["src/domain", "src/ports"],
    packages: ["zod", "node:"],
    why: "settings are read before anything else exists",
  },
  "src/intake": {
    may: ["src/domain"],
    packages: ["stream-json", "csv-parse"],
    why: "a format of file is known here and nowhere else: what comes out is records",
  },
  "src/documents": {
    may: ["src/domain", "src/wording"],
    packages: ["docx", "write-excel-file", "yazl", "node:"],
    why: "a document is made from its model alone",
  },
  "src/api": {
    may: [...USE_CASES, "src/contracts", "src/documents", "src/domain", "src/intake"],
    packages: ["restify", "jose", "zod", "node:"],
    why: "the tab's door calls the same use cases as the chat's",
  },
  bot: {
    may: [...USE_CASES, "cards", "src/wording", "src/ports", "src/domain"],
    types: ["src/config", "src/outbox"],
    packages: ["botbuilder", "restify", "jose", "zod", "node:"],
    why: "Teams' door calls use cases and shows their answers; only the composition files know what stands behind the ports",
  },
  manifest: {
    may: ["bot", "src/config", "src/contracts"],
    packages: ["@microsoft/app-manifest", "fflate", "zod", "node:"],
    why: "what Teams installs names the pages that exist and the words that the bot reads, and nothing of people",
  },
  tab: {
    may: ["src/contracts", "src/wording"],
    packages: ["@microsoft/teams-js", "@fluentui/react-components", "react", "react-dom", "zod"],
    why: "it runs in a browser and knows the server by its contracts only",
  },
};

/** They put the rooms together and are imported by nobody else: docs/decisions/2026-11-24-composition.md. */
export const COMPOSITION: ReadonlySet<string> = new Set([
  "bot/main.ts",
  "bot/compose.ts",
  "bot/backup.ts",
  "bot/restore.ts",
  "bot/erase-restored.ts",
  "bot/whole-plie.ts",
  "bot/open-store.ts",
  "bot/check-audit.ts",
  "bot/import-services.ts",
  "manifest/package.ts",
]);
export const COMPOSITION_PACKAGES: readonly string[] = ["@azure/identity", "node:"];

/** Run by Node at build time, never by the browser. */
export const BUILD_SCRIPTS: ReadonlySet<string> = new Set(["tab/build.ts"]);

/** A card may know the closed lists of the trade (codes, ids), so that a verb's data is parsed with them. */
export const CLOSED_LISTS: ReadonlySet<string> = new Set([
  "src/domain/framework/schema.ts",
  "src/domain/activation/codes.ts",
  "src/domain/esf/codes.ts",
  "src/domain/handover/codes.ts",
  "src/domain/outreach/codes.ts",
  "src/domain/participant/codes.ts",
  "src/domain/reminders/codes.ts",
  "src/domain/review/codes.ts",
]);

/** The longest room that holds this file. */
export const roomOf = (file: string): string =>
  Object.keys(ROOMS)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length)[0] ?? "";
