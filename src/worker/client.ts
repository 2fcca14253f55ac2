import { ExcelProblem, type GridChunk, type SheetFrame, transferables } from '../excel';
import type { ReportSource } from '../report';
import { defect, EvaluationProblem } from './problem';
import type {
  Answer,
  Ask,
  Block,
  EvaluateAsk,
  EvaluationProgress,
  Kind,
  Reply,
  ReportAsk,
  Request,
  RequestOf,
  RowAsk,
  UnderstandAsk,
} from './protocol';
import type { Evaluated, ExplanationNode, FindingSummary, RowSummary, Understood } from './summaries';

/** A worker that runs. */
export interface WorkerPort {
  send(request: Request, transfer: ArrayBuffer[]): void;
  terminate(): void;
}

/** Who hears what a worker has to say. */
export interface WorkerListener {
  readonly onReply: (reply: Reply) => void;
  /** The worker is lost: its script did not load, or the browser ended it for want of memory. */
  readonly onFailure: (message: string) => void;
}

/** Starts a worker. */
export type OpenWorker = (listener: WorkerListener) => WorkerPort;

interface Pending {
  readonly resolve: (answer: Answer<Kind>) => void;
  readonly reject: (problem: Error) => void;
  readonly onProgress: ((progress: EvaluationProgress) => void) | undefined;
}

/**
 * The worker as the page sees it. What is asked for is answered, or rejected with an EvaluationProblem, or
 * with the ExcelProblem `cancelled` once it was stopped.
 */
export class EvaluationWorker {
  private port: WorkerPort | null = null;
  /** Why what was sent is gone: said to whoever builds on it, until `begin`. */
  private lost: Error | null = null;
  private lastId = 0;
  private readonly pending = new Map<number, Pending>();

  /** @param open starts a worker; called again after one was stopped */
  constructor(private readonly open: OpenWorker) {}

  /** Starts the worker ahead of its first request: it has the rules to load. */
  start(): void {
    this.running();
  }

  /**
   * Ends at once what is under way, and forgets everything that was sent and made: evaluation is one long
   * calculation that hears nothing, so the worker is thrown away and another one started.
   */
  stop(): void {
    this.close(new ExcelProblem('cancelled'));
    this.start();
  }

  /** Forgets all sheets: what comes next is sent anew. */
  async begin(): Promise<void> {
    this.lost = null;
    await this.ask('begin', null);
  }

  /** Some rows of the sheet that the caller calls `key`; their memory is handed over. What goes wrong is told by `sheet`. */
  chunk(key: string, chunk: GridChunk): void {
    if (this.lost === null) this.send('chunk', { key, chunk }, transferables(chunk));
  }

  async sheet(key: string, frame: SheetFrame): Promise<void> {
    await this.ask('sheet', { key, frame });
  }

  async understand(
    ask: UnderstandAsk,
    onProgress?: (progress: EvaluationProgress) => void,
  ): Promise<Understood> {
    return this.ask('understand', ask, onProgress);
  }

  /** What was understood last, under policies. */
  async evaluate(ask: EvaluateAsk, onProgress?: (progress: EvaluationProgress) => void): Promise<Evaluated> {
    return this.ask('evaluate', ask, onProgress);
  }

  async findings(block: Block): Promise<readonly FindingSummary[]> {
    return this.ask('findings', block);
  }

  /** What is to be written for the last evaluation; its cells stay in the worker until they are asked for. */
  async report(ask: ReportAsk, onProgress?: (progress: EvaluationProgress) => void): Promise<ReportSource> {
    const outline = await this.ask('report', ask, onProgress);
    return {
      outline,
      columnValues: (placement, column, from, to) =>
        this.ask('columnValues', { placement, column, from, to }),
      sheetRows: (sheet, from, to) => this.ask('sheetRows', { sheet, from, to }),
    };
  }

  async row(ask: RowAsk): Promise<RowSummary | null> {
    return this.ask('row', ask);
  }

  async derivation(ask: Ask<'derivation'>): Promise<ExplanationNode | null> {
    return this.ask('derivation', ask);
  }

  private async ask<K extends Kind>(
    kind: K,
    ask: Ask<K>,
    onProgress?: (progress: EvaluationProgress) => void,
  ): Promise<Answer<K>> {
    if (this.lost !== null) throw this.lost;
    const id = this.send(kind, ask, []);
    return new Promise<Answer<K>>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onProgress });
    });
  }

  private send<K extends Kind>(kind: K, ask: Ask<K>, transfer: ArrayBuffer[]): number {
    this.lastId += 1;
    const request: RequestOf<K> = { id: this.lastId, kind, ask };
    this.running().send(request as Request, transfer);
    return request.id;
  }

  private running(): WorkerPort {
    if (this.port !== null) return this.port;
    this.port = this.open({
      onReply: (reply) => {
        this.hear(reply);
      },
      onFailure: (message) => {
        this.close(new EvaluationProblem(defect(message)));
      },
    });
    return this.port;
  }

  private hear(reply: Reply): void {
    const asked = this.pending.get(reply.id);
    if (asked === undefined) return;
    if (reply.kind === 'progress') {
      asked.onProgress?.(reply.progress);
      return;
    }
    this.pending.delete(reply.id);
    if (reply.kind === 'answer') asked.resolve(reply.answer);
    else asked.reject(new EvaluationProblem(reply.texts));
  }

  private close(problem: Error): void {
    this.port?.terminate();
    this.port = null;
    this.lost = problem;
    const asked = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of asked) reject(problem);
  }
}
