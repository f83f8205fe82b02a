import { html, nothing } from 'lit';
import type { MenuStrings } from '../../../i18n/strings.js';
import type { Group, Option } from './groups.js';
import { menuIcons } from './icons.js';

/** What the menu shows: the list of settings, or one of them. */
export interface MenuModel {
  readonly text: MenuStrings;
  readonly title: string;
  readonly groups: readonly Group[];
  /** The setting that is shown. */
  readonly group?: Group;
  /** What the button for another window says; undefined where there can be none. */
  readonly pip?: string;
}

export interface MenuActions {
  go(page?: Group['id']): void;
  close(): void;
  choose(option: Option): void;
  pip(): void;
}

/** The items have the focus by the menu's own keys: Tab leads out of it. */
export const menuView = ({ text, title, groups, group, pip }: MenuModel, act: MenuActions) =>
  group
    ? html`<div class="head"><button role="menuitem" tabindex="-1" class="back" aria-label=${text.back} @click=${() => act.go()}>${menuIcons.back}</button>
        <b aria-hidden="true">${group.label}</b></div>
      <div class=${group.id === 'speed' ? 'chips' : nothing} role="group" aria-label=${group.label}>
        ${group.options.map((option) => optionView(option, act))}</div>`
    : html`<div class="head short"><b aria-hidden="true">${title}</b>
        <button role="menuitem" tabindex="-1" class="close" aria-label=${text.close} @click=${act.close}>${menuIcons.close}</button></div>
      ${groups.map((one) => groupView(one, act))}
      ${
        pip
          ? html`<button role="menuitem" tabindex="-1" part="menu__item pip" class="row" @click=${act.pip}><span class="name">${pip}</span></button>`
          : nothing
      }`;

const groupView = ({ id, label, options }: Group, act: MenuActions) => {
  const { label: value = '', lang } = options.find(({ chosen }) => chosen) ?? {};
  return html`<button role="menuitem" tabindex="-1" aria-haspopup="menu" part="menu__item" class="row" data-page=${id} @click=${() => act.go(id)}>
    <span class="name">${label}</span> <span class="value" dir="auto" lang=${lang ?? nothing}>${value}</span>${menuIcons.onward}</button>`;
};

const optionView = (option: Option, act: MenuActions) =>
  html`<button role="menuitemradio" tabindex="-1" aria-checked=${option.chosen} part="menu__option" class="row" @click=${() => act.choose(option)}>
    ${menuIcons.chosen}${option.time ? html`<span class="value">${option.time}</span> ` : nothing}<span class="name" dir="auto" lang=${option.lang ?? nothing}>${option.label}</span></button>`;
