/** Text without the control characters that a terminal obeys. */

/** Control characters but tab and line feed, with marks of the direction of writing. */
const CONTROLS = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** True where `text` holds a control character other than a tab or a line feed. */
export const hasControls = (text: string): boolean => text.search(CONTROLS) >= 0;

/** `text` with each control character as `\u001b`. */
export const printable = (text: string): string =>
  text.replaceAll(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
