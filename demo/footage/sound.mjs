// Calm ambience, computed sample by sample: slow electric piano chords over a soft pad. Mono, 48 kHz.
import { writeFile } from 'node:fs/promises';

const RATE = 48000;
const SECONDS = 30;
const hertz = (note) => 440 * 2 ** ((note - 69) / 12);

// Fmaj9, Em7, Dm9, Cmaj7 and back: [bass, ...voices] as MIDI notes, 5 s each.
const chords = [[41, 57, 60, 64, 67], [40, 55, 59, 62, 67], [38, 57, 60, 64, 65], [36, 55, 59, 64, 67], [41, 57, 60, 64, 69], [36, 55, 60, 64, 67]];
const melody = [[1.2, 76], [2.9, 72], [6.3, 74], [8.1, 71], [11.4, 72], [13.0, 77], [16.2, 76], [18.4, 71], [21.3, 72], [23.1, 76], [26.0, 72]];

// A struck tine: a sine whose phase is moved by another, brighter at the start.
function tine(out, at, note, loudness) {
  const f = hertz(note);
  const length = Math.min(5.5, SECONDS - at);
  for (let i = 0; i < length * RATE; i++) {
    const t = i / RATE;
    const attack = Math.min(1, t / 0.012);
    const release = Math.min(1, (length - t) / 0.4);
    const body = Math.exp(-t * 0.75) * attack * release;
    const bright = 0.9 * Math.exp(-t * 3.2);
    const tremolo = 1 + 0.08 * Math.sin(2 * Math.PI * 2.6 * (t + at));
    out[Math.round(at * RATE) + i] += loudness * body * tremolo * Math.sin(2 * Math.PI * f * t + bright * Math.sin(2 * Math.PI * f * t * 2));
  }
}

function pad(out, at, note, loudness) {
  const f = hertz(note);
  const length = Math.min(6.6, SECONDS - at);
  for (let i = 0; i < length * RATE; i++) {
    const t = i / RATE;
    const swell = Math.sin(Math.PI * Math.min(1, t / 6.6)) ** 2;
    const a = 2 * Math.PI * f * t;
    out[Math.round(at * RATE) + i] += loudness * swell * (Math.sin(a * 0.9985) + Math.sin(a * 1.0015) + 0.25 * Math.sin(a * 2.001));
  }
}

// A small warm room: four echoes that feed themselves, each a little duller than the last.
function room(dry) {
  const out = Float64Array.from(dry);
  for (const [delay, keep] of [[1687, 0.72], [2053, 0.7], [2411, 0.68], [3011, 0.66]]) {
    const line = new Float64Array(delay);
    let soft = 0;
    for (let i = 0; i < dry.length; i++) {
      const k = i % delay;
      const y = line[k];
      soft += (y - soft) * 0.32;
      line[k] = dry[i] * 0.35 + soft * keep;
      out[i] += y * 0.28;
    }
  }
  return out;
}

export async function saveSound(file) {
  const dry = new Float64Array(RATE * SECONDS);
  chords.forEach(([bass, ...voices], k) => {
    const at = k * 5;
    tine(dry, at, bass, 0.2);
    // Rolled, as hands do.
    voices.forEach((note, v) => {
      tine(dry, at + 0.06 + v * 0.055, note, 0.11);
      pad(dry, Math.max(0, at - 0.6), note, 0.022);
    });
    pad(dry, Math.max(0, at - 0.6), bass + 12, 0.03);
  });
  melody.forEach(([at, note]) => tine(dry, at, note, 0.075));
  const wet = room(dry);
  const peak = wet.reduce((p, x) => Math.max(p, Math.abs(x)), 0);
  const data = Buffer.alloc(44 + wet.length * 2);
  data.write('RIFF', 0);
  data.writeUInt32LE(36 + wet.length * 2, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(RATE, 24);
  data.writeUInt32LE(RATE * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(wet.length * 2, 40);
  wet.forEach((x, i) => {
    const t = i / RATE;
    const fade = Math.min(1, t / 1.2, (SECONDS - t) / 2.5);
    // Quiet: it accompanies, it does not ask for attention.
    data.writeInt16LE(Math.round((x / peak) * fade * 0.42 * 32767), 44 + i * 2);
  });
  await writeFile(file, data);
}
