/** WebKitGTK through its WebDriver, with as much of puppeteer's form as the kinds of faults need. */
import { freePort, startWebKit } from '../../support/webkit.mjs';

async function ask(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit: ${value?.message ?? response.status}`);
  return value;
}

const RUN = `const done = arguments[arguments.length - 1];
  (async () => (0, eval)('(' + arguments[0] + ')')(...arguments[1]))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;

/** @returns what can open contexts; each is a session of its own, one at a time */
export async function launchWebKit(browser) {
  const port = await freePort();
  const { stop } = await startWebKit(browser, port);
  const base = `http://127.0.0.1:${port}/session`;
  return {
    async createBrowserContext() {
      const { sessionId } = await ask(base, 'POST', {
        capabilities: {
          alwaysMatch: {
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: browser.program, args: ['--automation'] },
          },
        },
      });
      const session = `${base}/${sessionId}`;
      await ask(`${session}/timeouts`, 'POST', { script: 60_000 });
      let turn = Promise.resolve();
      const tabs = new Set();
      /** One command at a time, in this tab. */
      const inTab = (handle, work) => {
        const next = turn.then(async () => {
          await ask(`${session}/window`, 'POST', { handle });
          return work();
        });
        turn = next.catch(() => {});
        return next;
      };
      const first = await ask(`${session}/window`, 'GET');
      let used = false;
      return {
        async newPage() {
          const handle = used ? (await ask(`${session}/window/new`, 'POST', { type: 'window' })).handle : first;
          used = true;
          tabs.add(handle);
          return {
            on() {},
            bringToFront: () => inTab(handle, () => {}),
            isClosed: () => !tabs.has(handle),
            goto: (url) => inTab(handle, () => ask(`${session}/url`, 'POST', { url })),
            reload: () => inTab(handle, () => ask(`${session}/refresh`, 'POST', {})),
            async evaluate(work, ...parts) {
              const { value, error } = await inTab(handle, () =>
                ask(`${session}/execute/async`, 'POST', { script: RUN, args: [String(work), parts] }),
              );
              if (error) throw new Error(error);
              return value;
            },
            async close() {
              tabs.delete(handle);
              // the session ends with its last window: that one goes elsewhere instead
              if (tabs.size) await inTab(handle, () => ask(`${session}/window`, 'DELETE'));
              else {
                await inTab(handle, () => ask(`${session}/url`, 'POST', { url: 'about:blank' }));
                used = false;
              }
            },
          };
        },
        close: () => ask(session, 'DELETE'),
      };
    },
    close: stop,
  };
}
