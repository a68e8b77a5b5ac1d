import type { WebGpuBackend } from "../backend";

/** Bytes from slot to slot (the default of `minUniformBufferOffsetAlignment`), and how many there are. */
const SLOT = 256;
const SLOTS = 256;

/** Numbers of a launch at most. */
const NUMBERS = SLOT / 4;

export type SlotOf = (values: readonly number[]) => GPUBufferBinding;

/**
 * Numbers of launches in one resident uniform buffer. The same numbers share a slot, so that a constant of a run is written
 * once. A slot is written before all commands not yet submitted, so it is only written again once those were submitted.
 */
export function openSlots(backend: WebGpuBackend, flush: () => void): SlotOf {
  const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
  const buffer = backend.device.createBuffer({ size: SLOT * SLOTS, usage });
  const taken = new Map<string, GPUBufferBinding>();
  return (values) => {
    if (values.length > NUMBERS) throw new Error(`A launch has ${NUMBERS} numbers at most, not ${values.length}.`);
    const key = values.join();
    const known = taken.get(key);
    if (known) return known;
    if (taken.size === SLOTS) {
      flush();
      taken.clear();
    }
    const slot = { buffer, offset: SLOT * taken.size, size: 16 * Math.ceil(values.length / 4) };
    backend.queue.writeBuffer(buffer, slot.offset, Float32Array.from(values));
    taken.set(key, slot);
    return slot;
  };
}
