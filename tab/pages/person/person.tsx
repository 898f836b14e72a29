import { tabWords } from "../../../src/wording/tab.ts";
import { Page } from "../../ui/page.tsx";

/** One person's file, at the code that the address holds. */
const Person = ({ code }: { readonly code: string }) => <Page title={`${tabWords.product} – ${code}`}>{null}</Page>;
export default Person;
