import { executeServerCommand } from '@web/test-runner-commands';
import { engineName, until } from './page.js';

export interface Accessible {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  /** All that is read inside. */
  readonly text: string;
  /** Those that hold: `checked`, `pressed`, `expanded`, `collapsed`, `disabled`, `focused`, `modal`. */
  readonly states: readonly string[];
}

/** What assistive technology reads of the page, in its order, as the engine has computed it. */
export const readTree = () => executeServerCommand('accessible-tree') as Promise<Accessible[]>;

/** Says where an engine tells less of its tree. */
export function tellWhatIsMissing(what: string): void {
  const missing = {
    Chromium: 'the words of a slider’s value as computed; its protocol tells a number',
    Firefox: '',
    WebKitGTK: 'states, values and what is read inside as computed; its driver tells roles and names',
  }[engineName()];
  if (missing) console.log(`SKIPPED by tree in ${engineName()}: ${what}, ${missing}, so they are read from the markup`);
}

const asWords = ({ role, name, value, states }: Accessible) =>
  [role, JSON.stringify(name), value && `= ${value}`, ...states].filter(Boolean).join(' ');

const matches = (text: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** Waits for a node of the tree. @param holds what it must be like, beside its role and name */
export async function meet(
  role: string,
  name: string | RegExp,
  holds: (node: Accessible) => boolean = () => true,
): Promise<Accessible> {
  let tree: Accessible[] = [];
  const find = async () => {
    tree = await readTree();
    return tree.find((node) => node.role === role && matches(node.name, name) && holds(node));
  };
  const alike = () => tree.filter((node) => node.role === role || matches(node.name, name)).map(asWords);
  return until(find, () => `${role} ${name} ${holds}, but there are ${alike().join('; ')}`, 8000);
}

/** Presses what has this role, and a name that begins so, in the way of assistive technology. */
export const pressNode = (role: string, name: string) =>
  until(() => executeServerCommand('accessible-press', { role, name }), `${role} ${name}`, 8000);
