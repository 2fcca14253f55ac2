/**
 * Runs something in a task of its own: Excel answers an add-in from another process. In a microtask the
 * add-in's work and the host's would run together into one long task.
 */
export function later(action: () => void, milliseconds = 0): void {
  if (milliseconds === 0 && typeof setImmediate === 'function') setImmediate(action);
  else setTimeout(action, milliseconds);
}
