/**
 * Makes an element. Text is text: nothing is ever read as HTML.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `class`, any attribute, `on…` for listeners; false and undefined leave out
 * @param {...(Node | string | false | undefined)} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child || child === ''));
  return element;
}
