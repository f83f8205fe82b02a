import type { MenuStrings } from '../../strings.js';

export default {
  back: '返回',
  close: '关闭',
  off: '关闭',
  descriptions: '口述影像',
  readAloud: '{label}（朗读）',
  forReader: '{label}（供屏幕阅读器使用）',
  chapters: '章节',
  speed: '播放速度',
  quality: '画质',
  automatic: '自动',
  pip: '画中画',
  fromPip: '返回页面',
  elsewhere: '正在以画中画播放',
} satisfies MenuStrings;
