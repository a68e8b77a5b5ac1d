import { activateOnGpu, activationGradOnGpu } from "./activation";
import { convBackwardOnGpu, convForwardOnGpu, convTangentOnGpu } from "./conv";
import { denseBackwardOnGpu, denseForwardOnGpu } from "./dense";
import { attendBackwardOnGpu, attendOnGpu, attendTangentOnGpu } from "./graph/attention";
import { convInputFactorOnGpu } from "./graph/convFactor";
import { embedGradOnGpu, embedOnGpu } from "./graph/embedding";
import { rowNormBackwardOnGpu, rowNormForwardOnGpu, rowNormTangentOnGpu } from "./graph/layerNorm";
import { normBackwardOnGpu, normForwardOnGpu, normTangentOnGpu } from "./graph/norm";
import { normStatisticsOnGpu } from "./graph/normStatistics";
import { activatedSumOnGpu, globalAvgPoolGradOnGpu, globalAvgPoolOnGpu } from "./graph/pool";
import { tokenLossOnGpu } from "./graph/tokenLoss";
import { heapOf } from "./heap";
import { lossOnGpu } from "./losses";
import { adamInPlaceOnGpu, adamMoveOnGpu, adamOnGpu, averagesOnGpu, rmsOnGpu } from "./moments";
import { maxPoolGradOnGpu, maxPoolOnGpu } from "./pool";
import { applyAllOnGpu, gradAllOnGpu, traceAllOnGpu } from "./preconditioner";
import { multiplyOnGpu } from "./products";
import { innerProductOnGpu } from "./reduce";
import {
  addScaledOnGpu,
  heavyBallOnGpu,
  joinedOnGpu,
  listOnGpu,
  scaleColumnsOnGpu,
  scaleEachOnGpu,
  splitOnGpu,
} from "./vectors";

/** What the other kernels call on WebGPU; loaded as one script where tfjs runs there (`loadGpuKernels`). */
export const GPU_KERNELS = {
  activateOnGpu,
  activatedSumOnGpu,
  activationGradOnGpu,
  adamInPlaceOnGpu,
  adamMoveOnGpu,
  adamOnGpu,
  addScaledOnGpu,
  applyAllOnGpu,
  attendBackwardOnGpu,
  attendOnGpu,
  attendTangentOnGpu,
  averagesOnGpu,
  convBackwardOnGpu,
  convForwardOnGpu,
  convInputFactorOnGpu,
  convTangentOnGpu,
  denseBackwardOnGpu,
  denseForwardOnGpu,
  embedGradOnGpu,
  embedOnGpu,
  globalAvgPoolGradOnGpu,
  globalAvgPoolOnGpu,
  gradAllOnGpu,
  heapOf,
  heavyBallOnGpu,
  innerProductOnGpu,
  joinedOnGpu,
  listOnGpu,
  lossOnGpu,
  maxPoolGradOnGpu,
  maxPoolOnGpu,
  multiplyOnGpu,
  normBackwardOnGpu,
  normForwardOnGpu,
  normStatisticsOnGpu,
  normTangentOnGpu,
  rmsOnGpu,
  rowNormBackwardOnGpu,
  rowNormForwardOnGpu,
  rowNormTangentOnGpu,
  scaleColumnsOnGpu,
  scaleEachOnGpu,
  splitOnGpu,
  tokenLossOnGpu,
  traceAllOnGpu,
};

export type GpuKernels = typeof GPU_KERNELS;
