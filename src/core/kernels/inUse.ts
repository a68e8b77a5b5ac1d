/**
 * Kernels of tfjs that our layers, optimizers and pictures run on any backend, a module each in its packages: the built page ships
 * these alone. `worker/trainer/kernelsInUse.test.ts` trains without the others and names what is missing.
 */
export const KERNELS_IN_USE: readonly string[] = [
  ..."Abs Add AddN AvgPool BatchMatMul Cast Concat Conv2D Cumsum Exp Fill FusedConv2D GreaterEqual Identity IsInf Less".split(
    " ",
  ),
  ..."Log Log1p LogicalAnd Max MaxPool MaxPoolGrad Maximum Mean Minimum Multiply Neg OnesLike Pack PadV2 RealDiv".split(
    " ",
  ),
  ..."Reciprocal Relu Reshape Reverse Sigmoid Slice SplitV Sqrt Square Step Sub Sum Tanh Transpose ZerosLike".split(
    " ",
  ),
];
