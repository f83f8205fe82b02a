/** For pages that cannot load modules by tag: finds the module build beside its own address. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI;
import(/* @vite-ignore */ new URL('./shoppable-video.js', own).href);
