/**
 * With REPERE_TEST_SUMMARY, adds one line to that file at the end of a run: how many tests passed, failed and were skipped; and to that file
 * with `.failed` at its end, what failed and why, so that it is read where the output is long or cut.
 */
import { appendFileSync } from "node:fs";
import type { Suite, Test } from "mocha";

const testsOf = (suite: Suite): readonly Test[] => [...suite.tests, ...suite.suites.flatMap(testsOf)];

const whyOf = ({ err }: Test): string => (err === undefined ? "was not run" : err.message.slice(0, 400));

export const mochaHooks = {
  afterAll(this: Mocha.Context) {
    const file = process.env["REPERE_TEST_SUMMARY"];
    let root = this.test?.parent;
    while (root?.parent !== undefined) root = root.parent;
    if (file === undefined || root === undefined) return;
    const tests = testsOf(root);
    const skipped = tests.filter((test) => test.isPending()).length;
    const passed = tests.filter((test) => test.state === "passed").length;
    // A test that a broken hook kept from running has no state: it did not pass.
    appendFileSync(file, `${passed} ${tests.length - passed - skipped} ${skipped}\n`);
    const failed = tests.filter((test) => !test.isPending() && test.state !== "passed");
    for (const test of failed) appendFileSync(`${file}.failed`, `${test.fullTitle()}\n    ${whyOf(test)}\n`);
  },
};
