import type { MenuStrings } from '../../strings.js';

export default {
  back: 'Voltar',
  close: 'Fechar',
  off: 'Desativado',
  descriptions: 'Audiodescrição',
  readAloud: '{label}, em voz alta',
  forReader: '{label}, para leitores de tela',
  chapters: 'Capítulos',
  speed: 'Velocidade',
  quality: 'Qualidade',
  automatic: 'Automática',
  pip: 'Picture in Picture',
  fromPip: 'Voltar à página',
  elsewhere: 'Reproduzindo em Picture in Picture',
} satisfies MenuStrings;
