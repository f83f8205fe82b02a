import { html, nothing, render } from 'lit';
import type { ShoppableHost } from '../../host/host.js';
import type { PlayerState } from '../../host/state.js';
import { fill } from '../../i18n/format.js';
import { formatTime } from '../../i18n/time.js';
import { type ClockReading, holdToClock } from '../../player/frame-clock.js';
import { watchActivity } from './activity.js';
import { icons } from './icons.js';
import { listenToKeys } from './keyboard.js';

/** The state that the bar shows; a change of anything else draws nothing. */
const SHOWN: (keyof PlayerState)[] = [
  'paused',
  'ended',
  'duration',
  'muted',
  'volume',
  'captionTracks',
  'captions',
  'fullscreen',
  'scene',
  'manifest',
  'waiting',
  'started',
  'language',
];

/** Draws the controls and the places for hotspots, captions and cards. */
export function mountControls(layers: HTMLElement, host: ShoppableHost, report: (cause: unknown) => void) {
  const { state, signal, request } = host;
  let seeking: number | undefined;
  let scrubber: Promise<void> | undefined;
  /** The slider's value in words: the time, and what is there once the marks are. */
  let inWords = (place: string, _time: number) => place;

  const draw = () => {
    const s = state.get();
    const text = host.strings;
    if (signal.aborted) return;
    const time = seeking ?? s.time;
    const playing = !s.paused && !s.ended;
    const place = fill(text.timeOf, { time: formatTime(time), duration: formatTime(s.duration) });
    render(
      html`<div class="touch" @click=${toggleByPointer}></div>
        <div class="spinner" ?hidden=${!(s.waiting && s.started)} role="status">
          <span class="sr">${s.waiting ? text.loading : ''}</span>
        </div>
        <div class="captions" part="captions"></div>
        <div class="controls" part="controls" role="group">
          <div class="seek" @pointerenter=${scrub} @focusin=${scrub}>
            <div class="track"><div class="fill"></div></div>
            <input type="range" min="0" max=${Number.isFinite(s.duration) ? s.duration : 0} step="any" .value=${String(time)}
              aria-label=${text.seek} aria-valuetext=${inWords(place, time)}
              @input=${(event: Event) => seekTo(Number((event.target as HTMLInputElement).value))}
              @change=${() => (seeking = undefined)} />
          </div>
          <button part="play-pause" class="play" aria-label=${s.ended ? text.replay : playing ? text.pause : text.play}
            @click=${() => request({ type: playing ? 'pause' : 'play' })}>${s.ended ? icons.replay : playing ? icons.pause : icons.play}</button>
          <span class="time" aria-hidden="true">${formatTime(time)} <i>/ ${formatTime(s.duration)}</i></span>
          <span class="gap"></span>
          ${
            s.manifest?.products.length
              ? html`<button part="scene-toggle" class="pill" aria-expanded="false"
                  @click=${openList}>${icons.bag}<span class="sr">${text.inThisScene}: </span><b>${s.scene.length}</b></button>`
              : nothing
          }
          ${
            s.captionTracks.length
              ? html`<button part="captions-toggle" aria-pressed=${s.captions >= 0} aria-label=${text.captions}
                  @click=${() => request({ type: 'captions' })}>${icons.captions}</button>`
              : nothing
          }
          <button part="mute" aria-label=${s.muted ? text.unmute : text.mute}
            @click=${() => request({ type: 'mute', muted: !s.muted })}>${s.muted || !s.volume ? icons.muted : icons.sound}</button>
          <input class="volume" type="range" min="0" max="1" step="0.05" .value=${String(s.muted ? 0 : s.volume)} aria-label=${text.volume}
            aria-valuetext=${`${Math.round(s.muted ? 0 : s.volume * 100)} %`}
            @input=${(event: Event) => request({ type: 'volume', volume: Number((event.target as HTMLInputElement).value) })} />
          <button part="menu-toggle" aria-haspopup="menu" aria-expanded="false" aria-label=${text.settings} @click=${openMenu}>${icons.settings}</button>
          <button part="fullscreen" aria-label=${s.fullscreen ? text.exitFullscreen : text.fullscreen}
            @click=${() => request({ type: 'fullscreen', on: !s.fullscreen })}>${s.fullscreen ? icons.shrink : icons.expand}</button>
        </div>
        <div class="hotspots"></div>
        <div class="cards"></div>`,
      layers,
    );
    // The marks on the bar can wait until the page has nothing else to do, if nobody comes to the bar before.
    if (s.started && !scrubber) (globalThis.requestIdleCallback ?? setTimeout)(scrub);
  };

  const scrub = () => {
    scrubber ??= import('./scrubber/scrubber.js').then(({ mountScrubber }) => {
      if (signal.aborted) return;
      inWords = mountScrubber(find('.seek'), host, activity.wake, draw);
      draw();
    }, report);
  };
  /** What a press brings; from then on the button is its own. */
  const onPress = (load: () => Promise<unknown>) => {
    let asked = false;
    return () => {
      if (asked) return;
      asked = true;
      load().catch((cause) => {
        asked = false;
        report(cause);
      });
    };
  };
  const openMenu = onPress(async () =>
    (await import('./menu/menu.js')).mountMenu(find('[part=menu-toggle]'), host, report),
  );
  const openList = onPress(async () =>
    (await import('./scene-list.js')).mountSceneList(find('[part=scene-toggle]'), host),
  );
  const seekTo = (time: number) => {
    seeking = time;
    request({ type: 'seek', time });
    draw();
  };
  const toggleByPointer = (event: MouseEvent) => {
    // A tap on a touch screen brings the controls; a click of a mouse, which always sees them, plays or pauses.
    if ((event as PointerEvent).pointerType === 'touch') return activity.toggle();
    request({ type: state.get().paused ? 'play' : 'pause' });
  };

  draw();
  const find = <T extends Element>(selector: string) => layers.querySelector<T>(selector)!;
  const fillBar = find<HTMLElement>('.fill');
  const bar = fillBar.animate({ transform: ['scaleX(0)', 'scaleX(1)'] }, { duration: 1, fill: 'both' });
  bar.pause();
  const measure = () => {
    const { duration } = state.get();
    if (Number.isFinite(duration)) bar.effect?.updateTiming({ duration: duration * 1000 });
  };
  measure();
  const activity = watchActivity(host, layers, draw);
  listenToKeys(host);

  state.subscribe((now, before) => {
    if (now.open !== before.open) layers.classList.toggle('has-card', Boolean(now.open));
    if (now.duration !== before.duration) measure();
    // Nobody sees the time pass while the controls are away; they are drawn when they come back.
    const second = Math.floor(now.time) !== Math.floor(before.time) && !activity.idle();
    if (second || SHOWN.some((key) => now[key] !== before[key])) draw();
  }, signal);

  return {
    hotspots: find<HTMLElement>('.hotspots'),
    cards: find<HTMLElement>('.cards'),
    /** Where the focus goes when what had it is gone. */
    home: () => find<HTMLElement>('.play'),
    follow: (reading: ClockReading) => holdToClock(bar, 0, reading),
    showCaptions(lines: readonly string[]) {
      render(
        lines.map((line) => html`<span>${line}</span><br />`),
        find('.captions'),
      );
    },
  };
}
