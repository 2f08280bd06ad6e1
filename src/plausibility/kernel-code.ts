/** Bytes of WebAssembly instructions. */
type Code = readonly number[];

const LANES = 0x7b;
const I32 = 0x7f;
const [GET, SET, TEE] = [0x20, 0x21, 0x22];
const ADD: Code = [0x6a];
const LESS: Code = [0x49];
const ADD_LANES: Code = [0xfd, 0xe4, 0x01];
const MULTIPLY_LANES: Code = [0xfd, 0xe6, 0x01];
const SPLAT: Code = [0xfd, 0x13];
const ZEROES: Code = [0xfd, 0x0c, ...Array<number>(16).fill(0)];
const ADD_NUMBERS: Code = [0x92];
const STORE_NUMBER: Code = [0x38, 2, 0];
const LANES_IN_BYTES = 16;

/** A number in LEB128, as WebAssembly writes its counts. */
function count(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** A constant in signed LEB128. */
function constant(value: number): Code {
  const bytes = [0x41];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

const get = (local: number): Code => [GET, ...count(local)];
const set = (local: number): Code => [SET, ...count(local)];
const load = (offset: number): Code => [0xfd, 0x00, 2, ...count(offset)];
const store = (offset: number): Code => [0xfd, 0x0b, 2, ...count(offset)];
const lane = (index: number): Code => [0xfd, 0x1f, index];
const vector = (items: readonly Code[]): Code => [...count(items.length), ...items.flat()];
const section = (id: number, content: Code): Code => [id, ...count(content.length), ...content];
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** A body with the types of its own locals, and the loop that runs while `at` is below `end`. */
function body(locals: readonly (readonly [amount: number, type: number])[], code: Code): Code {
  const declared = vector(locals.map(([amount, type]) => [...count(amount), type]));
  return [...count(declared.length + code.length + 1), ...declared, ...code, 0x0b];
}

const loop = (at: number, end: number, step: number, code: Code): Code => [
  ...[0x03, 0x40],
  ...code,
  ...get(at),
  ...constant(step),
  ...ADD,
  ...[TEE, ...count(at)],
  ...get(end),
  ...LESS,
  ...[0x0d, 0x00],
  0x0b,
];

/**
 * Products of `rows` rows of one matrix with four rows of another, all `bytes` long and one after the other:
 * (a, b, c, bytes, stride of c). The length must be a multiple of four numbers.
 */
function dotKernel(rows: number): Code {
  const [a, b, c, bytes, stride] = [0, 1, 2, 3, 4];
  const end = 5;
  const pointers = range(rows + 3).map((index) => end + 1 + index);
  const left = [a, ...pointers.slice(0, rows - 1)];
  const right = [b, ...pointers.slice(rows - 1, rows + 2)];
  const output = pointers[rows + 2] ?? 0;
  const firstSum = end + 1 + pointers.length;
  const held = firstSum + rows * 4;
  const sum = (row: number, column: number): number => firstSum + row * 4 + column;
  const follow = (list: readonly number[]): Code =>
    list.slice(1).flatMap((pointer, index) => [...get(list[index] ?? 0), ...get(bytes), ...ADD, ...set(pointer)]);
  const work: Code = [
    ...left.flatMap((pointer, row) => [...get(pointer), ...load(0), ...set(held + row)]),
    ...right.flatMap((pointer, column) => [
      ...get(pointer),
      ...load(0),
      ...set(held + rows),
      ...range(rows).flatMap((row) => [
        ...get(held + row),
        ...get(held + rows),
        ...MULTIPLY_LANES,
        ...get(sum(row, column)),
        ...ADD_LANES,
        ...set(sum(row, column)),
      ]),
    ]),
    ...[...left.slice(1), ...right].flatMap((pointer) => [
      ...get(pointer),
      ...constant(LANES_IN_BYTES),
      ...ADD,
      ...set(pointer),
    ]),
  ];
  const write = (row: number): Code => [
    ...range(4).flatMap((column) => [
      ...get(output),
      ...range(4).flatMap((index) => [...get(sum(row, column)), ...lane(index), ...(index === 0 ? [] : ADD_NUMBERS)]),
      ...STORE_NUMBER.slice(0, 2),
      column * 4,
    ]),
    ...get(output),
    ...get(stride),
    ...ADD,
    ...set(output),
  ];
  const code: Code = [
    ...follow(left),
    ...follow(right),
    ...[...get(c), ...set(output)],
    ...[...get(a), ...get(bytes), ...ADD, ...set(end)],
    ...range(rows * 4).flatMap((index) => [...ZEROES, ...set(firstSum + index)]),
    ...loop(a, end, LANES_IN_BYTES, work),
    ...range(rows).flatMap(write),
  ];
  return body(
    [
      [1 + pointers.length, I32],
      [rows * 4 + rows + 1, LANES],
    ],
    code,
  );
}

/** Adds eight rows, each times its own factor, to another: (c, rows, factors, bytes). */
function rowKernel(): Code {
  const [c, rows, factors, bytes] = [0, 1, 2, 3];
  const [end, firstRow, firstFactor] = [4, 5, 13];
  const code: Code = [
    ...[...get(c), ...get(bytes), ...ADD, ...set(end)],
    ...range(8).flatMap((row) => [
      ...(row === 0 ? get(rows) : [...get(firstRow + row - 1), ...get(bytes), ...ADD]),
      ...set(firstRow + row),
      ...get(factors),
      ...[0x2a, 2, row * 4],
      ...SPLAT,
      ...set(firstFactor + row),
    ]),
    ...loop(c, end, LANES_IN_BYTES, [
      ...get(c),
      ...get(c),
      ...load(0),
      ...range(8).flatMap((row) => [
        ...get(firstRow + row),
        ...load(0),
        ...get(firstFactor + row),
        ...MULTIPLY_LANES,
        ...ADD_LANES,
      ]),
      ...store(0),
      ...range(8).flatMap((row) => [
        ...get(firstRow + row),
        ...constant(LANES_IN_BYTES),
        ...ADD,
        ...set(firstRow + row),
      ]),
    ]),
  ];
  return body(
    [
      [9, I32],
      [8, LANES],
    ],
    code,
  );
}

const name = (text: string): Code => vector([...text].map((character) => [character.charCodeAt(0)]));
const signature = (parameterCount: number): Code => [0x60, ...vector(Array(parameterCount).fill([I32])), 0];

/** The module of all kernels, over a memory it imports as `memory.memory`. */
export function kernelCode(): Uint8Array<ArrayBuffer> {
  const names = ["dots1", "dots2", "addRows"];
  const bodies = [dotKernel(1), dotKernel(2), rowKernel()];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([signature(5), signature(4)])),
    ...section(2, vector([[...name("memory"), ...name("memory"), 0x02, 0x00, ...count(1)]])),
    ...section(3, vector([[0], [0], [1]])),
    ...section(7, vector(names.map((each, index) => [...name(each), 0x00, ...count(index)]))),
    ...section(10, vector(bodies)),
  ]);
}
