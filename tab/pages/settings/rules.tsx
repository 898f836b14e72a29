import { makeStyles, tokens } from "@fluentui/react-components";
import type { SettingsOut } from "../../../src/contracts/settings.ts";
import { ruleSentences, settingsWords } from "../../../src/wording/tab-settings.ts";
import { Section } from "../../ui/page.tsx";

const useStyles = makeStyles({
  groups: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 22rem), 1fr))",
    gap: "0.5rem 2rem",
  },
  title: { marginBlock: "0.5rem 0.25rem", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: "1.25rem", overflowWrap: "anywhere" },
});

/** Every threshold and delay as a sentence: a number alone says nothing. */
export const Rules = ({ settings: { rules, framework } }: { readonly settings: SettingsOut }) => {
  const styles = useStyles();
  return (
    <Section title={settingsWords.rules}>
      <p>{settingsWords.rulesAbout(framework.version)}</p>
      <div className={styles.groups}>
        {ruleSentences(rules, framework.levels).map(({ title, sentences }) => (
          <div key={title}>
            <h3 className={styles.title}>{title}</h3>
            <ul className={styles.list}>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
};
