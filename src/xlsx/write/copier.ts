/** Passes a part on to its new version: what is copied is copied as bytes, and text goes in between. */
import type { PartSink } from './part-sink';

export class Copier {
  private at = 0;

  constructor(
    private readonly source: Uint8Array,
    private readonly sink: PartSink,
  ) {}

  copyTo(position: number): void {
    if (position > this.at) this.sink.bytes(this.source.subarray(this.at, position));
    this.at = Math.max(this.at, position);
  }

  skipTo(position: number): void {
    this.at = Math.max(this.at, position);
  }

  text(text: string): void {
    this.sink.text(text);
  }

  /** Copies up to a place and writes there. */
  insert(position: number, text: string): void {
    this.copyTo(position);
    this.sink.text(text);
  }

  /** Writes in place of what stands between. */
  replace(start: number, end: number, text: string): void {
    this.insert(start, text);
    this.skipTo(end);
  }

  finish(): void {
    this.copyTo(this.source.length);
  }
}
