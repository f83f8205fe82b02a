import type { MenuStrings } from '../../strings.js';

export default {
  back: '戻る',
  close: '閉じる',
  off: 'オフ',
  descriptions: '音声解説',
  readAloud: '{label}（読み上げ）',
  forReader: '{label}（スクリーンリーダー用）',
  chapters: 'チャプター',
  speed: '再生速度',
  quality: '画質',
  automatic: '自動',
  pip: 'ピクチャーインピクチャー',
  fromPip: 'ページに戻る',
  elsewhere: 'ピクチャーインピクチャーで再生中',
} satisfies MenuStrings;
