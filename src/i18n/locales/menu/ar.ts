import type { MenuStrings } from '../../strings.js';

export default {
  back: 'رجوع',
  close: 'إغلاق',
  off: 'إيقاف',
  descriptions: 'الوصف الصوتي',
  readAloud: '\u2068{label}\u2069، بصوت مسموع',
  forReader: '\u2068{label}\u2069، لقارئ الشاشة',
  chapters: 'الفصول',
  speed: 'السرعة',
  quality: 'الجودة',
  automatic: 'تلقائي',
  pip: 'صورة داخل صورة',
  fromPip: 'العودة إلى الصفحة',
  elsewhere: 'قيد التشغيل في وضع صورة داخل صورة',
} satisfies MenuStrings;
