import type { KernelBackend, KernelFunc, NamedAttrMap, TensorInfo } from "@tensorflow/tfjs-core";

/** What our kernels use of tfjs's cpu backend. */
export interface CpuBackend extends KernelBackend {
  data: { get(id: object): { values: unknown } };
  makeTensorInfo(shape: readonly number[], dtype: "float32", values: Float32Array): TensorInfo;
}

/** A call of a kernel: what tfjs hands to each. */
export type KernelCall = Parameters<KernelFunc>[0];

/** Computes what tfjs's kernel of the name does, or null where it leaves that to tfjs's. */
export type OwnKernel = (call: KernelCall) => TensorInfo | null;

/** The float32 values of tensors; null where one has others. */
export function floatsOf(backend: KernelCall["backend"], ...tensors: readonly TensorInfo[]): Float32Array[] | null {
  const { data } = backend as CpuBackend;
  const values = tensors.map(({ dtype, dataId }) => (dtype === "float32" ? data.get(dataId).values : null));
  return values.every((one) => one instanceof Float32Array) ? values : null;
}

/** A new float32 tensor of these values. */
export const tensorOf = ({ backend }: KernelCall, shape: readonly number[], values: Float32Array): TensorInfo =>
  (backend as CpuBackend).makeTensorInfo(shape, "float32", values);

/** Attributes of a call, in the shape that its kernel knows. */
export const attrsOf = <Attrs>({ attrs }: KernelCall): Attrs => attrs as NamedAttrMap as unknown as Attrs;
