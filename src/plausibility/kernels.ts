import { kernelCode } from "./kernel-code.ts";

const PAGE_IN_BYTES = 65_536;
const NUMBER_IN_BYTES = 4;

/** A matrix in the kernels' memory, row by row. */
export interface Matrix {
  readonly rowCount: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Products and sums over matrices of one memory, four numbers at a time. Widths are multiples of four. */
export interface Kernels {
  /** Sets aside a matrix of zeroes. */
  readonly matrix: (rowCount: number, width: number) => Matrix;
  /** The first `rowCount` rows of `left` times the first `columnCount` rows (a multiple of four) of `right`, into the rows of `result`. */
  readonly products: (left: Matrix, rowCount: number, right: Matrix, columnCount: number, result: Matrix) => void;
  /** Adds to row `index` of `sums` the first `factors.width` rows (a multiple of eight) of `rows`, each times its factor. */
  readonly addRows: (sums: Matrix, index: number, rows: Matrix, factors: Matrix, factorRow: number) => void;
}

interface Exports {
  readonly dots1: (a: number, b: number, c: number, bytes: number, stride: number) => void;
  readonly dots2: (a: number, b: number, c: number, bytes: number, stride: number) => void;
  readonly addRows: (c: number, rows: number, factors: number, bytes: number) => void;
}

/** The part of the WebAssembly interface that is used here; the compiler's library for Node does not name it. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const isExports = (exports: unknown): exports is Exports => typeof exports === "object" && exports !== null;

/** Kernels with a memory of their own, for so many numbers. */
export function openKernels(numberCount: number): Kernels {
  const pageCount = Math.ceil((numberCount * NUMBER_IN_BYTES) / PAGE_IN_BYTES) + 1;
  const memory = new WebAssembly.Memory({ initial: pageCount });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(kernelCode()), { memory: { memory } });
  if (!isExports(instance.exports)) throw new Error("The kernels have no exports.");
  const { dots1, dots2, addRows } = instance.exports;
  let free = 16;
  return {
    matrix(rowCount, width) {
      const values = new Float32Array(memory.buffer, free, rowCount * width);
      free += Math.ceil((rowCount * width * NUMBER_IN_BYTES) / 16) * 16;
      return { rowCount, width, values };
    },
    products(left, rowCount, right, columnCount, result) {
      const bytes = left.width * NUMBER_IN_BYTES;
      const stride = result.width * NUMBER_IN_BYTES;
      const [a, b, c] = [left.values.byteOffset, right.values.byteOffset, result.values.byteOffset];
      const inPairs = rowCount - (rowCount % 2);
      for (let column = 0; column < columnCount; column += 4) {
        const [from, to] = [b + column * bytes, c + column * NUMBER_IN_BYTES];
        for (let row = 0; row < inPairs; row += 2) dots2(a + row * bytes, from, to + row * stride, bytes, stride);
        if (inPairs < rowCount) dots1(a + inPairs * bytes, from, to + inPairs * stride, bytes, stride);
      }
    },
    addRows(sums, index, rows, factors, factorRow) {
      const bytes = sums.width * NUMBER_IN_BYTES;
      const to = sums.values.byteOffset + index * bytes;
      const first = factors.values.byteOffset + factorRow * factors.width * NUMBER_IN_BYTES;
      for (let row = 0; row < factors.width; row += 8)
        addRows(to, rows.values.byteOffset + row * bytes, first + row * NUMBER_IN_BYTES, bytes);
    },
  };
}
