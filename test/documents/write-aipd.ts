/** `npm run aipd`: writes docs/aipd.md from the code. */
import { writeFileSync } from "node:fs";
import { aipd } from "../../src/documents/aipd.ts";
import { theAssessment } from "../support/the-assessment.ts";

writeFileSync("docs/aipd.md", aipd(theAssessment()));
