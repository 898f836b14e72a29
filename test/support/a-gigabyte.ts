/** A gigabyte sent over HTTP, which says its length or not, and how much of it was taken before the answer came. */
import { request } from "node:http";

export const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

interface Sent {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly announced: boolean;
  /** What it begins with. */
  readonly begins: string;
}

export const sendGigabyte = ({
  port,
  path,
  headers,
  announced,
  begins,
}: Sent): Promise<{ readonly status: number; readonly sent: number }> =>
  new Promise((resolve, reject) => {
    let [sent, over] = [0, false];
    const length = announced ? { "content-length": String(GIGABYTE) } : {};
    const asked = request({ host: "127.0.0.1", port, path, method: "POST", headers: { ...headers, ...length } });
    asked.on("response", (response) => {
      over = true;
      response.resume();
      response.on("close", () => resolve({ status: response.statusCode ?? 0, sent }));
    });
    asked.on("error", (error) => (over ? undefined : reject(error)));
    const piece = Buffer.alloc(MEGABYTE, "QUJD");
    const more = (): void => {
      if (over || sent >= GIGABYTE) return;
      sent += piece.length;
      if (asked.write(piece)) setImmediate(more);
      else asked.once("drain", more);
    };
    asked.write(begins);
    more();
  });
