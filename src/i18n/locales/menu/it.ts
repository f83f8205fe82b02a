import type { MenuStrings } from '../../strings.js';

export default {
  back: 'Indietro',
  close: 'Chiudi',
  off: 'Disattivato',
  descriptions: 'Audiodescrizione',
  readAloud: '{label}, letto ad alta voce',
  forReader: '{label}, per lettori di schermo',
  chapters: 'Capitoli',
  speed: 'Velocità',
  quality: 'Qualità',
  automatic: 'Automatica',
  pip: 'Picture in Picture',
  fromPip: 'Torna alla pagina',
  elsewhere: 'Riproduzione in Picture in Picture',
} satisfies MenuStrings;
