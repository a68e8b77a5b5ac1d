/**
 * A stride-1 convolution without padding: inputs [height, width, channels], weights [outputs, kernel·kernel·channels (+1)],
 * columns in the order row, column, channel, the bias last.
 */
export interface ConvShape {
  height: number;
  width: number;
  channels: number;
  kernel: number;
  outputs: number;
  bias: boolean;
}
