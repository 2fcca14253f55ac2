import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body travels; `identity` is the file as it is. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Small enough to fit a packet or two: packing costs more than it saves. */
const WORTH_IT = 1024;
/** Near the best size at a tenth of the time of the highest level, for files of a megabyte. */
const BROTLI_LEVEL = 6;

/** What the browser takes, best first. @param accepted its Accept-Encoding */
export function encodingFor(accepted: string | undefined, bytes: number): Encoding {
  if (accepted === undefined || bytes < WORTH_IT) return 'identity';
  const weights = new Map(accepted.split(',').map((part) => weighted(part)));
  const takes = (encoding: string): boolean => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0;
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

function weighted(part: string): readonly [encoding: string, weight: number] {
  const [encoding = '', ...parameters] = part
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/u);
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [encoding, weight === undefined ? 1 : Number(weight.slice('q='.length))];
}

export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body);
  if (encoding === 'identity') return body;
  return promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
