/** Builds one record from the tokens of a JSON parser, within a size and a depth: what is beyond is let go as it comes. */
import type { Token } from "stream-json/core/parser.js";
import { Broken } from "./text.ts";

type Place =
  | { readonly in: "array"; readonly items: unknown[] }
  | { readonly in: "object"; readonly pairs: [string, unknown][]; key: string };

/** What a finished value is; `fits` false: it was larger than allowed, and `value` is what had come of it. */
export interface Built {
  readonly value: unknown;
  readonly fits: boolean;
}

// Own properties only, `__proto__` included: the prototype is never touched.
const closed = (place: Place): unknown => (place.in === "array" ? place.items : Object.fromEntries(place.pairs));

/** A number too large to be one stays as it is written, since nothing keeps infinity. */
const numberIn = (written: string): number | string => (Number.isFinite(Number(written)) ? Number(written) : written);

export class RecordBuilder {
  readonly #most: { readonly record: number; readonly depth: number };
  #places: Place[] = [];
  #piece = "";
  #size = 0;

  constructor(most: { readonly record: number; readonly depth: number }) {
    this.#most = most;
  }

  /** Undefined until the value is finished. Throws Broken when it is nested too deep. */
  take(token: Token): Built | undefined {
    switch (token.name) {
      case "startObject":
        return this.#open({ in: "object", pairs: [], key: "" });
      case "startArray":
        return this.#open({ in: "array", items: [] });
      case "endObject":
      case "endArray":
        return this.#close();
      case "startKey":
      case "startString":
      case "startNumber":
        this.#piece = "";
        return undefined;
      case "stringChunk":
      case "numberChunk":
        this.#size += token.value.length;
        if (this.#fits()) this.#piece += token.value;
        return undefined;
      case "endKey":
        return this.#key();
      case "endString":
        return this.#give(this.#piece);
      case "endNumber":
        return this.#give(numberIn(this.#piece));
      case "nullValue":
      case "trueValue":
      case "falseValue":
        return this.#give(token.value);
      default:
        return undefined;
    }
  }

  #fits(): boolean {
    return this.#size <= this.#most.record;
  }

  #open(place: Place): undefined {
    this.#size += 2;
    if (this.#places.push(place) > this.#most.depth) throw new Broken("tooDeep");
    return undefined;
  }

  #key(): undefined {
    const place = this.#places.at(-1);
    if (place?.in === "object") place.key = this.#piece;
    return undefined;
  }

  #close(): Built | undefined {
    const place = this.#places.pop();
    return place === undefined ? undefined : this.#give(closed(place));
  }

  #give(value: unknown): Built | undefined {
    this.#size += 4;
    const place = this.#places.at(-1);
    if (place === undefined) return this.#finish(value);
    if (!this.#fits()) return undefined;
    if (place.in === "array") place.items.push(value);
    else place.pairs.push([place.key, value]);
    return undefined;
  }

  #finish(value: unknown): Built {
    const fits = this.#fits();
    this.#size = 0;
    this.#piece = "";
    return { value, fits };
  }
}
