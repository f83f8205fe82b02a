/**
 * A finger for the tests of touch, as a touch screen tells a browser of one. Chromium and Firefox have it from Puppeteer
 * (the DevTools protocol, WebDriver BiDi), WebKit from WebDriver.
 * @typedef {{ type: 'screen' | 'down' | 'move' | 'up', position?: [x: number, y: number] }} Touch
 */

/** Makes the page's screen one that can be touched, for what asks before a finger comes: `(pointer: coarse)`. */
async function emulate(page) {
  // Firefox has no such protocol, and needs none.
  const session = await page.createCDPSession().catch(() => undefined);
  await session?.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
}

async function byPuppeteer(page, { type, position: [x, y] = [] }) {
  if (type === 'screen') return emulate(page);
  if (type === 'up') return page.touchscreen.touchEnd();
  return type === 'down' ? page.touchscreen.touchStart(x, y) : page.touchscreen.touchMove(x, y);
}

function byWebDriver(driver, { type, position: [x, y] = [] }) {
  const move = { type: 'pointerMove', duration: 0, x, y };
  const actions = {
    screen: [],
    down: [move, { type: 'pointerDown', button: 0 }],
    move: [move],
    up: [{ type: 'pointerUp', button: 0 }],
  }[type];
  return driver.performActions([{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }]);
}

/** @param {Touch} payload */
export async function touch({ browser, id }, payload) {
  if (browser.type === 'puppeteer') await byPuppeteer(browser.getPage(id), payload);
  else await byWebDriver(browser.driver, payload);
  return true;
}
