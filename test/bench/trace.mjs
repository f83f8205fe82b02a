/**
 * A page's main thread, task by task, as Chromium's trace tells of it (Trace Event Format): not by the clock, by which
 * other programs lengthen a task, but by the thread's own time.
 */

/** @returns what happened in the browser while `act` ran */
export async function traced(tab, act) {
  await tab.tracing.start({ categories: ['toplevel', 'devtools.timeline', 'blink.user_timing', 'v8'] });
  await act();
  const bytes = await tab.tracing.stop();
  return JSON.parse(new TextDecoder().decode(bytes)).traceEvents;
}

const endOf = (event) => event.ts + (event.dur ?? 0);

/**
 * How long each task of the page's main thread took, from the first module's first line on: what a browser does before
 * it, to take the document, it does on every page.
 * @param events of a trace
 * @param address of the page
 * @returns milliseconds of the thread's own time
 */
export function tasksFrom(events, address) {
  const page = events.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === address);
  if (!page) throw new Error(`The trace tells nothing of ${address}.`);
  const thread = events
    .filter(({ pid, tid, ph }) => pid === page.pid && tid === page.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const first = thread.find(({ name, ts }) => name === 'v8.evaluateModule' && ts >= page.ts);
  if (!first) throw new Error(`No module ran at ${address}.`);
  const tasks = [];
  let end = 0;
  for (const event of thread) {
    if (event.ts < end) continue;
    end = endOf(event);
    if (end > first.ts) tasks.push((event.tdur ?? 0) / 1000);
  }
  return tasks;
}
