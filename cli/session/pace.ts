/** Pace of a piece of work: how long it has taken, and how long it will, by the share that is done. */

/** Time from which a piece of work tells its pace, s. */
const SHORT = 2;
/** Share from which an estimate means something. */
const EARLY = 0.02;

/** Share that a text of progress states: `3 of 24`, the mean of several, or `30 %` at its end. */
export function shareIn(text: string): number | undefined {
  const counts = [...text.matchAll(/(\d+) of (\d+)/g)].map(([, part, whole]) => Number(part) / Number(whole));
  const [, percent] = /(\d+(?:\.\d+)?) %$/.exec(text) ?? [];
  const shares = counts.length > 0 ? counts : percent === undefined ? [] : [Number(percent) / 100];
  const share = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  return share >= 0 && share <= 1 ? share : undefined;
}

/** Text without its numbers: texts of one count are alike in it. */
export const kindOf = (text: string): string => text.replaceAll(/\d+(?:\.\d+)?/g, '#');

/** Time in words: `8 s`, `4 min`, `3 h`. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** Text of progress with its pace, once it has taken a while. `since`: when its count began, s ago. */
export function paced(text: string, elapsed: number, since: number): string {
  if (elapsed < SHORT) return text;
  const share = shareIn(text);
  const left = share === undefined || share < EARLY || share === 1 ? undefined : since * (1 / share - 1);
  const notes = [duration(elapsed), ...(left === undefined || left < 1 ? [] : [`about ${duration(left)} left`])];
  return `${text} (${notes.join(', ')})`;
}

/** Choice of texts for plain lines: each that states no share, and of those that do one each 10 %. */
export function everyTenth(): (text: string) => boolean {
  let kind = '';
  let tenth = -1;
  return (text) => {
    const share = shareIn(text);
    const now = kindOf(text);
    const reached = share === undefined ? -1 : Math.floor(10 * share + 1e-9);
    const due = share === undefined || now !== kind || reached > tenth;
    if (due) [kind, tenth] = [now, reached];
    return due;
  };
}
