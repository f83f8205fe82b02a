/** Each of these is a row of its own: what a shop's adapter has been through is what its user wants to read. */
const TOLD_CASE_BY_CASE = /conformance\.test\.ts$/;

/** For `node --test`: each failure in full, and last a line of JSON with the sums, by file. Suites count for nothing. */
export default async function* unitReporter(events) {
  const files = {};
  const add = (file, kind) => {
    files[file] ??= { passed: 0, failed: 0, skipped: 0 };
    files[file][kind] += 1;
  };
  const rows = [];
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details?.type === 'suite';
    if (TOLD_CASE_BY_CASE.test(data.file ?? '')) {
      const { name, skip } = data;
      if (!isSuite)
        rows.push(`  ${type === 'test:fail' ? 'FAILED' : skip ? 'skipped' : 'ok'}  ${name}${skip ? `: ${skip}` : ''}`);
      else if (rows.length) yield `${name}\n${rows.splice(0).join('\n')}\n`;
    }
    if (type === 'test:pass') {
      if (!isSuite) add(data.file, data.skip === undefined && data.todo === undefined ? 'passed' : 'skipped');
      continue;
    }
    const { cause, message, failureType } = data.details.error;
    // a suite or parent fails with its children, and they have been told of
    if (failureType === 'subtestsFailed') continue;
    add(data.file, 'failed');
    yield `FAILED ${data.name} (${data.file})\n${String(cause?.stack ?? cause ?? message).replace(/^/gm, '  ')}\n`;
  }
  yield `${JSON.stringify(files)}\n`;
}
