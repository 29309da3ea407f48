/** The part of @yowasp/nextpnr-ice40 0.8.621 in use, stated here since the package is optional. */

declare module '@yowasp/nextpnr-ice40' {
  interface Tree {
    [name: string]: Tree | string | Uint8Array;
  }
  type Print = (bytes: Uint8Array | null) => void;
  type Command = (
    args: string[],
    files: Tree,
    options: { stdout: Print; stderr: Print },
  ) => Promise<Tree> | Tree | undefined;

  export class Exit extends Error {
    code: number;
    files: Tree;
  }
  export const runIcepack: Command;
  export const runNextpnrIce40: Command;
}
