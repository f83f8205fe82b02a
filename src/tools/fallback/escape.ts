const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for an element or for an attribute in quotation marks. */
export const html = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** JSON that no HTML parser reads an end tag or a comment in; the line ends of Unicode are none in old JavaScript. */
export const jsonInHtml = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A string of CSS within a `<style>`. */
export const cssString = (text: string) =>
  `"${text.replace(/["\\<>\p{Cc}]/gu, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
