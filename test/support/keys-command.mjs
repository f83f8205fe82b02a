/** Shift and Tab together, which the runner's own command has for no two of the engines alike. */
export async function shiftTab({ browser, id }) {
  if (browser.type === 'puppeteer') {
    const { keyboard } = browser.getPage(id);
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
    return true;
  }
  const [shift, tab] = ['\uE008', '\uE004'];
  const actions = [
    { type: 'keyDown', value: shift },
    { type: 'keyDown', value: tab },
    { type: 'keyUp', value: tab },
    { type: 'keyUp', value: shift },
  ];
  await browser.driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  return true;
}
