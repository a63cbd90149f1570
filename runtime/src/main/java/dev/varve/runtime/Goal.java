package dev.varve.runtime;

import java.util.List;

/** What the database shall come to. It can be asked again after some of it is done. */
@FunctionalInterface
interface Goal {
  Plan plan(List<HistoryRow> rows);
}
