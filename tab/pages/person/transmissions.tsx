/** *Transmissions*: what left towards another body, as it was confirmed with the person. */
import { Button } from "@fluentui/react-components";
import { personTransmissions, type PersonTransmissions } from "../../../src/contracts/exports.ts";
import { sentLine, transmissionWords as words } from "../../../src/wording/transmission.ts";
import { LiveView } from "../../app/live-view.tsx";
import { useAsk } from "../../app/use-ask.ts";
import { useLive } from "../../app/use-live.ts";
import { keepFile } from "../../ui/keep-file.ts";
import { Panel, Section } from "../../ui/page.tsx";
import { Sentences } from "./parts.tsx";
import { useShared } from "./styles.ts";

type One = PersonTransmissions["transmissions"][number];
const FORMATS = ["json", "csv"] as const;

const Left = ({ one }: { readonly one: One }) => {
  const shared = useShared();
  const ask = useAsk();
  const take = async (format: (typeof FORMATS)[number]) => {
    const answer = await ask.file(`/api/transmissions/${one.id}?format=${format}`);
    if (answer.ok) keepFile(answer.value, `transmission-${one.id}.${format}`);
  };
  return (
    <Panel>
      <h3 className={shared.title}>{words.line(one)}</h3>
      <Sentences
        lines={[
          ...one.sent.map((sent) => `${sentLine(sent)}.`),
          words.by(one.by ?? words.someone),
          ...(one.withoutHealth ? [words.withoutHealth] : []),
        ]}
      />
      <div className={shared.badges}>
        {FORMATS.map((format) => (
          <Button key={format} onClick={() => void take(format)}>
            {words.file[format]}
          </Button>
        ))}
      </div>
    </Panel>
  );
};

const Transmissions = ({ code, mine }: { readonly code: string; readonly mine: boolean }) => {
  const live = useLive(`/api/participants/${encodeURIComponent(code)}/transmissions`, personTransmissions);
  return (
    <Section title={words.section}>
      <LiveView live={live}>
        {({ transmissions }) => (
          <>
            {transmissions.length === 0 ? <p>{words.none}</p> : null}
            {mine ? <p>{words.how(code)}</p> : null}
            {transmissions.map((one) => (
              <Left key={one.id} one={one} />
            ))}
          </>
        )}
      </LiveView>
    </Section>
  );
};
export default Transmissions;
