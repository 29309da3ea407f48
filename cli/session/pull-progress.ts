/** Progress of a download, for a person. */

import type { PullEvent } from '../../tools/index.ts';

/** Listener that tells how far a fetch is, its bytes every megabyte. */
export function tellPull(tell: (text: string) => void): (event: PullEvent) => void {
  let told = '';
  return (event) => {
    const text = textOf(event);
    if (text !== told) tell(text);
    told = text;
  };
}

/** Text about a fetch. */
export function textOf(event: PullEvent): string {
  const megabytes = (bytes: number): number => Math.floor(bytes / 1e6);
  switch (event.kind) {
    case 'bytes': {
      const { done, total, resumedAt } = event;
      const resumed = resumedAt > 0 ? `, resumed at ${megabytes(resumedAt)} MB` : '';
      return `${megabytes(done)} of ${Math.ceil(total / 1e6)} MB${resumed}`;
    }
    case 'broken':
      return `the connection broke at ${megabytes(event.done)} MB (${event.reason}); trying again`;
    case 'unpacking':
      return 'unpacking';
    case 'waiting':
      return 'another process fetches it; waiting';
  }
}
