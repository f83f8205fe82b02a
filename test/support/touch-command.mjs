/**
 * A finger for the tests of touch, as a touch screen tells a browser of one. Chromium and Firefox have it from Puppeteer
 * (the DevTools protocol, WebDriver BiDi), WebKit from WebDriver.
 * @typedef {{ type: 'screen' | 'down' | 'move' | 'up', position?: [x: number, y: number] }} Touch
 */

const sessions = new WeakMap();

/** Of the DevTools protocol; undefined in Firefox, which has none. */
async function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession().catch(() => undefined));
  return sessions.get(page);
}

const DEVTOOLS = { down: 'touchStart', move: 'touchMove', up: 'touchEnd' };

/**
 * The finger is always number 0: of one that scrolls Chromium now and then forgets the end, and as long as it believes
 * that one to be down it tells the page of no other pointer. The same number again takes its place.
 */
function byDevTools(session, { type, position: [x, y] = [] }) {
  // for what asks before a finger comes: (pointer: coarse)
  if (type === 'screen')
    return session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const touchPoints = type === 'up' ? [] : [{ x, y, id: 0 }];
  return session.send('Input.dispatchTouchEvent', { type: DEVTOOLS[type], touchPoints });
}

async function byPuppeteer(page, touch) {
  const session = await sessionOf(page);
  if (session) return byDevTools(session, touch);
  const { type, position: [x, y] = [] } = touch;
  if (type === 'up') return page.touchscreen.touchEnd();
  if (type === 'down') return page.touchscreen.touchStart(x, y);
  // Firefox needs no other screen
  return type === 'move' && page.touchscreen.touchMove(x, y);
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
