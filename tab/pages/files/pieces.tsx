/** *Pièces du participant*: what each file holds, and what waits to be completed. */
import { filesViewWords } from "../../../src/wording/tab-files.ts";
import { Section } from "../../ui/page.tsx";

const Pieces = () => <Section title={filesViewWords.pieces}>{null}</Section>;
export default Pieces;
