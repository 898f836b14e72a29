/** Refusals over HTTP (RFC 9457). Each says what to mend, and nothing of the inside. */

export const PROBLEMS = {
  unauthorized: { status: 401, title: "Accès refusé." },
  keysUnavailable: {
    status: 503,
    title: "Le contrôle d'accès est momentanément indisponible. Réessayez dans un instant.",
  },
  forbiddenLocal: { status: 403, title: "En mode local, seul ce poste peut appeler ce serveur." },
  serviceUrl: { status: 403, title: "L'adresse de réponse (serviceUrl) n'est pas permise." },
  mediaType: { status: 415, title: "Le corps de la requête doit être du JSON (application/json), sans compression." },
  tooLarge: { status: 413, title: "Le corps de la requête dépasse 256 Ko." },
  tooDeep: { status: 400, title: "Le JSON est trop imbriqué." },
  malformed: { status: 400, title: "Le corps de la requête n'est pas du JSON valide." },
  activity: { status: 400, title: "Le corps de la requête n'est pas une activité Bot Framework." },
  badRequest: { status: 400, title: "La requête n'est pas valide." },
  forbidden: { status: 403, title: "Cette action n'est pas permise." },
  notFound: { status: 404, title: "Cette adresse n'existe pas." },
  method: { status: 405, title: "Cette méthode n'est pas permise à cette adresse." },
  stopping: { status: 503, title: "Le serveur s'arrête. Réessayez dans un instant." },
  unavailable: { status: 503, title: "Le service est momentanément indisponible. Réessayez dans un instant." },
  internal: { status: 500, title: "Un incident est survenu. Rien n'a été enregistré à moitié." },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export interface Problem {
  readonly type: "about:blank";
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  /** The number to give to whoever answers for the bot. */
  readonly reference?: string;
}

/** Constant for a code, but for the reference. */
export const problem = (code: ProblemCode, reference?: string): Problem => ({
  type: "about:blank",
  ...PROBLEMS[code],
  code,
  ...(reference === undefined ? {} : { reference }),
});

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: "badRequest",
  401: "unauthorized",
  403: "forbidden",
  404: "notFound",
  405: "method",
  413: "tooLarge",
  415: "mediaType",
  503: "unavailable",
};

/** What restify found wrong by itself: its status is kept when it is one of ours, its words never are. */
export const codeForStatus = (status: number): ProblemCode =>
  BY_STATUS[status] ?? (status >= 400 && status < 500 ? "badRequest" : "internal");
