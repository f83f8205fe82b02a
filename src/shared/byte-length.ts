const utf8 = new TextEncoder();

/** How long a text is in UTF-8. */
export const byteLength = (text: string): number => utf8.encode(text).length;
