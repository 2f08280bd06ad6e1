import { Worker } from "node:worker_threads";

/** Workers that each do one task at a time. A worker that dies fails its task and no other. */
export interface WorkerPool<Task, Answer> {
  readonly run: (task: Task) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Who waits for an answer. */
interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

interface Post<Answer> {
  readonly worker: Worker;
  task: Waiting<Answer> | undefined;
}

/** Up to `count` workers of a program file, each started when there is work for it and given `data`. */
export function workerPool<Task, Answer>(program: URL, count: number, data: unknown): WorkerPool<Task, Answer> {
  const posts = new Set<Post<Answer>>();
  const queue: (Waiting<Answer> & { readonly task: Task })[] = [];

  const failed = (post: Post<Answer>, reason: Error): void => {
    posts.delete(post);
    post.task?.reject(reason);
    post.task = undefined;
    next();
  };
  const start = (): Post<Answer> => {
    const post: Post<Answer> = { worker: new Worker(program, { workerData: data }), task: undefined };
    post.worker.on("message", (answer: Answer) => {
      post.task?.resolve(answer);
      post.task = undefined;
      next();
    });
    post.worker.on("error", (error) => failed(post, error));
    post.worker.on("exit", (code) => {
      if (posts.has(post)) failed(post, new Error(`the worker stopped with ${code}`));
    });
    posts.add(post);
    return post;
  };
  const next = (): void => {
    if (queue.length === 0) return;
    const post = [...posts].find(({ task }) => task === undefined) ?? (posts.size < count ? start() : undefined);
    const waiting = post === undefined ? undefined : queue.shift();
    if (post === undefined || waiting === undefined) return;
    post.task = waiting;
    post.worker.postMessage(waiting.task);
    next();
  };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject });
        next();
      }),
    async close() {
      const open = [...posts];
      posts.clear();
      await Promise.all(open.map(({ worker }) => worker.terminate()));
    },
  };
}
