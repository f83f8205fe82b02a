/** The light build comes without types of its own; what it has, it has as the full one does. */
declare module 'hls.js/light' {
  import Hls from 'hls.js';
  export default Hls;
}
