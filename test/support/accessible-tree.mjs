/**
 * The tree that assistive technology reads, from the engine that has computed it: Chromium's from the DevTools protocol,
 * Firefox's from its accessibility service, WebKit's role and name of each element from WebDriver, which knows neither
 * states nor values: there they are read from the markup.
 * @typedef {{ role: string, name: string, description: string, value: string, text: string, states: string[] }} Accessible
 *   `text` is all that is read inside; `states` are those that hold, `collapsed` for what could be expanded
 * @typedef {{ nodes: Accessible[], press(index: number): Promise<unknown> }} Tree
 */

const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

async function ofChromium(page) {
  const cdp = await page.createCDPSession();
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = ({ role, name, childIds = [] }) =>
    role?.value === 'StaticText'
      ? name.value
      : childIds.map((id) => (byId.has(id) ? textOf(byId.get(id)) : '')).join(' ');
  const statesOf = (properties) =>
    properties.flatMap(({ name, value: { value } }) => {
      if (name === 'expanded') return value ? 'expanded' : 'collapsed';
      const holds = value === true || value === 'true';
      return holds && ['checked', 'pressed', 'disabled', 'focused', 'modal'].includes(name) ? name : [];
    });
  const inOrder = (node) => [
    node,
    ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inOrder(byId.get(id)) : [])),
  ];
  const shown = inOrder(nodes[0]).filter(({ ignored }) => !ignored);
  /** Its protocol tells the number of a slider only. */
  const valueText = async ({ backendDOMNodeId: backendNodeId }) => {
    const { attributes } = (await cdp.send('DOM.describeNode', { backendNodeId })).node;
    return attributes[attributes.indexOf('aria-valuetext') + 1];
  };
  const sliders = shown.filter(({ role }) => role.value === 'slider');
  const words = new Map(await Promise.all(sliders.map(async (node) => [node, await valueText(node)])));
  return {
    nodes: shown.map((node) => ({
      role: node.role.value,
      name: tidy(node.name?.value),
      description: tidy(node.description?.value),
      value: words.get(node) ?? String(node.value?.value ?? ''),
      text: tidy(textOf(node)),
      states: statesOf(node.properties ?? []),
    })),
    async press(index) {
      const { backendDOMNodeId: backendNodeId } = shown[index];
      await cdp.send('DOM.focus', { backendNodeId }).catch(() => {}); // a link in a list may take none
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
      await cdp.send('Runtime.callFunctionOn', { ...object, functionDeclaration: 'function () { this.click() }' });
    },
  };
}

/** Runs in Firefox's own window, whose accessibility service has the tree of every page. */
async function inFirefox(url, pressed) {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const browser = gBrowser.browsers.find(({ currentURI }) => currentURI.spec === url);
  let page;
  // The tree is made when it is first asked for.
  for (let tries = 0; tries < 100; tries += 1) {
    page = service.getAccessibleFor(browser)?.firstChild;
    if (page?.childCount) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const found = [];
  const childrenOf = (node) => Array.from({ length: node.childCount }, (_, index) => node.getChildAt(index));
  const walk = (node) => {
    found.push(node);
    childrenOf(node).forEach(walk);
  };
  walk(page);
  if (pressed !== undefined) {
    found[pressed].takeFocus();
    found[pressed].doAction(0);
    return '';
  }
  const words = { unavailable: 'disabled' };
  const textOf = (node) =>
    service.getStringRole(node.role) === 'text leaf' ? node.name : childrenOf(node).map(textOf).join(' ');
  const nodes = found.map((node) => {
    const [state, extra] = [{}, {}];
    node.getState(state, extra);
    const all = [...service.getStringStates(state.value, extra.value)].map((word) => words[word] ?? word);
    const known = ['checked', 'pressed', 'disabled', 'focused', 'modal', 'expanded', 'collapsed'];
    return {
      role: node.computedARIARole || service.getStringRole(node.role),
      name: node.name,
      description: node.description,
      value: node.value,
      text: textOf(node),
      states: all.filter((word) => known.includes(word)),
    };
  });
  return JSON.stringify(nodes);
}

async function ofFirefox(page) {
  const { connection } = page.browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const run = async (pressed) => {
    const answer = await connection.send('script.evaluate', {
      target: { context: result.contexts[0].context },
      awaitPromise: true,
      expression: `(${inFirefox})(${JSON.stringify(page.url())}, ${pressed})`,
    });
    if (answer.result.type !== 'success') throw new Error(answer.result.exceptionDetails.text);
    return answer.result.result.value;
  };
  const nodes = JSON.parse(await run());
  for (const node of nodes) for (const key of ['name', 'description', 'text']) node[key] = tidy(node[key]);
  return { nodes, press: run };
}

/** Runs in the page: what can be in the tree, in the order in which it is read. */
function inWebKit() {
  const named = 'a[href], button, input, dialog, output, ul, li, h1, h2, h3, table, [role]';
  const within = (element) => {
    // A slot has no box of its own.
    const isShown = element.localName === 'slot' || element.checkVisibility({ visibilityProperty: true });
    if (!isShown || element.matches('[aria-hidden=true]')) return [];
    const slotted = element.localName === 'slot' ? element.assignedElements() : [];
    const inner = slotted.length ? slotted : (element.shadowRoot ?? element).children;
    return [...(element.matches(named) ? [element] : []), ...[...inner].flatMap(within)];
  };
  const all = within(document.body);
  const modal = all.findLast((element) => element.matches('dialog:modal'));
  return (modal ? within(modal) : all).map((element) => {
    const is = (name, value = 'true') => element.getAttribute(`aria-${name}`) === value;
    const states = {
      checked: is('checked'),
      pressed: is('pressed'),
      disabled: element.disabled || is('disabled'),
      focused: element.matches(':focus'),
      modal: element.matches('dialog:modal'),
      expanded: is('expanded'),
      collapsed: is('expanded', 'false'),
    };
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      return node.matches?.('[aria-hidden=true], [hidden]') ? '' : [...node.childNodes].map(read).join(' ');
    };
    return {
      element,
      value: element.getAttribute('aria-valuetext') ?? (element.localName === 'input' ? element.value : ''),
      text: read(element),
      description: '',
      states: Object.keys(states).filter((state) => states[state]),
    };
  });
}

/** Asked element by element: where the page has changed meanwhile, it is read anew. */
async function readInWebKit(driver, tries = 5) {
  const found = await driver.execute(inWebKit);
  const nodes = [];
  try {
    for (const { element, ...rest } of found) {
      const id = Object.values(element)[0];
      const [role, name] = [await driver.getElementComputedRole(id), await driver.getElementComputedLabel(id)];
      nodes.push({ role, name: tidy(name), ...rest, text: tidy(rest.text) });
    }
  } catch (error) {
    if (tries > 1 && /stale element/.test(error.message)) return readInWebKit(driver, tries - 1);
    throw error;
  }
  return { found, nodes };
}

async function ofWebKit(driver) {
  const { found, nodes } = await readInWebKit(driver);
  const press = (index) =>
    driver.execute((element) => {
      element.focus();
      element.click();
    }, found[index].element);
  return { nodes, press };
}

/** @returns {Promise<Tree>} of the page that a test runs in */
function treeOf({ browser, id }) {
  if (browser.type !== 'puppeteer') return ofWebKit(browser.driver);
  const page = browser.getPage(id);
  return browser.name === 'Firefox' ? ofFirefox(page) : ofChromium(page);
}

/** @returns {Promise<Accessible[]>} the whole tree, in the order in which it is read */
export const readTree = async (session) => (await treeOf(session)).nodes;

/**
 * Does what a press on a node does, as assistive technology asks for it.
 * @param {{ role: string, name: string }} wanted the name may be the beginning of it
 * @returns {Promise<boolean>} false where there is no such node
 */
export async function pressNode(session, wanted) {
  const { nodes, press } = await treeOf(session);
  const index = nodes.findIndex(({ role, name }) => role === wanted.role && name.startsWith(wanted.name));
  if (index >= 0) await press(index);
  return index >= 0;
}
