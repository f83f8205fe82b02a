import type { Teller } from './descriptions.js';

/** Under a voice the film is this much of its loudness. */
const DUCKED = 0.3;
/** What voices say in a second at their own speed, and how much faster they can still be followed. */
const CHARACTERS_A_SECOND = 15;
const FASTEST = 1.6;

/** Speaks through the browser (Web Speech API), faster where there is little time, and turns the film down meanwhile. */
export function createVoice(video: HTMLVideoElement, lang: string): Teller {
  let speaking: SpeechSynthesisUtterance | undefined;
  let unduck = () => {};

  const duck = () => {
    unduck();
    const { volume } = video;
    video.volume = volume * DUCKED;
    const quiet = video.volume;
    unduck = () => {
      unduck = () => {};
      // Unless the shopper has set another.
      if (video.volume === quiet) video.volume = volume;
    };
  };
  const end = () => {
    const was = speaking;
    // Before: a browser may say that it has ended within the call.
    speaking = undefined;
    // The queue is the whole page's, which may speak too.
    if (was) speechSynthesis.cancel();
    unduck();
  };

  return {
    end,
    tell(cue) {
      // At the end of a cue the voice may end its sentence; a pause ends it.
      if (!cue && !video.paused) return;
      end();
      if (!cue) return;
      const utterance = new SpeechSynthesisUtterance(cue.text);
      const wanted = cue.text.length / CHARACTERS_A_SECOND / (cue.end - cue.start);
      utterance.lang = lang;
      utterance.rate = Math.min(FASTEST, Math.max(1, wanted) * video.playbackRate);
      // Not before: without a voice nothing is said, and the film would stay quiet.
      utterance.addEventListener('start', duck);
      for (const over of ['end', 'error']) {
        utterance.addEventListener(over, () => {
          if (speaking === utterance) end();
        });
      }
      speaking = utterance;
      speechSynthesis.speak(utterance);
    },
  };
}
