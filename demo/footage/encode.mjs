// From pictures to HLS and MP4, with ffmpeg.
// No B-frames and no start offset: frame n is shown at n / 25 s everywhere, which is what the ground truth says.
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const ffmpeg = (...args) => run('ffmpeg', ['-v', 'error', '-y', ...args], { maxBuffer: 1 << 26 });

const FPS = 25;
const KEY = 2 * FPS; // one closed group of pictures per 2 s segment
const SECONDS = 30;

// LOW first: a player that starts with the first rendition starts quickly.
const renditions = [
  { name: '360p', width: 640, height: 360, kbit: 320, level: '3.0', codecs: 'avc1.4d401e,mp4a.40.2' },
  { name: '720p', width: 1280, height: 720, kbit: 860, level: '3.1', codecs: 'avc1.4d401f,mp4a.40.2' },
];

const picture = (kbit, width, height, level) => [
  '-vf', `scale=${width}:${height}:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p`,
  '-c:v', 'libx264', '-preset', 'veryslow', '-profile:v', 'main', '-level', level, '-bf', '0',
  '-b:v', `${kbit}k`, '-maxrate', `${Math.round(kbit * 1.4)}k`, '-bufsize', `${kbit * 2}k`,
  '-g', KEY, '-keyint_min', KEY, '-sc_threshold', 0, '-flags', '+cgop',
  '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
].map(String);

async function twoPasses(frames, sound, log, video, output) {
  const input = ['-framerate', String(FPS), '-i', join(frames, '%04d.png')];
  await ffmpeg(...input, ...video, '-pass', '1', '-passlogfile', log, '-an', '-f', 'null', '-');
  await ffmpeg(...input, '-i', sound, '-map', '0:v', '-map', '1:a', ...video, '-pass', '2', '-passlogfile', log, '-c:a', 'copy', '-bsf:a', 'aac_adtstoasc', '-t', String(SECONDS), ...output);
}

export async function encodeFilm(frames, wave, out) {
  const build = join(frames, '..');
  // Encoded on its own first: muxed directly, the encoder's 21 ms of lead-in would move the picture by as much.
  const sound = join(build, 'sound.aac');
  await ffmpeg('-i', wave, '-c:a', 'aac', '-b:a', '64k', '-ac', '1', sound);
  for (const r of renditions) {
    const folder = join(out, r.name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await twoPasses(frames, sound, join(build, r.name), picture(r.kbit, r.width, r.height, r.level), [
      '-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4', '-hls_flags', 'independent_segments',
      '-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', join(folder, 'seg-%03d.m4s'), join(folder, 'index.m3u8'),
    ]);
  }
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  for (const r of renditions) {
    // What the segments really need: the peak and the mean of their sizes.
    const sizes = [];
    for (const file of await readdir(join(out, r.name))) if (file.endsWith('.m4s')) sizes.push((await stat(join(out, r.name, file))).size);
    const peak = Math.ceil((Math.max(...sizes) * 8) / 2);
    const mean = Math.ceil((sizes.reduce((a, b) => a + b) * 8) / SECONDS);
    lines.push(`#EXT-X-STREAM-INF:BANDWIDTH=${peak},AVERAGE-BANDWIDTH=${mean},CODECS="${r.codecs}",RESOLUTION=${r.width}x${r.height},FRAME-RATE=${FPS}.000`, `${r.name}/index.m3u8`);
  }
  await writeFile(join(out, 'coffee.m3u8'), `${lines.join('\n')}\n`);
  await twoPasses(frames, sound, join(build, 'mp4'), picture(410, 960, 540, '3.1'), ['-movflags', '+faststart', join(out, 'coffee.mp4')]);
}

// The best JPEG that is small enough.
export async function encodeStill(from, to, limit, ...filter) {
  for (let q = 2; q < 20; q++) {
    await ffmpeg('-i', from, ...filter, '-pix_fmt', 'yuvj420p', '-q:v', String(q), '-frames:v', '1', '-update', '1', to);
    if ((await stat(to)).size <= limit) return;
  }
}

// A clip without sound that fits into so many bytes; it starts to play before all of it is there.
export async function encodeClip(folder, { size, seconds, fps, limit }, to) {
  const kbit = Math.floor((limit * 8 * 0.94) / seconds / 1000);
  const input = ['-framerate', String(fps), '-i', join(folder, '%04d.png'), ...picture(kbit, size, size, '3.0'), '-an', '-passlogfile', folder];
  await ffmpeg(...input, '-pass', '1', '-f', 'null', '-');
  await ffmpeg(...input, '-pass', '2', '-movflags', '+faststart', to);
}
