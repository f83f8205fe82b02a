import { unsafeCSS } from 'lit';

/**
 * The colours that a page may set, as `--shoppable-<name>`: what each is where the page is light, and where it is dark
 * (its `color-scheme`). Text on its ground keeps 4.5 to 1 in both (WCAG 2.2, 1.4.3).
 */
export const COLOURS: Record<string, readonly [light: string, dark: string]> = {
  accent: ['#b4451f', '#f29a74'],
  'on-accent': ['#fff', '#1c1a18'],
  surface: ['#fff', '#211e1b'],
  text: ['#1c1a18', '#f3efea'],
  muted: ['#6b625a', '#b5aca2'],
  line: ['#e4ded6', '#4a433c'],
  success: ['#1d6b3a', '#8ad4a4'],
  danger: ['#9c2c12', '#ffa994'],
};

const used = Object.entries(COLOURS).map(([name, [light, dark]]) => {
  // What is no colour counts as not set: a registered property then has its first value (CSS Properties and Values 1).
  try {
    CSS.registerProperty({ name: `--sv-${name}`, syntax: '<color>', inherits: true, initialValue: light });
  } catch {
    // Another copy of the player has done it, or this browser cannot: a colour that is none is then no colour.
  }
  return `--sv-${name}:var(--shoppable-${name},light-dark(${light},${dark}));`;
});

/** What the style sheets of all parts read: `--sv-<name>` is the page's token, or else its default. */
export const tokenStyles = unsafeCSS(`:host{${used.join('')}}`);
