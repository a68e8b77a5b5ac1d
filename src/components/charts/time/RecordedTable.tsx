import { useMemo } from "react";
import { type RecordedColumn, type Recording, recordedSeries } from "../../../store/charts/recording";
import { DataTable } from "../figure/DataTable";

interface RecordedTableProps {
  recording: Recording;
  column: RecordedColumn;
  isSmooth: boolean;
}

/** The drawn losses or rates of a recorded run in numbers. */
export function RecordedTable({ recording, column, isSmooth }: RecordedTableProps) {
  const series = useMemo(() => recordedSeries(recording, column, isSmooth), [recording, column, isSmooth]);
  const name = column === "trainLoss" ? "loss" : "learning rate";
  return <DataTable caption={`a recorded run's ${name}`} xTitle="step" series={series} />;
}
