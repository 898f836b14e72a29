/** Small pieces of the page of a person: facts in pairs, what opens on demand, a list of sentences. */
import { mergeClasses } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useShared } from "./styles.ts";

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const shared = useShared();
  return (
    <dl className={mergeClasses(shared.facts, shared.narrow)}>
      {facts.map(({ label, value }) => (
        <div key={label} style={{ display: "contents" }}>
          <dt className={shared.term}>{label}</dt>
          <dd className={shared.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What is long is drawn once it is opened, and stays where the reader left it. */
export const Disclosed = ({ summary, children }: { readonly summary: string; readonly children: () => ReactNode }) => {
  const shared = useShared();
  const [open, setOpen] = useState(false);
  return (
    <details className={shared.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={shared.summary}>{summary}</summary>
      {open ? children() : null}
    </details>
  );
};

export const Sentences = ({ lines }: { readonly lines: readonly string[] }) => {
  const shared = useShared();
  return lines.length === 0 ? null : (
    <ul className={shared.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};
