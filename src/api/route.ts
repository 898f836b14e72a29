/** One address of the tab's API: its method, its path, and what it answers to a member of the team. */
import type { Request } from "restify";
import type { Actor } from "../domain/people/actor.ts";
import type { Services } from "../use-cases/frame/services.ts";
import type { Reply } from "./reply.ts";

export type ApiAnswer = (services: Services, actor: Actor, request: Request) => Reply | Promise<Reply>;
export interface ApiRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly answer: ApiAnswer;
}

export const get = (path: string, answer: ApiAnswer): ApiRoute => ({ method: "GET", path, answer });
export const post = (path: string, answer: ApiAnswer): ApiRoute => ({ method: "POST", path, answer });
