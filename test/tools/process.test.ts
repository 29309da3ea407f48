import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { nativeTool } from '../../tools/native/process.ts';
import { MissingToolError, ToolError } from '../../tools/tool.ts';
import { withPassingTime } from '../passing-time.ts';

const shell = { name: 'Shell', command: 'sh', install: 'dash' };

/** The error that `promise` rejects with. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}

test('files go in and come out: text as a string, other bytes as they are', async () => {
  const { files, log } = await nativeTool(shell)(['-c', 'cat in.txt; printf "\\377\\0" > out.bin; echo ok > out.txt'], {
    'in.txt': 'Grüße\n',
  });
  expect(files).toEqual({ 'in.txt': 'Grüße\n', 'out.bin': Uint8Array.of(255, 0), 'out.txt': 'ok\n' });
  expect(log).toBe('Grüße\n');
});

test('arguments reach the program as they are: no shell reads them', async () => {
  const echo = nativeTool({ name: 'printf', command: 'printf', install: 'coreutils' });
  const text = '$(id) `id` "quoted" ; | & > * \n';
  expect((await echo(['%s', text], {})).log).toBe(text);
});

test('the folder is private, is where temporary files go, and is gone afterwards, also after a failure', async () => {
  const run = nativeTool(shell);
  const good = (await run(['-c', 'pwd; echo $TMPDIR; stat -c %a .'], {})).log.trim().split('\n');
  expect(good[0]).toBe(good[1]);
  expect(good[2]).toBe('700');
  expect(existsSync(good[0]!)).toBe(false);
  const error = (await failure(run(['-c', 'pwd; exit 1'], {}))) as ToolError;
  expect(existsSync(error.log.trim())).toBe(false);
});

test('a failed program gives its arguments, exit code, log and files', async () => {
  const error = (await failure(
    nativeTool(shell)(['-c', 'echo line 7: no such net >&2; echo 1 > part.v; exit 3'], {}),
  )) as ToolError;
  expect(error).toBeInstanceOf(ToolError);
  expect(error.message).toBe('Shell failed with exit code 3:\nline 7: no such net');
  expect(error).toMatchObject({ tool: 'Shell', code: 3, files: { 'part.v': '1\n' } });
  expect(error.args[0]).toBe('-c');
});

test('a program that is killed says by what', async () => {
  const error = (await failure(nativeTool(shell)(['-c', 'kill -SEGV $$'], {}))) as ToolError;
  expect(error.message).toBe('Shell was killed by SIGSEGV');
  expect(error.code).toBe(null);
});

test('a missing program says its name, where it was sought and how to install it', async () => {
  const tool = nativeTool({ name: 'Verilator', command: 'verilator-of-nowhere', install: 'verilator' });
  const error = (await failure(tool([], {}))) as Error;
  expect(error).toBeInstanceOf(MissingToolError);
  expect(error.message).toBe(
    `Verilator not found (sought: verilator-of-nowhere in PATH=${process.env.PATH}). ` +
      'Install it: apt-get install verilator, or npm run setup',
  );
});

test('the time limit ends the program and what it started', async () => {
  const error = await withPassingTime(
    async (pass) =>
      (await failure(
        nativeTool(shell, { timeLimit: 0.3, onLog: () => pass(0.3) })(['-c', 'sleep 987 & echo $!; wait'], {}),
      )) as ToolError,
  );
  expect(error.message).toMatch(/^Shell was ended after its time limit of 0.3 s:\n\d+$/);
  await expect.poll(() => alive(Number(error.log))).toBe(false);
});

test('a program that ended leaves none of its own children running', async () => {
  const { log } = await nativeTool(shell)(['-c', 'sleep 987 > /dev/null 2>&1 & echo $!'], {});
  await expect.poll(() => alive(Number(log))).toBe(false);
});

test('an aborted signal ends the program and is the reason given', async () => {
  const controller = new AbortController();
  const running = nativeTool(shell, {
    signal: controller.signal,
    onLog: () => controller.abort(new Error('Ctrl-C')),
  })(['-c', 'echo started; sleep 987'], {});
  expect(((await failure(running)) as Error).message).toBe('Ctrl-C');
  const again = nativeTool(shell, { signal: controller.signal })(['-c', 'true'], {});
  expect(((await failure(again)) as Error).message).toBe('Ctrl-C');
});

test('a long log keeps its end, and what the program prints is passed on whole', async () => {
  let printed = 0;
  const { log } = await nativeTool(shell, { onLog: (text) => (printed += text.length) })(
    ['-c', 'head -c 5000000 /dev/zero | tr "\\0" a; echo end'],
    {},
  );
  expect(printed).toBe(5_000_004);
  expect(log).toMatch(/^\[\d+ characters left out\]\na+end\n$/);
  expect(log.length).toBeLessThan(2_200_000);
});

test.each(['../x', '/etc/x', '-o', '.hidden', 'a/b', 'a b', ''])('file name %j is refused', async (name) => {
  const error = (await failure(nativeTool(shell)(['-c', 'true'], { [name]: '' }))) as Error;
  expect(error.message).toBe(`file name must be letters, digits, _ . and -: ${JSON.stringify(name)}`);
});

test('a time limit of 0 s is refused', async () => {
  const error = (await failure(nativeTool(shell, { timeLimit: 0 })(['-c', 'true'], {}))) as Error;
  expect(error.message).toBe('timeLimit must be above 0 s: 0');
});

test('a process that exits in the middle leaves neither child nor folder', () => {
  const script = `
    import { nativeTool } from ${JSON.stringify(new URL('../../tools/native/process.ts', import.meta.url).href)};
    const run = nativeTool({ name: 'Shell', command: 'sh', install: 'dash' }, {
      onLog: (text) => { process.stdout.write(text); process.exit(3); },
    });
    void run(['-c', 'echo $$ $TMPDIR; sleep 987'], {});`;
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(status).toBe(3);
  const [pid = '', folder = ''] = stdout.trim().split(' ');
  expect(readdirSync(tmpdir()).map((name) => `${tmpdir()}/${name}`)).not.toContain(folder);
  return expect.poll(() => alive(Number(pid))).toBe(false);
});

/** State of process `pid`, true while it runs; a zombie that nobody has waited for does not. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'));
}
