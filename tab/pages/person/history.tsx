/** Who did what, for who asks. */
import { Suspense } from "react";
import type { FrameworkWords, Person } from "../../../src/contracts/person.ts";
import { historyWords as words, personWords } from "../../../src/wording/tab-person.ts";
import { part } from "../../app/part.ts";
import { Loading } from "../../ui/loading.tsx";
import { Section } from "../../ui/page.tsx";
import { Disclosed } from "./parts.tsx";

const Acted = part(() => import("./acted.tsx"));

export const History = (props: { readonly person: Person; readonly framework: FrameworkWords }) => (
  <Section title={personWords.sections.history}>
    <Disclosed summary={words.open}>
      {() => (
        <Suspense fallback={<Loading />}>
          <Acted {...props} />
        </Suspense>
      )}
    </Disclosed>
  </Section>
);
