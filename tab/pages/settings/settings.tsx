import { tabWords } from "../../../src/wording/tab.ts";
import { Page } from "../../ui/page.tsx";

const Settings = () => <Page title={tabWords.product}>{null}</Page>;
export default Settings;
