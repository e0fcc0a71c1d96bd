// What wasm-bindgen's runner has said, read.

const result = /test result: .*?(\d+) passed; (\d+) failed; (\d+) ignored/;

/** Whether its page was reached: from then on it is a test, or the program, that fails. */
export const started = (said) => /^(Loading scripts|running \d+ tests?$|test \S+ \.\.\. )/m.test(said) || result.test(said);

/** Whether it has asked the driver for a browser, and got none. */
export const sessionless = (said) => /^Running headless tests in /m.test(said) && !started(said);

/** The tests, counted. An end that is not good counts as one failed test at least. */
export function counted(said, code) {
  const [, passed, failed, skipped] = (said.match(result) ?? [0, 0, 0, 0]).map(Number);
  const reasons = [...said.matchAll(/^test (\S+) \.\.\. ignored,? ?(.*)$/gm)].map(([, name, why]) => `${name}: ${why}`);
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped, reasons };
}
