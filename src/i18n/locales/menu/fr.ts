import type { MenuStrings } from '../../strings.js';

export default {
  back: 'Retour',
  close: 'Fermer',
  off: 'Désactivé',
  descriptions: 'Audiodescription',
  readAloud: '{label}, lu à voix haute',
  forReader: '{label}, pour lecteur d’écran',
  chapters: 'Chapitres',
  speed: 'Vitesse',
  quality: 'Qualité',
  automatic: 'Automatique',
  pip: 'Image dans l’image',
  fromPip: 'Retour à la page',
  elsewhere: 'Lecture en mode image dans l’image',
} satisfies MenuStrings;
