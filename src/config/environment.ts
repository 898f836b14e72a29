import { isIP } from "node:net";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];
export const isLoopback = (host: string): boolean => LOOPBACK.includes(host.toLowerCase());

/** Reads named values and gathers every problem, so that one start tells all that must be mended. An empty value is an absent one. */
export class Reader {
  readonly problems: string[] = [];
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  problem(name: string, sentence: string): undefined {
    this.problems.push(`${name} ${sentence}.`);
    return undefined;
  }

  text(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === "" ? undefined : value;
  }

  oneOf<const V extends string>(name: string, allowed: readonly V[]): V | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    return (
      allowed.find((candidate) => candidate === value) ??
      this.problem(name, `vaut « ${value} » ; valeurs permises : ${allowed.join(", ")}`)
    );
  }

  flag(name: string): boolean | undefined {
    const value = this.oneOf(name, ["0", "1"]);
    return value === undefined ? undefined : value === "1";
  }

  port(name: string, byDefault: number): number {
    const value = this.text(name);
    if (value === undefined) return byDefault;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    this.problem(name, `vaut « ${value} » ; valeurs permises : un nombre entier de 0 à 65535`);
    return byDefault;
  }

  host(name: string, byDefault: string): string {
    const value = this.text(name) ?? byDefault;
    if (isIP(value) !== 0 || /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(value)) return value;
    this.problem(name, `vaut « ${value} » ; valeurs permises : une adresse IP ou un nom de machine`);
    return byDefault;
  }

  /** https, or http on this machine only; no path, no query, no trailing slash. */
  address(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const secure = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
    if (url !== undefined && secure && url.pathname === "/" && `${url.search}${url.hash}${url.username}` === "")
      return url.origin;
    return this.problem(
      name,
      `vaut « ${value} » ; valeurs permises : une adresse https sans chemin, ou http://localhost avec son port`,
    );
  }

  guid(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return value.toLowerCase();
    return this.problem(name, `vaut « ${value} » ; valeur permise : un identifiant de la forme 00000000-0000-0000-0000-000000000000`);
  }
}
