/** Every page of the tab in the three themes of Teams, on a phone, a tablet and a desk. */
import type { Frame } from "playwright-core";
import { PAGE_LINES, type PageLine } from "./support/pages.ts";
import { atRest, TabBench, THEMES, WIDTHS, type Theme } from "./support/tab-bench.ts";

const isReady = (frame: Frame, { ready }: PageLine): Promise<void> =>
  typeof ready === "string" ? frame.getByText(ready).first().waitFor() : ready(frame);

describe("The pages of the tab, as they are seen", function () {
  this.timeout(240_000);
  let bench: TabBench;
  before(async () => {
    bench = await TabBench.start();
  });
  after(() => bench.stop());

  const lookIn = async (line: PageLine, theme: Theme): Promise<void> => {
    const { frame, close } = await bench.open(line.address, { ...line, theme, width: 320 });
    await isReady(frame, line);
    await atRest(frame);
    for (const width of WIDTHS) {
      await bench.resize(frame, width);
      await bench.lookAt(frame, line.name);
    }
    await close();
  };

  for (const line of PAGE_LINES)
    it(`${line.name}: no fault, nothing sideways, large letters, in every theme at every width`, async () => {
      await line.prepare?.(bench);
      await Promise.all(THEMES.map((theme) => lookIn(line, theme)));
    });
});
