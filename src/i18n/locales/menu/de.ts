import type { MenuStrings } from '../../strings.js';

export default {
  back: 'Zurück',
  close: 'Schließen',
  off: 'Aus',
  descriptions: 'Audiodeskription',
  readAloud: '{label}, vorgelesen',
  forReader: '{label}, für Screenreader',
  chapters: 'Kapitel',
  speed: 'Geschwindigkeit',
  quality: 'Qualität',
  automatic: 'Automatisch',
  pip: 'Bild im Bild',
  fromPip: 'Zurück zur Seite',
  elsewhere: 'Läuft als Bild im Bild',
} satisfies MenuStrings;
