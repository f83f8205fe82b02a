import type { MenuTexts } from '../controls/menu/texts.js';

/** Stands in the page for a stage that is elsewhere: the poster, where the film is, and the way back. */
export function createPlaceholder(
  stage: HTMLElement,
  texts: MenuTexts,
  back: () => void,
  signal: AbortSignal,
): HTMLElement {
  const placeholder = document.createElement('div');
  placeholder.className = 'stage';
  placeholder.style.cssText = stage.style.cssText;
  const poster = stage.querySelector('slot[name=poster]')!.cloneNode(true);
  const words = document.createElement('div');
  words.className = 'problem';
  const sentence = words.appendChild(document.createElement('p'));
  const button = words.appendChild(document.createElement('button'));
  button.addEventListener('click', back);
  const speak = () => {
    const { elsewhere, fromPip } = texts.now();
    sentence.textContent = elsewhere;
    button.textContent = fromPip;
    placeholder.lang = stage.lang;
    placeholder.dir = stage.dir;
  };
  speak();
  texts.follow(speak, signal);
  placeholder.append(poster, words);
  return placeholder;
}
