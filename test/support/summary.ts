/** With REPERE_TEST_SUMMARY, adds one line to that file at the end of a run: how many tests passed, failed and were skipped. */
import { appendFileSync } from "node:fs";
import type { Suite, Test } from "mocha";

const testsOf = (suite: Suite): readonly Test[] => [...suite.tests, ...suite.suites.flatMap(testsOf)];

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
  },
};
