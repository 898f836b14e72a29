/**
 * Plain JavaScript run inside the Agents Playground's process before its own code. The Playground listens on every
 * address, moves to another port when its own is taken, sends telemetry and allows one channel: none of this has an
 * option. A string, so that it is the same from TypeScript and from dist/.
 */
const preload = String.raw`
import dns from "node:dns";
import http from "node:http";
import net from "node:net";

process.stdout.isTTY = true; // else it hides its errors in a log file
process.on("disconnect", () => process.exit(0));
const tell = (message) => process.connected && process.send(message);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  const options = typeof port === "object" ? port : { port };
  this.once("error", (error) => tell({ failed: String(error.code) }));
  if (this instanceof http.Server) this.once("listening", () => tell({ listening: this.address().port }));
  return listen.call(this, { ...options, host: "127.0.0.1" }, rest.find((one) => typeof one === "function"));
};

const lookup = dns.lookup;
dns.lookup = (name, ...rest) =>
  name === "localhost" || net.isIP(name)
    ? lookup(name, ...rest)
    : process.nextTick(rest.at(-1), Object.assign(new Error("names are not resolved here"), { code: "ENOTFOUND" }));

const parse = JSON.parse;
JSON.parse = (text, reviver) => {
  if (typeof text !== "string" || !text.includes("teams-app-test-tool-config/0.1.1/config.schema.json")) return parse(text, reviver);
  JSON.parse = parse;
  return parse(text.replace('"maxItems":1,', ""), reviver);
};
`;

/** What to give to `node --import` so that the Playground stays on 127.0.0.1, on its own port, and ends with us. */
export const loopbackPreload = `data:text/javascript,${encodeURIComponent(preload)}`;
