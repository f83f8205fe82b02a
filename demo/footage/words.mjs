// Captions in two languages and the chapters, timed to the camera.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const captions = [
  [0.6, 3.0, 'A quiet corner, late in the afternoon.', 'Eine ruhige Ecke, spät am Nachmittag.'],
  [3.4, 6.4, 'Let us start where the coffee starts.', 'Fangen wir dort an, wo der Kaffee anfängt.'],
  [6.8, 9.6, 'The espresso machine: green enamel, steel\nand a walnut handle.', 'Die Espressomaschine: grünes Email, Stahl\nund ein Griff aus Nussbaum.'],
  [9.9, 12.6, 'The beans taste of cocoa, plum and toffee.', 'Die Bohnen schmecken nach Kakao,\nPflaume und Karamell.'],
  [13.0, 15.6, 'The mug is thrown by hand and still warm.', 'Der Becher ist von Hand gedreht\nund noch warm.'],
  [15.9, 18.2, 'Beside it, the frother for a little milk foam.', 'Daneben der Aufschäumer\nfür etwas Milchschaum.'],
  [18.5, 21.6, "The floor lamp dims from a candle's glow\nto reading light.", 'Die Stehlampe reicht vom Kerzenschein\nbis zum Leselicht.'],
  [22.0, 24.4, 'A cable-knit sweater, for when the sun is gone.', 'Ein Pullover mit Zopfmuster,\nwenn die Sonne weg ist.'],
  [24.7, 27.2, 'And an armchair that is hard to leave.', 'Und ein Sessel, den man\nungern verlässt.'],
  [27.5, 29.7, 'That is all it takes. Enjoy your coffee.', 'Mehr braucht es nicht. Guten Kaffee!'],
];

const chapters = [
  [0, 4.4, 'The corner'],
  [4.4, 12.8, 'Coffee and beans'],
  [12.8, 17.2, 'Mug and frother'],
  [17.2, 26.6, 'Lamp, armchair, sweater'],
  [26.6, 30, 'The whole room'],
];

const time = (s) => `00:00:${s.toFixed(3).padStart(6, '0')}`;
const vtt = (cues) => `WEBVTT\n\n${cues.map(([from, to, text]) => `${time(from)} --> ${time(to)}\n${text}\n`).join('\n')}`;

export async function saveWords(out) {
  await writeFile(join(out, 'captions.en.vtt'), vtt(captions.map(([from, to, en]) => [from, to, en])));
  await writeFile(join(out, 'captions.de.vtt'), vtt(captions.map(([from, to, , de]) => [from, to, de])));
  await writeFile(join(out, 'chapters.en.vtt'), vtt(chapters));
}
