// Small pictures for the seek bar, and to stand in for the film (one each 2 s); and the poster.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg, encodeStill } from './encode.mjs';

const EACH = 2;
const COLUMNS = 5;
const ROWS = 3;
const [WIDTH, HEIGHT] = [320, 180];
const POSTER = 738; // back in the wide view, lamp on

const time = (s) => `00:00:${String(s).padStart(2, '0')}.000`;

export async function saveStoryboard(frames, out) {
  // Each tile shows the middle of its two seconds.
  await ffmpeg('-framerate', '25', '-start_number', '25', '-i', join(frames, '%04d.png'),
    '-vf', `select='not(mod(n,${EACH * 25}))',scale=${WIDTH}:${HEIGHT}:flags=lanczos,tile=${COLUMNS}x${ROWS}`, '-pix_fmt', 'yuvj420p', '-q:v', '6', '-frames:v', '1', '-update', '1', join(out, 'storyboard.jpg'));
  const cues = Array.from({ length: COLUMNS * ROWS }, (_, i) =>
    `${time(i * EACH)} --> ${time((i + 1) * EACH)}\nstoryboard.jpg#xywh=${(i % COLUMNS) * WIDTH},${Math.floor(i / COLUMNS) * HEIGHT},${WIDTH},${HEIGHT}\n`);
  await writeFile(join(out, 'storyboard.vtt'), `WEBVTT\n\n${cues.join('\n')}`);
}

export async function savePoster(frames, out) {
  const frame = join(frames, `${String(POSTER).padStart(4, '0')}.png`);
  await encodeStill(frame, join(out, 'poster.jpg'), 90000);
  await encodeStill(frame, join(out, 'poster-640.jpg'), 40000, '-vf', 'scale=640:360:flags=lanczos');
}
