import type { MenuStrings } from '../../strings.js';

export default {
  back: 'Atrás',
  close: 'Cerrar',
  off: 'Desactivado',
  descriptions: 'Audiodescripción',
  readAloud: '{label}, en voz alta',
  forReader: '{label}, para lectores de pantalla',
  chapters: 'Capítulos',
  speed: 'Velocidad',
  quality: 'Calidad',
  automatic: 'Automática',
  pip: 'Imagen en imagen',
  fromPip: 'Volver a la página',
  elsewhere: 'Reproduciendo en imagen en imagen',
} satisfies MenuStrings;
