import { icon } from '../../play-icon.js';

export const menuIcons = {
  onward: icon('M9 5.5 10.4 4l8 8-8 8L9 18.5l6.5-6.5z'),
  back: icon('M15 5.5 13.6 4l-8 8 8 8 1.4-1.5L8.5 12z'),
  close: icon('M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z'),
  chosen: icon('M9.5 18.5 3.5 12.5 5 11l4.5 4.5L19 6l1.5 1.5z'),
};
