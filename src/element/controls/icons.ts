import { icon, playIcon } from '../play-icon.js';

export const icons = {
  play: playIcon,
  pause: icon('M6 4h5v16H6zm7 0h5v16h-5z'),
  replay: icon('M12 5V2L7 6.5 12 11V7.5a5.5 5.5 0 1 1-5.5 5.5H4a8 8 0 1 0 8-8z'),
  sound: icon(
    'M4 9v6h4l5 4.5v-15L8 9H4zm12.5 3a4 4 0 0 0-2-3.5v7a4 4 0 0 0 2-3.5zm-2-8v2.2a6 6 0 0 1 0 11.6V20a8 8 0 0 0 0-16z',
  ),
  muted: icon(
    'M4 9v6h4l5 4.5v-15L8 9H4zm17.2.2-1.4-1.4-2.3 2.3-2.3-2.3-1.4 1.4 2.3 2.3-2.3 2.3 1.4 1.4 2.3-2.3 2.3 2.3 1.4-1.4-2.3-2.3z',
  ),
  captions: icon(
    'M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7c0-1.1.9-2 2-2zm1 9v2h8v-2H5zm10 0v2h4v-2h-4zM5 10v2h4v-2H5zm6 0v2h8v-2h-8z',
  ),
  expand: icon('M4 4h6v2H6v4H4V4zm10 0h6v6h-2V6h-4V4zM4 14h2v4h4v2H4v-6zm14 0h2v6h-6v-2h4v-4z'),
  shrink: icon('M8 4h2v6H4V8h4V4zm6 0h2v4h4v2h-6V4zM4 14h6v6H8v-4H4v-2zm10 0h6v2h-4v4h-2v-6z'),
  settings: icon('M3 7h9v2H3zm14 0h4v2h-4zm-4-2h3v6h-3zM3 15h4v2H3zm9 0h9v2h-9zm-4-2h3v6H8z'),
  bag: icon('M8 7V6a4 4 0 0 1 8 0v1h3l1 14H4L5 7h3zm2 0h4V6a2 2 0 1 0-4 0v1z'),
};
