/** *Passage de relais*: to whom a person goes, where it stands, and its dates. */
import type { PersonRead } from "../../../src/contracts/person.ts";
import type { PersonHandover } from "../../../src/contracts/person-handover.ts";
import { tabAddress } from "../../../src/contracts/tab-routes.ts";
import {
  handoverKindWords,
  handoverLines,
  handoverStateWords,
  handoverWords as words,
} from "../../../src/wording/handover.ts";
import { leadLabel } from "../../../src/wording/lead.ts";
import { RouteLink } from "../../app/router.tsx";
import { Badge, Panel, Section } from "../../ui/page.tsx";
import { Sentences } from "./parts.tsx";
import { frameworkOf } from "./reading.ts";
import { useShared } from "./styles.ts";

const titleOf = ({ what, lead, to }: PersonHandover, read: PersonRead): string => {
  const framework = frameworkOf(read);
  const kind = lead === null || framework === undefined ? [] : [leadLabel(framework, lead)];
  return [handoverKindWords[what], ...kind, to === null || to.name === "" ? words.toBeChosen : to.name].join(" · ");
};

const saidOf = (handover: PersonHandover): readonly string[] => {
  const { fallback, pausedOn, urgent, confirmed } = handover;
  return [
    ...handoverLines(handover).map((line) => `${line}.`),
    ...(fallback === null ? [] : [`${words.fallback(fallback === "stays" ? words.otherwiseStays : fallback.name)}.`]),
    ...(urgent ? [`${words.urgent(confirmed)}.`] : []),
    ...(pausedOn === null ? [] : [words.paused]),
  ];
};

const One = ({ handover, read }: { readonly handover: PersonHandover; readonly read: PersonRead }) => {
  const shared = useShared();
  const printed = tabAddress("document", null, { kind: "fiche-relais", code: handover.id });
  return (
    <Panel>
      <h3 className={shared.title}>{titleOf(handover, read)}</h3>
      <div className={shared.badges}>
        <Badge tone={handover.state === "refused" ? "warning" : "neutral"}>{handoverStateWords[handover.state]}</Badge>
        {handover.sheet ? <RouteLink to={printed}>{words.buttons.sheet}</RouteLink> : null}
      </div>
      <Sentences lines={saidOf(handover)} />
    </Panel>
  );
};

const Handovers = ({ read }: { readonly read: PersonRead }) => (
  <Section title={words.list}>
    {read.handovers.map((handover) => (
      <One key={handover.id} handover={handover} read={read} />
    ))}
  </Section>
);
export default Handovers;
