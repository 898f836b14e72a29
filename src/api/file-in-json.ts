/** A file inside JSON, `{"file":"<base64>"}`: the local door takes nothing but JSON. Taken out as it comes, never held. */

const BEGINS = '{"file":"';
const ENDS = /^"\s*\}\s*$/;

class NotAFile extends Error {}

const bytesOf = (text: string): Uint8Array => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new NotAFile();
  return Buffer.from(text, "base64");
};

/** Throws where it is anything else. */
export async function* fileInJson(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [begun, ended, text] = [false, "", ""];
  for await (const piece of pieces) {
    text += Buffer.from(piece).toString("latin1");
    if (!begun && text.length < BEGINS.length) continue;
    if (!begun) {
      if (!text.startsWith(BEGINS)) throw new NotAFile();
      [begun, text] = [true, text.slice(BEGINS.length)];
    }
    const end = ended === "" ? text.indexOf('"') : 0;
    if (end >= 0) {
      yield bytesOf(text.slice(0, end));
      ended += text.slice(end);
      text = "";
      if (ended.length > 16) throw new NotAFile();
      continue;
    }
    // Four letters hold three bytes.
    const whole = text.length - (text.length % 4);
    yield bytesOf(text.slice(0, whole));
    text = text.slice(whole);
  }
  if (!ENDS.test(ended)) throw new NotAFile();
}

/** How long such a body is at most, of a file of so many bytes. */
export const jsonBytesOf = (fileBytes: number): number => Math.ceil(fileBytes / 3) * 4 + 32;
