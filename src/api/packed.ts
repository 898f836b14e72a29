/** The same answer in fewer bytes, for a browser that says it can unpack it. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request } from "restify";
import type { Reply } from "./reply.ts";

type Packing = "br" | "gzip";
type Body = Reply["body"];

const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const pack: Readonly<Record<Packing, (body: Body) => Promise<Uint8Array>>> = {
  br: (body) => promisify(brotliCompress)(body, smallest),
  gzip: (body) => promisify(gzip)(body),
};

/** What the browser takes, the smallest first. One that is given with q=0 is refused. */
const takenBy = ({ headers }: Pick<Request, "headers">): Packing | undefined => {
  const taken = (headers["accept-encoding"] ?? "")
    .split(",")
    .map((one) => one.replaceAll(" ", "").toLowerCase())
    .filter((one) => !/;q=0(?:\.0*)?$/.test(one))
    .map((one) => one.split(";")[0]);
  return (["br", "gzip"] as const).find((name) => taken.includes(name));
};

const withHeaders = (reply: Reply, headers: Reply["headers"]): Reply => ({
  ...reply,
  headers: { ...reply.headers, Vary: "Accept-Encoding", ...headers },
});

const inPacking = async (reply: Reply, packing: Packing): Promise<Reply> =>
  withHeaders({ ...reply, body: await pack[packing](reply.body) }, { "Content-Encoding": packing });

/** For an answer that is made anew each time: gzip only, which costs nothing to speak of on a page. */
export const packed = (request: Pick<Request, "headers">, reply: Reply): Promise<Reply> =>
  takenBy(request) === undefined ? Promise.resolve(withHeaders(reply, {})) : inPacking(reply, "gzip");

/** For an answer that does not change: packed once, the first time that somebody asks. */
export const packedOnce = (reply: Reply): ((request: Pick<Request, "headers">) => Promise<Reply>) => {
  const made = new Map<Packing | undefined, Promise<Reply>>();
  return (request) => {
    const packing = takenBy(request);
    const answer =
      made.get(packing) ??
      (packing === undefined ? Promise.resolve(withHeaders(reply, {})) : inPacking(reply, packing));
    made.set(packing, answer);
    return answer;
  };
};
