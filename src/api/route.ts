/** One address of the tab's API: its method, its path, and what it answers to a member of the team. */
import type { Request } from "restify";
import type { Actor } from "../domain/people/actor.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { Answered, Reply } from "./reply.ts";

export type ApiAnswer = (services: Services, actor: Actor, request: Request) => Answered | Promise<Answered>;
export interface ApiRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly answer: ApiAnswer;
  /** Whether something is done there: it is then sent and counted at once. */
  readonly acts: boolean;
}

/** A document, by its code. `format`: as a file of another program; undefined: the page. */
export type DocumentRoute = (
  services: Services,
  actor: Actor,
  code: string | undefined,
  format: string | undefined,
) => Promise<Reply>;

export const get = (path: string, answer: ApiAnswer): ApiRoute => ({ method: "GET", path, answer, acts: false });
/** What is looked for is said in the body, never in the address. */
export const search = (path: string, answer: ApiAnswer): ApiRoute => ({ method: "POST", path, answer, acts: false });
export const post = (path: string, answer: ApiAnswer): ApiRoute => ({ method: "POST", path, answer, acts: true });
